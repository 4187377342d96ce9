import { banner, type Output } from '../output.js';
import { type DerivedSchema, deriveSchemas } from '../schema/derive.js';
import { camel, pascal } from '../schema/names.js';
import type { Json, Sources } from '../sources.js';

const folder = 'packages/validate/src/generated';

/**
 * `validate/src/generated/`: what joins the compiled parts of each record. `parts/` holds them together, `doors/` is the
 * entry point of one type at one level for whoever needs no other, `checkers.ts` is the table of all.
 */
export function checkers(sources: Sources): Output[] {
  const kinds = deriveSchemas(sources);
  return [
    ...kinds.map((kind) => ({ path: `${folder}/parts/${file(kind)}.ts`, text: parts(kind, kinds, sources) })),
    ...kinds.map((kind) => ({ path: `${folder}/doors/${file(kind)}.ts`, text: door(kind) })),
    { path: `${folder}/checkers.ts`, text: table(kinds) },
  ];
}

const file = ({ type, level }: DerivedSchema) => `${type}-${level}`;
const partsName = (kind: DerivedSchema) => `${camel(file(kind))}Parts`;

function parts(kind: DerivedSchema, kinds: readonly DerivedSchema[], sources: Sources): string {
  const inside = typesInside(kind, sources)
    .map((type) => kinds.find((other) => other.type === type && other.level === kind.level))
    .filter((other) => other !== undefined);
  return `${banner}
import type { RecordParts } from '../../record-checker.js';
import { codes } from '../codes-${file(kind)}.js';
import { ${kind.level}Rules as rules } from '../rules-${kind.type}.js';
import shape from '../${file(kind)}.js';
${inside.map((other) => `import { ${partsName(other)} } from './${file(other)}.js';`).join('\n')}

export const ${partsName(kind)} = {
  type: '${kind.type}',
  level: '${kind.level}',
  shape,
  rules,
  codes,
  ${inside.length > 0 ? `inside: [${inside.map(partsName).join(', ')}],` : ''}
} as const satisfies RecordParts;
`;
}

/** The records that a parcel may carry, whatever its level. */
function typesInside({ type }: DerivedSchema, sources: Sources): string[] {
  const record = sources.records.find(({ json }) => json.properties?.type.const === type);
  const members: readonly Json[] = record?.json.properties.records?.items?.oneOf ?? [];
  return members.map(({ $ref }) => $ref.split(':').at(-1) as string);
}

function door(kind: DerivedSchema): string {
  const name = pascal(kind.type);
  const one = `${/^[aeiou]/.test(kind.type) ? 'an' : 'a'} ${kind.type}`;
  return `${banner}
import type { ${name} } from '@ctdx/model';
import { type RecordChecker, recordChecker } from '../../record-checker.js';
import { ${partsName(kind)} } from '../parts/${file(kind)}.js';

const checker: RecordChecker<${name}<'${kind.level}'>> = recordChecker<'${kind.type}', '${kind.level}'>(${partsName(kind)});

/** Says everything that is wrong with ${one} at the level ${kind.level}. Never throws for bad data. */
export const check: RecordChecker<${name}<'${kind.level}'>>['check'] = checker.check;

/** Returns a valid ${kind.type} at the level ${kind.level}, or throws \`InvalidRecordError\`. */
export const parse: RecordChecker<${name}<'${kind.level}'>>['parse'] = checker.parse;

/** The same check for libraries that speak Standard Schema. */
export const schema: RecordChecker<${name}<'${kind.level}'>>['schema'] = checker.schema;
`;
}

function table(kinds: readonly DerivedSchema[]): string {
  const types = [...new Set(kinds.map(({ type }) => type))];
  return `${banner}
import type { LevelOf, RecordOf, RecordType } from '@ctdx/model';
import { type RecordChecker, recordChecker } from '../record-checker.js';
${kinds.map((kind) => `import { ${partsName(kind)} } from './parts/${file(kind)}.js';`).join('\n')}

type Checkers = { readonly [T in RecordType]: { readonly [L in LevelOf<T>]: RecordChecker<RecordOf<T, L>> } };

/** Every checker, by type and level. Who needs one only imports its own entry point and stays small. */
export const checkers: Checkers = {
${types
  .map(
    (type) => `'${type}': {
${kinds
  .filter((kind) => kind.type === type)
  .map((kind) => `${kind.level}: recordChecker<'${type}', '${kind.level}'>(${partsName(kind)}),`)
  .join('\n')}
},`,
  )
  .join('\n')}
};
`;
}
