import {
  type DeepReadonly,
  exact,
  type Indicator,
  newestVersion,
  type Unprotected,
  type Valid,
} from '@ctdx/model';
import { parse } from '@ctdx/validate/indicator-pseudonymized';
import { type Definition, definitions } from './definitions.js';
import type { Figure } from './measure.js';
import type { Total } from './totals.js';

type Exact = DeepReadonly<Indicator<'pseudonymized'>>;

/** What a figure can't know of itself: who issues it, when, and how it may be used. */
export interface IndicatorHeader {
  readonly source: Exact['source'];
  readonly handling: Omit<Exact['handling'], 'level'>;
  /** Day, month or year. */
  readonly issuedAt: string;
  /** @defaultValue '1.0' */
  readonly codeListVersion?: string;
  readonly profile?: string;
  /** Makes the id of each record. @defaultValue a random UUID */
  readonly newId?: () => string;
}

/**
 * Writes exact figures as indicator records with protection `none`: personal data in a small state, which travel
 * under an agreement for statistics and are not published.
 * @throws {InvalidRecordError} when the header does not fit the standard
 */
export function toIndicators(
  box: Unprotected<{ readonly figures: readonly (Figure | Total)[]; readonly synthetic: boolean }>,
  header: IndicatorHeader,
): readonly Valid<Indicator<'pseudonymized'>>[] {
  const { figures, synthetic } = exact(box);
  const { newId = () => crypto.randomUUID(), codeListVersion = '1.0', handling, ...rest } = header;
  return figures.map((figure) => {
    const { unit, countingUnit, flow, novelty }: Definition = definitions[figure.indicator];
    return parse({
      type: 'indicator',
      schemaVersion: newestVersion,
      id: newId(),
      revision: 1,
      ...rest,
      codeListVersion,
      handling: { level: 'pseudonymized', ...handling },
      ...(synthetic && { provenance: { synthetic } }),
      definition: { id: figure.indicator, version: figure.version },
      ...areaOf(figure),
      period: { start: figure.period.from, end: figure.period.to },
      ...(figure.value !== undefined && { value: figure.value }),
      status: figure.status,
      disaggregation: figure.disaggregation,
      ...{ unit, countingUnit, flow, novelty },
      statusBasis: figure.statusBasis,
      deduplicated: figure.deduplicated,
      protection: 'none',
    });
  });
}

function areaOf(figure: Figure | Total) {
  if ('countries' in figure) return { countries: figure.countries };
  const { country, agenciesReported, agenciesNotReported } = figure;
  return { country, agenciesReported, agenciesNotReported };
}
