import type { LevelOf, RecordOf, RecordType } from '@ctdx/model';
import { checkerOf } from '@ctdx/validate';
import { type SeededRandom, seededRandom } from '../random.js';
import { fitActionPlan } from './fit-action-plan.js';
import { fitAgreement } from './fit-agreement.js';
import { fitMatch } from './fit-match.js';
import { fitParcel } from './fit-parcel.js';
import { fitReceipt } from './fit-receipt.js';
import { fitReferral } from './fit-referral.js';
import { fitWithdrawal } from './fit-withdrawal.js';
import type { Loose } from './loose.js';
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
  /** Whoever decides does so under the law of its own country. */
  case(record) {
    const history = record['statusHistory'] as Loose[] | undefined;
    if (history === undefined) return record;
    return { ...record, statusHistory: history.map((one) => ofCountry(one, one['country'])) };
  },
  /** A suppressed figure says nothing, in no property; a share has its parts, an amount its currency. */
  indicator(indicator) {
    const { value, numerator, denominator, currency = 'XCD', disaggregation, ...rest } = indicator;
    const parts = (disaggregation as Loose[] | undefined)?.map((one) =>
      listed.has(one['dimension']) ? { ...one, category: 'unknown' } : one,
    );
    const figures = {
      ...(value === undefined ? {} : { value: rest['unit'] === 'yesNo' ? 1 : shareOf(value, rest['unit']) }),
      ...(rates.has(rest['unit']) ? { numerator: numerator ?? 1, denominator: denominator || 4 } : {}),
      ...(rest['unit'] === 'money' ? { currency } : {}),
    };
    return {
      statusBasis: 'identified',
      ...ofCountry(rest, rest['country']),
      ...(parts === undefined ? {} : { disaggregation: parts }),
      ...(rest['status'] === 'Q' ? (rest['unit'] === 'money' ? { currency } : {}) : figures),
    };
  },
  'action-plan': fitActionPlan,
  agreement: fitAgreement,
  match: fitMatch,
  parcel: fitParcel,
  receipt: fitReceipt,
  referral: fitReferral,
  withdrawal: fitWithdrawal,
};

const rates: ReadonlySet<unknown> = new Set(['percent', 'per100000']);
/** A share is at most the whole. */
const shareOf = (value: unknown, unit: unknown): unknown =>
  unit === 'percent' ? (value as number) % 100 : value;
const listed: ReadonlySet<unknown> = new Set(['sex', 'gender', 'ageGroup', 'form']);

/** Moves the law to a country; where there is none, so there is no law. */
function ofCountry(record: Loose, country: unknown): Loose {
  const { law, ...rest } = record;
  return law === undefined || country === undefined
    ? rest
    : { ...rest, law: `${country}${String(law).slice(2)}` };
}
