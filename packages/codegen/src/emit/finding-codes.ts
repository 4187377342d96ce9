import { banner, type Output } from '../output.js';
import { sourceAt } from '../source-at.js';
import type { Json, Sources } from '../sources.js';

/** `model/src/generated/finding-codes.ts`: the closed union of finding codes and the facts each carries. */
export function findingCodes(sources: Sources): Output[] {
  const codes: Record<string, Json> = sourceAt(sources.messages, 'messages/findings.json').codes;
  const names = Object.keys(codes);
  const text = `${banner}
import type { Severity } from '../finding.js';

/** Everything that can be found in a record, a file or a table. Codes are stable; wording is not. */
export type FindingCode = ${names.map((name) => `| '${name}'`).join(' ')};

/** What each finding says beside its code and path: facts from the schema, never from the data. */
export interface FindingFacts {
${names.map((name) => `readonly '${name}': ${factsType(codes[name].facts)};`).join('\n')}
}

/** How serious each finding is, unless a rule says otherwise. */
export const findingSeverities: { readonly [C in FindingCode]: Severity } = {
${names.map((name) => `'${name}': '${codes[name].severity}',`).join('\n')}
};
`;
  return [{ path: 'packages/model/src/generated/finding-codes.ts', text }];
}

function factsType(facts: Record<string, string>): string {
  const names = Object.keys(facts);
  if (names.length === 0) return 'Readonly<Record<string, never>>';
  const fields = names.map((name) => {
    const type = facts[name] as string;
    return type.endsWith('?') ? `readonly ${name}?: ${type.slice(0, -1)}` : `readonly ${name}: ${type}`;
  });
  return `{ ${fields.join('; ')} }`;
}
