type Json = Record<string, unknown>;

/** Sets what stands at a pointer, and makes what leads there: an array where a number follows. */
export function put(into: Json, pointer: string, value: unknown): void {
  const names = pointer.split('/').slice(1);
  const last = names.pop() as string;
  let inner: Json = into;
  names.forEach((name, at) => {
    const next = names[at + 1] ?? last;
    inner[name] ??= /^\d+$/.test(next) ? [] : {};
    inner = inner[name] as Json;
  });
  inner[last] = value;
}

/** What stands at a pointer, or undefined. */
export function at(value: unknown, pointer: string): unknown {
  return pointer
    .split('/')
    .slice(1)
    .reduce<unknown>((inner, name) => (inner as Json | undefined)?.[name], value);
}

/** Adds to the array at a pointer and gives the pointer of the new entry. */
export function append(into: Json, pointer: string, value: unknown): string {
  const list = (at(into, pointer) as unknown[] | undefined) ?? [];
  if (list.length === 0) put(into, pointer, list);
  list.push(value);
  return `${pointer}/${list.length - 1}`;
}
