import { type Finding, type FindingCode, type FindingFacts, findingSeverities } from '@ctdx/model';
import type { ShapeError } from './shape.js';

/** Turns one error of a validator into a finding, or into nothing where another error says the same better. */
export function toFinding(error: ShapeError): Finding | undefined {
  if (error.propertyName !== undefined) return undefined; // the name itself; `propertyNames` reports it once
  return translations[error.keyword]?.(maskPath(error.instancePath), error.params, error.instancePath);
}

/** Makes a finding with the severity that its code has by default. */
export function finding<C extends FindingCode>(code: C, path: string, facts?: FindingFacts[C]): Finding {
  const severity = findingSeverities[code];
  return facts === undefined ? { code, severity, path } : { code, severity, path, facts };
}

type Translate = (
  path: string,
  params: Readonly<Record<string, unknown>>,
  raw: string,
) => Finding | undefined;

const withLimit =
  (code: 'too-long' | 'too-short' | 'too-many' | 'too-few' | 'too-large' | 'too-small'): Translate =>
  (path, { limit }) =>
    finding(code, path, { limit: limit as number });

/** By keyword of the compiled schema: those of JSON Schema and our own (`atMost`, `matches`, `plain` …). */
const translations: Readonly<Record<string, Translate>> = {
  type: (path, { type }) => finding('type', path, { expected: type as string }),
  required: (path, { missingProperty }) =>
    finding('missing', `${path}/${missingProperty}`, { property: missingProperty as string }),
  additionalProperties: (path) => finding('unknown-property', path),
  propertyNames: (path) => finding('unknown-property', path),
  format: (path, { format }) => formatFinding(path, format as string),
  matches: (path) => finding('pattern', path),
  atMost: withLimit('too-long'),
  atLeast: withLimit('too-short'),
  maxItems: withLimit('too-many'),
  minItems: withLimit('too-few'),
  maxProperties: withLimit('too-many'),
  maximum: withLimit('too-large'),
  minimum: withLimit('too-small'),
  distinct: (path) => finding('duplicate', path),
  plain: (path) => finding('not-plain', path),
  const: (path, { allowedValue }) => finding('const', path, { expected: allowedValue as string }),
  enum: (path, { allowedValues }) =>
    finding('const', path, { expected: (allowedValues as string[]).join(' or ') }),
};

const listMark = 'list:';

function formatFinding(path: string, format: string): Finding {
  if (format.startsWith(listMark)) {
    return finding('unknown-code', path, { list: format.slice(listMark.length) });
  }
  return format === 'text' ? finding('text', path) : finding('format', path, { format });
}

/** Everything below `extensions` is named by whoever wrote the record; no other place lets a key of theirs through. */
const extensions = /^((?:\/records\/\d+)?\/extensions)\/(.*)$/s;

/** Writes `*` for each segment of a pointer that the schema does not name. */
export function maskPath(path: string): string {
  const found = extensions.exec(path);
  if (found === null) return path;
  const segments = (found[2] as string).split('/').map(() => '*');
  return `${found[1]}/${segments.join('/')}`;
}
