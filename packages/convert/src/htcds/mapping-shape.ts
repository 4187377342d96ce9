/** What a value of a mapping file must be. Our own configuration is small: five kinds of value describe it. */
export type Shape =
  | { readonly type: 'string'; readonly pattern: RegExp }
  | { readonly type: 'integer'; readonly minimum: number; readonly maximum: number }
  | { readonly type: 'array'; readonly items: Shape }
  | { readonly type: 'record'; readonly keys: (key: string) => boolean; readonly values: Shape }
  | {
      readonly type: 'object';
      readonly properties: Readonly<Record<string, Shape>>;
      readonly required?: readonly string[];
    };

/** Pointers to everything in `value` that does not fit; a key that the shape does not name is written `*`. */
export function checkShape(value: unknown, shape: Shape, path = ''): string[] {
  switch (shape.type) {
    case 'string':
      return typeof value === 'string' && shape.pattern.test(value) ? [] : [path];
    case 'integer':
      return Number.isInteger(value) &&
        (value as number) >= shape.minimum &&
        (value as number) <= shape.maximum
        ? []
        : [path];
    case 'array':
      if (!Array.isArray(value)) return [path];
      return value.flatMap((item, index) => checkShape(item, shape.items, `${path}/${index}`));
    case 'record':
      if (!isPlain(value)) return [path];
      return Object.entries(value).flatMap(([key, item]) =>
        shape.keys(key) ? checkShape(item, shape.values, `${path}/${key}`) : [`${path}/*`],
      );
    case 'object':
      if (!isPlain(value)) return [path];
      return [
        ...(shape.required ?? []).filter((key) => !Object.hasOwn(value, key)).map((key) => `${path}/${key}`),
        ...Object.entries(value).flatMap(([key, item]) => {
          const inner = Object.hasOwn(shape.properties, key) ? shape.properties[key] : undefined;
          return inner === undefined ? [`${path}/*`] : checkShape(item, inner, `${path}/${key}`);
        }),
      ];
  }
}

function isPlain(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
