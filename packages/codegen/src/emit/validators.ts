import { _, Ajv, standalone } from '../ajv.js';
import { banner, type Output } from '../output.js';
import { type CodeList, readCodeLists } from '../schema/code-lists.js';
import { deriveSchemas } from '../schema/derive.js';
import { forAjv, type Parts } from '../schema/for-ajv.js';
import { lookup } from '../schema/names.js';
import type { Sources } from '../sources.js';
import { keywords } from './keywords.js';
import { patternFunctions, patternName } from './pattern-code.js';

/**
 * `validate/src/generated/<type>-<level>.js`: the shape of each record as compiled code that needs nothing of Ajv at
 * run time. Errors hold no message and no data.
 */
export function validators(sources: Sources): Output[] {
  const lists = [...readCodeLists(sources).values()];
  const patterns = new Set<string>();
  const files = deriveSchemas(sources).flatMap(({ type, level, schema }) => {
    const path = `packages/validate/src/generated/${type}-${level}`;
    const record = forAjv(schema);
    for (const pattern of valuesOf(record, 'matches')) patterns.add(pattern);
    return [
      { path: `${path}.js`, text: `${banner}\n${compile(record)}` },
      { path: `${path}.d.ts`, text: `${banner}\n${declaration}` },
    ];
  });
  const tests = `import { characterSet, isRun } from '../runtime.js';\n\n${patternFunctions([...patterns].sort())}`;
  return [
    ...files,
    { path: 'packages/validate/src/generated/lists.ts', text: `${banner}\n${sets(lists)}` },
    { path: 'packages/validate/src/generated/patterns.ts', text: `${banner}\n${tests}` },
  ];
}

const declaration = `import type { ShapeValidator } from '../shape.js';

declare const validate: ShapeValidator;
export default validate;
`;

/** Where each format of our own is implemented. */
const formats: Readonly<Record<string, string>> = {
  date: 'isDate',
  'date-time': 'isDateTime',
  'partial-date': 'isPartialDate',
  text: 'isText',
  uuid: 'isUuid',
};

/** Every value that a keyword has anywhere in a record, once, in order. */
function valuesOf({ parts }: Parts, keyword: string): string[] {
  const values = new Set<string>();
  JSON.stringify(parts, (key, value: unknown) => {
    if (key === keyword && typeof value === 'string') values.add(value);
    return value;
  });
  return [...values].sort();
}

function compile(record: Parts): string {
  const { parts } = record;
  const used = valuesOf(record, 'format');
  const ajv = new Ajv({
    allErrors: true,
    code: { source: true, esm: true, optimize: 2, formats: _`formats` },
    formats: Object.fromEntries(used.map((name) => [name, () => true])),
    keywords: ['needs', ...keywords],
    loopEnum: Number.POSITIVE_INFINITY,
    loopRequired: Number.POSITIVE_INFINITY,
    messages: false,
    // Own properties only: `plain` and `members` see to it for less, see validate/src/runtime.ts.
    ownProperties: false,
    strict: true,
    // Every number of the standard has bounds, so infinity is too large rather than no number.
    strictNumbers: false,
  });
  for (const { name, schema } of parts) ajv.addSchema(schema, name);
  const code = compact(standalone(ajv, Object.fromEntries(parts.map(({ name }) => [name, name]))));
  if (code.includes('require(')) throw new Error('A validator would need a library at run time.');
  const own = used.filter((name) => formats[name] !== undefined).map((name) => formats[name]);
  const listed = used.filter((name) => name.startsWith('list:')).map((name) => lookup(name.slice(5)));
  const table = used.map((name) => `${JSON.stringify(name)}: ${formats[name] ?? lookup(name.slice(5))}`);
  return `import { ${own.join(', ')} } from '@ctdx/model/formats';
import { ${listed.join(', ')} } from './lists.js';
import { ${valuesOf(record, 'matches').map(patternName).join(', ')} } from './patterns.js';
import { add, below, hasDuplicates, isLongerThan, isPlain, isShorterThan } from '../runtime.js';

const formats = { ${table.join(', ')} };
${code}
export default ${parts.at(-1)?.name};
`;
}

/**
 * Ajv writes out, at every test, how an error joins the list. One call instead makes the code a third, so that the engine
 * optimizes more of it, and bounds the list.
 */
function compact(code: string): string {
  const shorter = code
    .replaceAll(
      /const (err\d+) = (\{.*?\});if\(vErrors === null\)\{vErrors = \[\1\];\}else \{vErrors\.push\(\1\);\}errors\+\+;/g,
      'vErrors = add(vErrors, $2);errors++;',
    )
    .replaceAll(/schemaPath:"[^"]*",/g, '')
    .replaceAll('(data, {instancePath="", parentData, parentDataProperty, rootData=data}={})', '(data)')
    .replaceAll('{instancePath,', '{instancePath:"",')
    .replaceAll('instancePath+', '')
    .replaceAll('export const', 'const');
  if (/vErrors\.push|schemaPath|rootData|[^{]instancePath/.test(shorter))
    throw new Error('Ajv writes its errors in a way that is not known here.');
  return shorter;
}

/** One function per list. A set is one look-up, where a chain of comparisons grows with the list. */
function sets(lists: readonly CodeList[]): string {
  return lists
    .map(({ name, codes }) => {
      const set = `${name.replaceAll('-', '_')}_codes`;
      return `const ${set}: ReadonlySet<string> = /* @__PURE__ */ new Set(${JSON.stringify(codes.map(({ code }) => code))});
export const ${lookup(name)} = (code: string): boolean => ${set}.has(code);`;
    })
    .join('\n');
}
