import { type Loose, some } from './loose.js';

/** Lets a withdrawal in part name its part, and every answer say what belongs to it alone. */
export function fitWithdrawal(withdrawal: Loose): Loose {
  const { purposes = ['statistics'], sections = ['health'], responses, ...rest } = withdrawal;
  const scope = rest['scope'] === 'recipients' && rest['recipients'] === undefined ? 'record' : rest['scope'];
  // Answers of those who were not asked are answers of nobody.
  const asked = rest['recipients'] as Loose[] | undefined;
  const answers =
    asked === undefined ? responses : (responses as Loose[] | undefined)?.slice(0, asked.length);
  return {
    ...rest,
    scope,
    ...(scope === 'purposes' ? { purposes } : {}),
    ...(scope === 'sections' ? { sections, recordType: 'case' } : {}),
    ...some('responses', answers, (one, at) => ({
      ...fitAnswer(one, rest['withdrawnOn']),
      recipient: asked?.[at] ?? one['recipient'],
    })),
  };
}

function fitAnswer(response: Loose, withdrawnOn: unknown): Loose {
  const { law, clause = '1', lastBackupExpires, onward, answeredOn, ...rest } = response;
  const { answer } = rest;
  const isOver = answer === 'neverHeld';
  const country = (rest['recipient'] as Loose)['country'];
  return {
    ...rest,
    ...(answer === 'retainedByLaw' ? { law: law ?? `${country}-TIPA-2010`, clause } : {}),
    ...(answer === 'purged' ? { lastBackupExpires: lastBackupExpires ?? withdrawnOn } : {}),
    ...(answer === 'pending' || answeredOn === undefined ? {} : { answeredOn: withdrawnOn }),
    ...(isOver || onward === undefined ? {} : { onward }),
  };
}
