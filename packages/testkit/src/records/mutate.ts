import type { SeededRandom } from '../random.js';

/** Values that break what a schema says, or nearly do. */
const strange: readonly unknown[] = [
  null,
  true,
  false,
  0,
  -1,
  1.5,
  17,
  18,
  1e15,
  1e16,
  '',
  ' ',
  'a',
  'yes',
  'Yes',
  'unknown',
  '2024',
  '2024-02-30',
  '2024-02-29',
  '2023-02-29',
  '2024-13',
  '2024-05-17T10:00:00Z',
  '2024-05-17T24:00:00Z',
  '2024-05-17T23:59:60Z',
  '2024-05-17T10:00:00+25:00',
  '2024-05-17T10:00:00',
  '1.0',
  '1.7',
  '2.0',
  'XA',
  'xa',
  '😀😀😀😀',
  'e\u0301\u0301',
  'bell\u0007',
  'nul\u0000',
  'half\ud83d',
  '\udc00half',
  'line\nbreak',
  'x'.repeat(63),
  'x'.repeat(64),
  'x'.repeat(65),
  '😀'.repeat(100),
  '😀'.repeat(101),
  [],
  [null],
  ['yes', 'yes'],
  {},
  { value: '2024', precision: 'year' },
  { value: '2024', precision: 'day' },
];

const names = [
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  'extra',
  '',
  'type',
  'sex',
  'value',
  'a/b',
  '~',
];

/**
 * Changes a JSON value in one to three places: a value replaced by a strange one or by one from elsewhere in the
 * record, a property removed or added, an entry repeated. The given value stays as it is.
 */
export function mutate(value: unknown, random: SeededRandom): unknown {
  let result = structuredClone(value);
  const times = random.int(1, 3);
  for (let time = 0; time < times; time += 1) result = mutateOnce(result, random);
  return result;
}

interface Place {
  readonly holder: Record<string, unknown> | unknown[];
  readonly key: string;
}

function mutateOnce(value: unknown, random: SeededRandom): unknown {
  const places: Place[] = [];
  gather(value, places);
  if (places.length === 0) return random.pick(strange);
  const { holder, key } = random.pick(places);
  const put = (given: unknown): void => define(holder, key, given);
  switch (random.int(0, 5)) {
    case 0:
    case 1:
      put(structuredClone(random.pick(strange)));
      break;
    case 2: {
      const other = random.pick(places);
      put(structuredClone(Reflect.get(other.holder, other.key)));
      break;
    }
    case 3:
      if (Array.isArray(holder)) holder.splice(Number(key), 1);
      else Reflect.deleteProperty(holder, key);
      break;
    case 4:
      if (Array.isArray(holder)) holder.push(structuredClone(holder[Number(key)]));
      else define(holder, random.pick(names), structuredClone(random.pick(strange)));
      break;
    default: {
      const inner = Reflect.get(holder, key);
      if (typeof inner === 'string') put(inner + random.pick(['x', ' ', '\u0000', '😀', '-']));
      else if (typeof inner === 'number') put(inner + random.pick([0.5, -1, 1e9]));
      else if (typeof inner === 'object' && inner !== null && !Array.isArray(inner)) {
        define(inner as Record<string, unknown>, random.pick(names), structuredClone(random.pick(strange)));
      } else put(random.pick(strange));
    }
  }
  return value;
}

/** As JSON.parse does: `__proto__` becomes an ordinary property. */
function define(holder: object, key: string, value: unknown): void {
  Object.defineProperty(holder, key, { value, writable: true, enumerable: true, configurable: true });
}

function gather(value: unknown, places: Place[]): void {
  if (typeof value !== 'object' || value === null) return;
  for (const key of Object.keys(value)) {
    places.push({ holder: value as Record<string, unknown>, key });
    gather(Reflect.get(value, key), places);
  }
}
