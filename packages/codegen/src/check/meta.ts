import { Ajv2020 } from '../ajv.js';
import type { Json, SourceFile, Sources } from '../sources.js';

/** Every file satisfies the meta schema that `schemas/meta/index.json` gives for its path. */
export function metaProblems(sources: Sources): string[] {
  const all: SourceFile[] = Object.values(sources).flat();
  const index: Json = all.find(({ path }) => path === 'meta/index.json')?.json;
  if (index === undefined) return ['meta/index.json is missing'];
  const rows: { pattern: RegExp; schema: string }[] = index.files.map(({ glob, schema }: Json) => ({
    pattern: patternOf(glob),
    schema,
  }));
  const ajv = new Ajv2020({ allErrors: true, strict: false, validateFormats: false });
  const ids = new Map<string, string>();
  for (const { path, json } of sources.meta) {
    if (!path.endsWith('.schema.json')) continue;
    ajv.addSchema(json);
    ids.set(path.replace('meta/', ''), json.$id);
  }
  return all.flatMap(({ path, json }) => {
    const row = rows.find(({ pattern }) => pattern.test(path));
    if (row === undefined) return [`${path}: no meta schema`];
    const validate = ajv.getSchema(ids.get(row.schema) ?? row.schema);
    if (validate === undefined) return [`${path}: its meta schema ${row.schema} is missing`];
    if (validate(json)) return [];
    return (validate.errors ?? []).map((error) => `${path}${error.instancePath}: ${error.message}`);
  });
}

/** `**` stands for any folders, `*` for part of a name. */
function patternOf(glob: string): RegExp {
  const escaped = glob.replaceAll(/[.+^${}()|[\]\\]/g, '\\$&');
  const body = escaped.replaceAll(/\*\*\/|\*/g, (star) => (star === '*' ? '[^/]*' : '(?:[^/]+/)*'));
  return new RegExp(`^${body}$`);
}
