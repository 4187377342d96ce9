import type { Json, Sources } from '../sources.js';

/** How many values a sound vector may differ in from the one that breaks a rule, and still nearly break it. */
const near = 6;

/** Each rule has, beside the vector that breaks it, a vector at the same level that keeps it and hardly differs. */
export function nearVectorProblems(sources: Sources): string[] {
  const vectors = sources.conformance.flatMap(({ path, json }) => {
    const type = path.split('/')[1] as string;
    const isSound = path.split('/')[2] === 'valid';
    return json.record === undefined ? [] : [{ type, json, isSound, values: valuesOf(json.record) }];
  });
  return sources.rules.flatMap(({ path, json }) => {
    const own = vectors.filter(({ type }) => type === json.record);
    return json.rules.flatMap(({ id }: Json) => {
      const broken = own.filter(({ json: vector }) => breaks(vector, id));
      const kept = own.filter(({ json: vector, isSound }) => isSound && !breaks(vector, id));
      const isNear = broken.some((one) =>
        kept.some(
          (other) => other.json.level === one.json.level && differences(one.values, other.values) <= near,
        ),
      );
      // That nothing breaks it at all is said elsewhere.
      return broken.length === 0 || isNear ? [] : [`${path}: no conformance vector nearly breaks ${id}`];
    });
  });
}

function breaks(vector: Json, id: string): boolean {
  return (vector.findings ?? []).some(({ rule }: Json) => rule === id);
}

/** Every value of a record by its pointer. */
function valuesOf(record: Json): ReadonlyMap<string, unknown> {
  const values = new Map<string, unknown>();
  const walk = (node: Json, pointer: string): void => {
    if (typeof node !== 'object' || node === null) values.set(pointer, node);
    else for (const [name, inner] of Object.entries(node)) walk(inner, `${pointer}/${name}`);
  };
  walk(record, '');
  return values;
}

function differences(a: ReadonlyMap<string, unknown>, b: ReadonlyMap<string, unknown>): number {
  let count = 0;
  for (const [pointer, value] of a) if (b.get(pointer) !== value) count += 1;
  for (const pointer of b.keys()) if (!a.has(pointer)) count += 1;
  return count;
}
