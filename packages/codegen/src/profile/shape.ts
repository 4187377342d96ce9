import type { Json } from '../sources.js';
import type { ProblemCode, ProfileProblem } from './problem.js';

/** Problems that are told of one file; a person mends some and compiles again. */
const mostProblems = 100;

/**
 * Holds a value against the meta schema of profiles, in the few keywords that it uses. Ajv would do as well and be one
 * more dependency of the published command; a test holds the two against each other. Paths name properties that the
 * meta schema has, never others.
 */
export function shapeProblems(value: unknown, meta: readonly Json[]): ProfileProblem[] {
  const byId = new Map(meta.map((schema) => [schema.$id as string, schema]));
  const problems: ProfileProblem[] = [];
  const report = (code: ProblemCode, path: string) => {
    if (problems.length < mostProblems) problems.push({ code, path });
  };

  const look = (node: unknown, schema: Json, root: Json, path: string): void => {
    if (schema === true || problems.length >= mostProblems) return;
    if (schema.$ref !== undefined) {
      const [id, pointer = ''] = (schema.$ref as string).split('#');
      const home = id === '' ? root : byId.get(id as string);
      look(node, at(home, pointer), home, path);
    }
    if (schema.type !== undefined && !isOf(node, schema.type)) {
      report('shape', path);
      return;
    }
    if (schema.const !== undefined && node !== schema.const) report('shape', path);
    if (schema.enum !== undefined && !schema.enum.includes(node)) report('shape', path);
    if (typeof node === 'string' && !fitsText(node, schema)) report('shape', path);
    if (typeof node === 'number' && !within(node, schema.minimum, schema.maximum)) report('shape', path);
    if (Array.isArray(node)) lookAtItems(node, schema, root, path);
    else if (typeof node === 'object' && node !== null) lookAtMembers(node as Json, schema, root, path);
  };

  const lookAtItems = (node: readonly unknown[], schema: Json, root: Json, path: string): void => {
    if (!within(node.length, schema.minItems, schema.maxItems)) {
      report('shape', path);
      return;
    }
    if (schema.uniqueItems && new Set(node.map((item) => JSON.stringify(item))).size < node.length)
      report('twice', path);
    if (schema.items !== undefined) {
      node.forEach((item, index) => {
        look(item, schema.items, root, `${path}/${index}`);
      });
    }
  };

  const lookAtMembers = (node: Json, schema: Json, root: Json, path: string): void => {
    for (const name of schema.required ?? []) {
      if (!Object.hasOwn(node, name)) report('missing', `${path}/${name}`);
    }
    if (schema.oneOf !== undefined) {
      const fitting = schema.oneOf.filter(({ required }: Json) =>
        required.every((name: string) => Object.hasOwn(node, name)),
      );
      if (fitting.length !== 1) report('choice', path);
    }
    for (const [name, member] of Object.entries(node)) {
      const known = Object.hasOwn(schema.properties ?? {}, name) ? schema.properties[name] : undefined;
      if (known !== undefined) look(member, known, root, `${path}/${name}`);
      else if (schema.additionalProperties !== undefined) {
        const before = problems.length;
        look(name, schema.propertyNames ?? true, root, `${path}/*`);
        const told = problems.length > before || name !== 'en' ? '*' : name;
        look(member, schema.additionalProperties, root, `${path}/${told}`);
      } else if (schema.unevaluatedProperties === false) report('unknown', path);
    }
  };

  look(value, meta[0], meta[0], '');
  return problems;
}

function at(schema: Json, pointer: string): Json {
  return pointer
    .split('/')
    .slice(1)
    .reduce((node, segment) => node[segment], schema);
}

function isOf(value: unknown, type: string): boolean {
  switch (type) {
    case 'array':
      return Array.isArray(value);
    case 'object':
      return typeof value === 'object' && value !== null && !Array.isArray(value);
    case 'integer':
      return Number.isSafeInteger(value);
    case 'number':
      return Number.isFinite(value);
    default:
      return typeof value === type;
  }
}

function fitsText(text: string, { minLength, maxLength, pattern }: Json): boolean {
  // A pattern is asked only of a text that is short enough for it.
  if (!within([...text].length, minLength, maxLength)) return false;
  return pattern === undefined || new RegExp(pattern, 'u').test(text);
}

function within(value: number, least: number | undefined, most: number | undefined): boolean {
  return (least === undefined || value >= least) && (most === undefined || value <= most);
}
