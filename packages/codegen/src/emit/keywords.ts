import {
  _,
  type Code,
  type CodeKeywordDefinition,
  type KeywordCxt,
  Name,
  names,
  str,
  strConcat,
} from '../ajv.js';
import { patternName } from './pattern-code.js';

/**
 * Keywords of our own for compiled schemas. They test the common case in line and call `validate/src/runtime.ts` for the
 * rest, so that no library is needed at run time; where Ajv has a keyword for the same, ours is faster.
 */
export const keywords: readonly CodeKeywordDefinition[] = [
  test(
    'atMost',
    'string',
    ({ data, schema }) => _`${data}.length > ${schema} && isLongerThan(${data}, ${schema})`,
  ),
  test('atLeast', 'string', ({ data, schema }) =>
    schema === 1
      ? _`${data}.length === 0`
      : _`${data}.length < ${schema * 2} && isShorterThan(${data}, ${schema})`,
  ),
  test('matches', 'string', ({ data, schema }) => _`!${new Name(patternName(schema))}(${data})`),
  test('distinct', 'array', ({ data }) => _`${data}.length > 1 && hasDuplicates(${data})`),
  test('plain', 'object', ({ data }) => _`!isPlain(${data})`),
  { keyword: 'members', type: 'object', schemaType: 'object', code: walkMembers },
  { keyword: 'part', schemaType: 'string', code: callPart },
];

function test(
  keyword: string,
  type: 'string' | 'array' | 'object',
  fails: (cxt: KeywordCxt) => Code,
): CodeKeywordDefinition {
  return {
    keyword,
    type,
    error: {
      message: '',
      params: ({ schema }) => (typeof schema === 'number' ? _`{limit: ${schema}}` : _`{}`),
    },
    code: (cxt) => cxt.fail(fails(cxt)),
  };
}

/** Calls the function of another object. Its errors have paths from there; they are put below ours only if there are any. */
function callPart({ gen, data, schema, it }: KeywordCxt): void {
  const part = new Name(schema);
  gen.if(_`!${part}(${data})`, () => {
    gen.assign(names.vErrors, _`below(${names.vErrors}, ${it.errorPath}, ${part}.errors)`);
    gen.assign(names.errors, _`${names.vErrors}.length`);
  });
}

/**
 * Looks at each property that an object has, instead of asking for each that it may have: records leave most properties
 * out, in ever other combinations, which makes reading by name slow. What no case knows, the standard does not know.
 */
function walkMembers(cxt: KeywordCxt): void {
  const { gen, data, schema, parentSchema } = cxt;
  const it = cxt.it as { errorPath: Code };
  const path = it.errorPath;
  const required: readonly string[] = parentSchema['needs'] ?? [];
  const seen = gen.let('seen', 0);
  const other = gen.let('other', false);
  gen.forIn('key', data, (key) => {
    const value = gen.const('value', _`${data}[${key}]`);
    gen.if(_`${value} === undefined`, _`continue`);
    Object.keys(schema).forEach((name, at) => {
      const is = _`${key} === ${name}`;
      at === 0 ? gen.if(is) : gen.elseIf(is);
      if (required.includes(name)) gen.code(_`${seen} |= ${2 ** required.indexOf(name)}`);
      it.errorPath = strConcat(path, str`/${name}`);
      cxt.subschema({ keyword: 'members', schemaProp: name, data: value }, gen.name('valid'));
    });
    it.errorPath = path;
    gen.else().assign(other, true).endIf();
  });
  gen.if(other, () => fail(cxt, path, 'additionalProperties', _`{}`));
  gen.if(_`${seen} !== ${2 ** required.length - 1}`, () => {
    required.forEach((name, at) => {
      gen.if(_`(${seen} & ${2 ** at}) === 0`, () =>
        fail(cxt, path, 'required', _`{missingProperty: ${name}}`),
      );
    });
  });
}

function fail({ gen }: KeywordCxt, path: Code, keyword: string, params: Code): void {
  gen.code(
    _`${names.vErrors} = add(${names.vErrors}, {instancePath:${path},keyword:${keyword},params:${params}});${names.errors}++;`,
  );
}
