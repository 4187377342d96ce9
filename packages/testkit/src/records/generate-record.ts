import type { LevelOf, RecordOf, RecordType } from '@ctdx/model';
import { checkerOf } from '@ctdx/validate';
import { type SeededRandom, seededRandom } from '../random.js';
import { type Density, sampleSchema } from './sample-schema.js';
import { schemaOf } from './schema-of.js';

/** What to generate. */
export interface RecordRequest<T extends RecordType, L extends LevelOf<T>> {
  readonly type: T;
  readonly level: L;
  /** The same seed gives the same record. */
  readonly seed: number;
  /** Share of optional properties that are there. @defaultValue 0.4 */
  readonly optional?: number;
  /** Most entries of an array. @defaultValue 2 */
  readonly entries?: number;
}

/**
 * Makes an invented record from the generated schemas: of the right shape always, keeping every rule whose breach is
 * an error almost always. It says that it is synthetic.
 */
export function generateRecord<T extends RecordType, L extends LevelOf<T>>(
  request: RecordRequest<T, L>,
): RecordOf<T, L> {
  const { type, level, seed, optional = 0.4, entries = 2 } = request;
  const random = seededRandom(seed);
  const record = sampleRecord(`${type}.${level}`, random, { optional, entries });
  const records = record['records'];
  if (Array.isArray(records)) record['records'] = records.map((one) => repair(one as Loose, level, random));
  return repair(record, level, random) as RecordOf<T, L>;
}

type Loose = Record<string, unknown>;

function sampleRecord(name: string, random: SeededRandom, density: Density): Loose {
  const schema = schemaOf(name);
  const record = sampleSchema(schema, schema, random, density) as Loose;
  return { ...record, schemaVersion: '1.0', codeListVersion: '1.0', provenance: { synthetic: true } };
}

/** Enough that nearly every record gets there; each round removes or makes anew what a rule objects to. */
const rounds = 40;

function repair(record: Loose, level: string, random: SeededRandom): Loose {
  const type = record['type'] as RecordType;
  const checker = checkerOf({ type, level: level as never });
  const schema = schemaOf(`${type}.${level}`);
  let current = record;
  // What a rule objects to may be right where something else is not.
  const free = Object.keys(schema.properties ?? {}).filter((name) => !header.has(name));
  for (let round = 0; round < rounds; round += 1) {
    current = fits[type]?.(current) ?? current;
    const broken = checker
      .check(current)
      .findings.filter(({ code, severity }) => code === 'rule' && severity === 'error');
    if (broken.length === 0) return current;
    const names = new Set(broken.map(({ path }) => path.split('/')[1] as string));
    names.delete('records');
    if (random.chance(0.3)) names.add(random.pick(free));
    for (const name of names) {
      const { [name]: _before, ...others } = current;
      const mayGo = !schema.required?.includes(name);
      const again = schema.properties?.[name];
      current =
        (mayGo && random.chance(0.5)) || again === undefined
          ? others
          : { ...others, [name]: sampleSchema(again, schema, random, { optional: 0.3, entries: 1 }) };
    }
  }
  return current;
}

const header = new Set([
  'type',
  'schemaVersion',
  'id',
  'source',
  'handling',
  'codeListVersion',
  'provenance',
  'records',
]);

/** What a type needs that no change of one property brings about. */
const fits: { readonly [T in RecordType]?: (record: Loose) => Loose } = {
  /** A suppressed figure says nothing, in no property. */
  indicator(indicator) {
    if (indicator['status'] !== 'Q') return indicator;
    const { value: _value, numerator: _numerator, denominator: _denominator, ...rest } = indicator;
    return rest;
  },
  /** A parcel holds records or a seal, and only records that were given for its purpose. */
  parcel(parcel) {
    const { records = [], sealed, ...rest } = parcel as { records?: Loose[]; sealed?: unknown };
    if (parcel['records'] === undefined && sealed !== undefined) return parcel;
    const fitted = records.map((record) => {
      const handling = record['handling'] as Loose;
      return { ...record, handling: { ...handling, purposes: [parcel['purpose']] } };
    });
    return { ...rest, recipients: (parcel['recipients'] as unknown[]).slice(0, 1), records: fitted };
  },
};
