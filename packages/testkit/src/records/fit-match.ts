import type { Loose } from './loose.js';

/** Lets a country that is concerned confirm, and a scope hold only those who are in it. */
export function fitMatch(match: Loose): Loose {
  const { personRef, scope, confidence, ...rest } = match;
  const refs = match['refs'] as Loose[];
  const { country, agency } = refs[0] as Loose;
  const isConfirmed = rest['outcome'] === 'confirmed';
  const shared = scope === 'agency' ? { country, agency } : scope === 'national' ? { country } : {};
  const needsPerson = isConfirmed && (scope === 'national' || scope === 'regional');
  return {
    ...rest,
    refs: refs.map((one) => ({ ...one, ...shared })),
    confidence: isConfirmed && confidence === 'rejected' ? 'probable' : confidence,
    confirmedBy: { ...(rest['confirmedBy'] as Loose), country },
    ...(isConfirmed && personRef !== undefined ? { personRef } : {}),
    ...(scope === undefined || (needsPerson && personRef === undefined) ? {} : { scope }),
  };
}
