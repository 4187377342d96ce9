import type { AgencyRef, ConfigurationInput } from './configuration.js';
import { statisticsFields } from './statistics-fields.js';

type ClauseInput = ConfigurationInput['agreements'][number]['clauses'][number];

/** Who meets in a trial. */
interface Parties {
  readonly senders: readonly AgencyRef[];
  readonly regional: AgencyRef;
  /** Fields of the clause for statistics. */
  readonly fields?: readonly string[] | undefined;
}

/** What the agreement of a trial grants of a screening for statistics. */
export const screeningFields: readonly string[] = [
  '/subject/personRef',
  '/deduplicated',
  '/caseRef',
  '/reportingPeriod/**',
  '/setting',
  '/sex',
  '/gender',
  '/age/band',
  '/age/referencePoint',
  '/age/state',
  '/citizenshipRegions/*',
  '/suspectedForms/*',
  '/result/procedure',
  '/result/procedureVersion',
  '/result/proposal',
  '/result/caveats/*',
  '/result/secondaryAllowed',
  '/decision/status',
  '/decision/country',
];

/** What the agreement of a trial grants of a referral: all that is not sealed. A seal is for one recipient, not for a node. */
export const referralFields: readonly string[] = [
  '/subject/personRef',
  '/deduplicated',
  '/caseRef',
  '/screeningRef',
  '/sex',
  '/gender',
  '/age/band',
  '/age/referencePoint',
  '/age/state',
  '/from/**',
  '/to/**',
  '/referredOn/**',
  '/reason',
  '/services/*',
  '/urgency',
  '/respondBy/**',
  '/language',
  '/interpreterNeeded',
  '/accompanying/*/relationship',
  '/accompanying/*/sex',
  '/accompanying/*/ageBand',
  '/transferBasis',
  '/transferLaw',
  '/agreement/**',
  '/returnRiskAssessed',
  '/status',
  '/events/*/sequence',
  '/events/*/event',
  '/events/*/by/**',
  '/events/*/actor',
  '/events/*/occurredOn/**',
  '/events/*/declineReason',
  '/events/*/outcomes/*/service',
  '/events/*/outcomes/*/outcome',
];

/**
 * The clauses of a trial. 1: cases and indicators for statistics; 2: screenings for statistics; 3: referrals between
 * the agencies; 4: plans of action. A clause a type, because a field that is granted is granted for every type of
 * its clause.
 */
export function trialClauses({ senders, regional, fields = statisticsFields }: Parties): ClauseInput[] {
  const statistics = { senders: [...senders], recipients: [regional], purposes: ['statistics'] };
  return [
    {
      clause: '1',
      ...statistics,
      levels: ['pseudonymized', 'aggregate'],
      records: ['case', 'indicator'],
      fields: [...fields],
    },
    {
      clause: '2',
      ...statistics,
      levels: ['pseudonymized'],
      records: ['screening'],
      fields: [...screeningFields],
    },
    {
      clause: '3',
      senders: [...senders],
      recipients: [...senders],
      purposes: ['referral'],
      levels: ['pseudonymized'],
      records: ['referral'],
      fields: [...referralFields],
    },
    {
      clause: '4',
      senders: [...senders],
      recipients: [regional],
      purposes: ['planMonitoring'],
      levels: ['aggregate'],
      records: ['action-plan'],
      fields: ['/**'],
    },
  ];
}
