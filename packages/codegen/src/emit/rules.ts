import { compileRule } from '../cel/compile.js';
import { merge, typeOf } from '../cel/value-type.js';
import { banner, type Output } from '../output.js';
import { type DerivedSchema, deriveSchemas } from '../schema/derive.js';
import { inline } from '../schema/inline.js';
import { camel } from '../schema/names.js';
import type { Json, Sources } from '../sources.js';

/** `validate/src/generated/rules-<type>.ts`: each cross-field rule as a function, and the rules of each level. */
export function rules(sources: Sources): Output[] {
  const derived = deriveSchemas(sources);
  return sources.rules.map(({ json }) => ({
    path: `packages/validate/src/generated/rules-${json.record}.ts`,
    text: ruleFile(
      json,
      derived.filter(({ type }) => type === json.record),
    ),
  }));
}

function ruleFile(file: Json, schemas: readonly DerivedSchema[]): string {
  const compiled = file.rules.map((rule: Json) => ({
    rule,
    name: camel(rule.id),
    code: holds(rule, schemas),
  }));
  const calls = ['before', 'consistent'].filter((name) =>
    compiled.some(({ code }: { code: string }) => code.includes(`${name}(`)),
  );
  const declarations = compiled.map(
    ({ rule, name, code }: { rule: Json; name: string; code: string }) => `/** ${rule.why} */
const ${name}: Rule = {
  id: '${rule.id}',
  severity: '${rule.severity}',
  path: '${rule.path}',
  holds: (record) => ${code},
};
`,
  );
  const levels = schemas.map(({ level }) => {
    const names = compiled.filter(({ rule }: { rule: Json }) => rule.levels.includes(level));
    return `/** Rules for a ${file.record} at the level ${level}, in the order in which they are reported. */
export const ${level}Rules: RuleSet = {
  view,
  rules: [${names.map(({ name }: { name: string }) => name).join(', ')}],
};
`;
  });
  const read = [
    ...new Set(
      compiled.flatMap(({ code }: { code: string }) =>
        [...code.matchAll(/\brecord\.(\w+)/g)].map(([, name]) => name),
      ),
    ),
  ].sort();
  const view = `/** Reads each property that a rule asks for once: in a record it may be anywhere, here it has its place. */
const view: RuleSet['view'] = (record) => ({ ${read.map((name) => `${name}: record.${name}`).join(', ')} });
`;
  const functions = calls.length > 0 ? `import { ${calls.join(', ')} } from '../rule-functions.js';\n` : '';
  return `${banner}
${functions}import type { Rule, RuleSet } from '../rule.js';

${declarations.join('\n')}
${view}
${levels.join('\n')}`;
}

function holds(rule: Json, schemas: readonly DerivedSchema[]): string {
  const types = schemas
    .filter(({ level }) => rule.levels.includes(level))
    .map(({ schema }) => typeOf(inline(schema)));
  if (types.length === 0) throw new Error(`rule ${rule.id}: no level of the record`);
  try {
    return compileRule(rule.expression, types.reduce(merge));
  } catch (cause) {
    throw new Error(`rule ${rule.id}: ${(cause as Error).message}`, { cause });
  }
}
