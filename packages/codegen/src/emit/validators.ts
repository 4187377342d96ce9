import { _, Ajv2020, type CodeKeywordDefinition, type KeywordCxt, standalone } from '../ajv.js';
import { banner, type Output } from '../output.js';
import { type CodeList, readCodeLists } from '../schema/code-lists.js';
import { deriveSchemas } from '../schema/derive.js';
import { forAjv } from '../schema/for-ajv.js';
import { lookup } from '../schema/names.js';
import type { Json, Sources } from '../sources.js';

/**
 * `validate/src/generated/<type>-<level>.js`: the shape of each record as compiled code that needs nothing of Ajv at
 * run time. Errors hold no message and no data.
 */
export function validators(sources: Sources): Output[] {
  const lists = [...readCodeLists(sources).values()];
  const known = new Set(lists.map(({ name }) => name));
  const files = deriveSchemas(sources).flatMap(({ type, level, schema }) => {
    const path = `packages/validate/src/generated/${type}-${level}`;
    return [
      { path: `${path}.js`, text: `${banner}\n${compile(forAjv(schema), known)}` },
      { path: `${path}.d.ts`, text: `${banner}\n${declaration}` },
    ];
  });
  return [...files, { path: 'packages/validate/src/generated/lists.ts', text: `${banner}\n${sets(lists)}` }];
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

function compile(schema: Json, lists: ReadonlySet<string>): string {
  const used = [...new Set([...JSON.stringify(schema).matchAll(/"format":"([^"]+)"/g)].map(([, name]) => name))];
  const usedFormats = used.map((name) => name as string).sort();
  const ajv = new Ajv2020({
    allErrors: true,
    code: { source: true, esm: true, optimize: 2, formats: _`formats` },
    formats: Object.fromEntries(usedFormats.map((name) => [name, () => true])),
    loopEnum: Number.POSITIVE_INFINITY,
    loopRequired: Number.POSITIVE_INFINITY,
    messages: false,
    ownProperties: true,
    strict: true,
    // Every number of the standard has bounds, so infinity is too large rather than no number.
    strictNumbers: false,
  });
  for (const keyword of keywords) ajv.addKeyword(keyword);
  const code = standalone(ajv, ajv.compile(schema));
  if (code.includes('require(')) throw new Error('A validator would need a library at run time.');
  const own = usedFormats.filter((name) => formats[name] !== undefined).map((name) => formats[name]);
  const listed = usedFormats.filter((name) => name.startsWith('list:') && lists.has(name.slice(5)));
  const table = usedFormats.map(
    (name) => `${JSON.stringify(name)}: ${formats[name] ?? lookup(name.slice('list:'.length))}`,
  );
  return `import { ${own.join(', ')} } from '@ctdx/model/formats';
import { ${listed.map((name) => lookup(name.slice(5))).join(', ')} } from './lists.js';
import { hasDuplicates, isLongerThan, isPlain, isShorterThan } from '../runtime.js';

const formats = { ${table.join(', ')} };
${code}`;
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

type Test = (cxt: KeywordCxt) => ReturnType<typeof _>;

/** A keyword whose test is a function of `validate/src/runtime.ts` instead of Ajv's own. */
function keyword(name: string, type: CodeKeywordDefinition['type'] & string, test: Test): CodeKeywordDefinition {
  return {
    keyword: name,
    type: type as 'string',
    error: { message: '', params: ({ schemaCode }) => _`{limit: ${schemaCode}}` },
    code: (cxt) => cxt.fail(test(cxt)),
  };
}

const keywords: readonly CodeKeywordDefinition[] = [
  keyword('atMost', 'string', ({ data, schema }) => _`${data}.length > ${schema} && isLongerThan(${data}, ${schema})`),
  keyword('atLeast', 'string', ({ data, schema }) =>
    schema === 1 ? _`${data}.length === 0` : _`${data}.length < ${schema * 2} && isShorterThan(${data}, ${schema})`,
  ),
  keyword('distinct', 'array', ({ data }) => _`${data}.length > 1 && hasDuplicates(${data})`),
  keyword('plain', 'object', ({ data }) => _`!isPlain(${data})`),
];
