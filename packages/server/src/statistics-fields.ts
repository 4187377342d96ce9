/**
 * What the agreement of a trial grants for statistics: the minimal extract of a case, and a whole indicator.
 * The header is granted always.
 */
export const statisticsFields: readonly string[] = [
  // Case
  '/reportingPeriod/**',
  '/incidentRef',
  '/subject/personRef',
  '/sex',
  '/gender',
  '/age/band',
  '/age/referencePoint',
  '/age/state',
  '/citizenshipRegions/*',
  '/statusHistory/*/status',
  '/statusHistory/*/basis',
  '/statusHistory/*/country',
  '/trafficking/exploitation/*/form',
  '/deduplicated',
  // Indicator
  '/definition/**',
  '/country',
  '/region',
  '/countries/*',
  '/period/**',
  '/value',
  '/unit',
  '/currency',
  '/status',
  '/numerator',
  '/denominator',
  '/disaggregation/**',
  '/countingUnit',
  '/flow',
  '/novelty',
  '/statusBasis',
  '/law',
  '/agenciesReported/*',
  '/agenciesNotReported/*',
  '/protection',
];
