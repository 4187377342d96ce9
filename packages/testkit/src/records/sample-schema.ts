import type { SeededRandom } from '../random.js';
import { samplePattern } from './sample-pattern.js';
import type { Schema } from './schema-of.js';

/** How full a sample is. */
export interface Density {
  /** Share of the optional properties that are there. */
  readonly optional: number;
  /** Most entries of an array, where its bounds allow. */
  readonly entries: number;
}

/** Makes a value of the shape that a schema describes. `root` holds the definitions. */
export function sampleSchema(schema: Schema, root: Schema, random: SeededRandom, density: Density): unknown {
  const sample = (node: Schema): unknown => {
    if (node.$ref !== undefined) return sample(root.$defs?.[node.$ref.replace('#/$defs/', '')] as Schema);
    if (node.const !== undefined) return node.const;
    if (node.enum !== undefined) return random.pick(node.enum);
    if (node.oneOf !== undefined) return sample(random.pick(node.oneOf));
    switch (node.type) {
      case 'boolean':
        return random.chance(0.5);
      case 'integer':
        return random.int(node.minimum ?? 0, Math.min(node.maximum ?? 100, (node.minimum ?? 0) + 100));
      case 'number':
        return random.int(Math.max(node.minimum ?? 0, 0), Math.min(node.maximum ?? 5000, 5000)) / 4;
      case 'string':
        return sampleText(node, random);
      case 'array':
        return entriesOf(node, random, density, sample);
      default:
        return isPartialDate(node) ? samplePartialDate(random) : members(node, random, density, sample);
    }
  };
  return sample(schema);
}

function members(
  node: Schema,
  random: SeededRandom,
  density: Density,
  sample: (node: Schema) => unknown,
): unknown {
  if (node.properties === undefined) {
    const count = random.int(1, Math.min(node.maxProperties ?? 2, 2));
    const names = Array.from({ length: count }, () => sample({ type: 'string', ...node.propertyNames }));
    return Object.fromEntries(names.map((name) => [name, sample(node.additionalProperties as Schema)]));
  }
  const entries = Object.entries(node.properties)
    .filter(([name]) => node.required?.includes(name) || random.chance(density.optional))
    .map(([name, property]) => [name, sample(property)]);
  return Object.fromEntries(entries);
}

function entriesOf(
  node: Schema,
  random: SeededRandom,
  { entries }: Density,
  sample: (node: Schema) => unknown,
): unknown {
  const least = Math.max(node.minItems ?? 0, 1);
  const length = random.int(least, Math.min(node.maxItems ?? entries, Math.max(entries, least)));
  const all = Array.from({ length }, () => sample(node.items as Schema));
  if (!node.uniqueItems) return all;
  const distinct = new Map(all.map((entry) => [JSON.stringify(entry), entry]));
  while (distinct.size < least) {
    const more = sample(node.items as Schema);
    distinct.set(JSON.stringify(more), more);
  }
  return [...distinct.values()];
}

function isPartialDate({ properties }: Schema): boolean {
  return properties?.['precision'] !== undefined && properties['value']?.format === 'partial-date';
}

/** Between 2015 and 2024, so that everything happens before a record is issued in 2025. */
function samplePartialDate(random: SeededRandom): unknown {
  const precision = random.pick(['year', 'month', 'day'] as const);
  return { value: sampleDay(random).slice(0, { year: 4, month: 7, day: 10 }[precision]), precision };
}

const two = (value: number): string => String(value).padStart(2, '0');

function sampleDay(random: SeededRandom): string {
  return `${random.int(2015, 2024)}-${two(random.int(1, 12))}-${two(random.int(1, 28))}`;
}

/** Words of several scripts, with emoji and combining marks: what a name may hold. */
const words = [
  'Anse',
  'Brève',
  'Río',
  'Ñame',
  '李',
  'עדה',
  'سلام',
  '🌴',
  'e\u0301',
  'o’Neil',
  'house',
  'by the road',
  '12',
];

/** Text of a pattern. One that grew too long is made anew: cut, it might not fit the pattern any more. */
function sampleFitting(pattern: string, { minLength, maxLength = Infinity }: Schema, random: SeededRandom) {
  for (;;) {
    const text = samplePattern(pattern, random, minLength);
    if (text.length <= maxLength) return text;
  }
}

function sampleText(node: Schema, random: SeededRandom): string {
  if (node.pattern !== undefined) return sampleFitting(node.pattern, node, random);
  switch (node.format) {
    case 'date':
      return `2035-${sampleDay(random).slice(5)}`;
    case 'partial-date':
      return node.minLength === 7 ? sampleDay(random).slice(0, random.pick([7, 10])) : '2025';
    case 'date-time':
      return `2025-${sampleDay(random).slice(5)}T12:30:00${random.pick(['Z', '-04:00', '+05:45'])}`;
    case 'uuid':
      return samplePattern('^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$', random);
    default: {
      const text = Array.from({ length: random.int(1, 4) }, () => random.pick(words)).join(' ');
      // `slice` on characters, so that no emoji is cut in half.
      return [...text].slice(0, node.maxLength).join('');
    }
  }
}
