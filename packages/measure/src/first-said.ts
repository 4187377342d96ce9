import { type DimensionName, dimensions, UNKNOWN } from './dimensions.js';
import type { Person, Sighting } from './people.js';

/**
 * The categories a person counts in along one dimension: `unknown` alone when nobody knows.
 * A set-valued dimension takes everything that any record says. Elsewhere the earliest record that knows decides; when
 * records whose order can't be told contradict each other, nobody knows.
 */
export function categoriesOf(person: Person, name: DimensionName): readonly string[] {
  const knowing = person.sightings.filter(({ categories }) => categories[name].length > 0);
  const speaking = dimensions[name].several
    ? knowing
    : knowing.filter((one) => !knowing.some((other) => isBefore(other, one)));
  const said = new Set(speaking.flatMap(({ categories }) => categories[name]));
  const contradicts = !dimensions[name].several && said.size > 1;
  return said.size === 0 || contradicts
    ? [UNKNOWN]
    : dimensions[name].categories.filter((code) => said.has(code));
}

function isBefore(a: Sighting, b: Sighting): boolean {
  return a.registered !== undefined && b.registered !== undefined && a.registered.to < b.registered.from;
}
