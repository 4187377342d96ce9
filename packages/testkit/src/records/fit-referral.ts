import { entriesOf, forPurpose, type Loose, some } from './loose.js';

/** How a referral goes when nobody declines it, and who makes each step. */
const steps = ['sent', 'delivered', 'acknowledged', 'accepted', 'inProgress', 'completed'] as const;
const machines: ReadonlySet<string> = new Set(['delivered', 'expired']);
const needLaw: ReadonlySet<unknown> = new Set(['legalObligation', 'courtOrder']);

/** Lets the parties make their own steps, in order, and a transfer rest on a law of the country that sends. */
export function fitReferral(referral: Loose): Loose {
  const { transferLaw: _law, returnRiskAssessed, status: _status, events, sealed, ...rest } = referral;
  const country = (rest['source'] as Loose)['country'];
  const from = { ...(rest['from'] as Loose), country };
  const to = rest['to'] as Loose;
  const crosses = to['country'] !== country;
  const stated = rest['transferBasis'] ?? (crosses ? 'consent' : undefined);
  const basis = stated === 'agreementClause' && rest['agreement'] === undefined ? 'vitalInterests' : stated;
  const assessed = crosses && rest['reason'] === 'return' ? 'yes' : returnRiskAssessed;
  const history = fitEvents(entriesOf(events), { from, to, services: rest['services'] as string[] });
  return forPurpose(
    {
      ...rest,
      from,
      status: history.at(-1)?.['event'] ?? 'draft',
      ...(basis === undefined ? {} : { transferBasis: basis }),
      ...(needLaw.has(basis) ? { transferLaw: `${country}-TIPA-2010` } : {}),
      ...(assessed === undefined ? {} : { returnRiskAssessed: assessed }),
      ...(history.length === 0 ? {} : { events: history }),
      ...(sealed === undefined ? {} : { sealed: { ...(sealed as Loose), recipient: named(to) } }),
      ...(rest['subject'] === undefined ? { deduplicated: 'unknown' } : {}),
    },
    'referral',
  );
}

/** Who it is, without what a referral says of its own parties. */
const named = ({ country, agency }: Loose): Loose => ({ country, agency });

interface Between {
  readonly from: Loose;
  readonly to: Loose;
  readonly services?: readonly string[] | undefined;
}

/** As many steps as there are events; one that gives a reason for declining is the last. */
function fitEvents(events: readonly Loose[], { from, to, services = [] }: Between): Loose[] {
  const declinedAt = events.findIndex(({ event }, at) => at > 0 && event === 'declined');
  const names = declinedAt < 0 ? steps.slice(0, events.length) : [...steps.slice(0, declinedAt), 'declined'];
  return names.map((event, at) => {
    const { declineReason = 'noCapacity', outcomes: _outcomes, ...one } = events[at] as Loose;
    return {
      ...one,
      sequence: at + 1,
      event,
      by: event === 'sent' ? named(from) : named(to),
      actor: machines.has(event) ? 'machine' : 'person',
      ...(event === 'declined' ? { declineReason } : {}),
      ...(event === 'completed'
        ? some('outcomes', services, (service) => ({ service, outcome: 'completed' }))
        : {}),
    };
  });
}
