import { banner, type Output } from '../output.js';
import type { Json, Sources } from '../sources.js';

/** `validate/src/generated/property-names.ts`: every name that a schema gives a property. Others came from a person. */
export function propertyNames(sources: Sources): Output[] {
  const names = new Set<string>();
  const visit = (node: Json): void => {
    if (typeof node !== 'object' || node === null) return;
    if (!Array.isArray(node) && typeof node.properties === 'object') {
      for (const name of Object.keys(node.properties)) names.add(name);
    }
    for (const child of Object.values(node)) visit(child);
  };
  for (const { json } of sources.records) visit(json);
  const text = `${banner}
export const propertyNames: ReadonlySet<string> = /* @__PURE__ */ new Set(${JSON.stringify([...names].sort())});
`;
  return [{ path: 'packages/validate/src/generated/property-names.ts', text }];
}
