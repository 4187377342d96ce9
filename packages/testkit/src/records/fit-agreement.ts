import { entriesOf, type Loose } from './loose.js';

const travels: Readonly<Record<string, readonly string[]>> = {
  identified: ['case', 'screening', 'referral', 'match', 'parcel'],
  pseudonymized: ['case', 'screening', 'referral', 'indicator', 'match', 'withdrawal', 'receipt', 'parcel'],
  aggregate: ['indicator', 'action-plan', 'agreement', 'parcel'],
};
const forHelp: ReadonlySet<unknown> = new Set([
  'assistance',
  'referral',
  'investigation',
  'prosecution',
  'crossBorderCooperation',
]);
const signedStates: ReadonlySet<unknown> = new Set(['signed', 'inForce', 'suspended']);

/** Lets every clause go from one party to another, with what may travel at its level, and every key fit its use. */
export function fitAgreement(agreement: Loose): Loose {
  const fitted = (agreement['parties'] as Loose[]).map(fitParty);
  const isSigned = fitted.some(({ signature }) => signature !== undefined);
  const signs = isSigned && signedStates.has(agreement['status']);
  // Where one has signed, all have; of a draft some have, and that is right too.
  const signedOn = { value: '2015', precision: 'year' };
  const { signature } = fitted.find((one) => one['signature'] !== undefined) ?? {};
  const parties = signs ? fitted.map(({ keys: _keys, ...one }) => ({ signature, signedOn, ...one })) : fitted;
  const [sender, recipient] = fitted.map(({ country, agency }) => ({ country, agency }));
  return {
    ...agreement,
    status: signs || !signedStates.has(agreement['status']) ? agreement['status'] : 'draft',
    parties,
    clauses: (agreement['clauses'] as Loose[]).map((one) => ({
      ...fitClause(one),
      sender,
      recipients: [recipient],
    })),
  };
}

function fitParty(party: Loose): Loose {
  const { signature, ...rest } = party;
  const keys = entriesOf(party['keys']).map(fitKey);
  const own = keys.find(({ use }) => use === 'signature' || use === 'offlineRoot');
  const signs = signature !== undefined && (own !== undefined || keys.length === 0);
  return {
    ...rest,
    roles: ['sender', 'recipient', 'custodian'],
    ...(keys.length === 0 ? {} : { keys }),
    ...(signs
      ? { signature: { ...(signature as Loose), ...(own === undefined ? {} : { keyId: own['keyId'] }) } }
      : {}),
  };
}

const curves: Readonly<Record<string, string>> = { ES256: 'P-256', ES384: 'P-384', EdDSA: 'Ed25519' };

function fitKey(key: Loose): Loose {
  const { y, ...rest } = key;
  const stated = key['algorithm'] as string;
  const isForSealing = key['use'] === 'encryption';
  const algorithm = isForSealing ? 'ECDH-ES-A256KW' : stated in curves ? stated : 'ES256';
  const crv = curves[algorithm] ?? 'X25519';
  const kty = crv.startsWith('P-') ? 'EC' : 'OKP';
  return { ...rest, algorithm, crv, kty, ...(kty === 'EC' ? { y: y ?? key['x'] } : {}) };
}

function fitClause(clause: Loose): Loose {
  const { sections, onwardTransfer, markings, ...rest } = clause;
  const level = clause['level'] as string;
  const kinds = (clause['recordTypes'] as string[]).filter((type) => travels[level]?.includes(type));
  const recordTypes = kinds.length === 0 ? travels[level]?.slice(0, 1) : kinds;
  const stated = clause['purposes'] as string[];
  const allowed = stated.filter((purpose) =>
    level === 'identified' ? forHelp.has(purpose) : level !== 'pseudonymized' || purpose !== 'statistics',
  );
  const purposes = allowed.length === 0 ? ['referral'] : allowed;
  const shown = (markings as string[] | undefined)?.filter(
    (one) => one !== 'public' || level === 'aggregate',
  );
  return {
    ...rest,
    recordTypes,
    purposes,
    ...(shown === undefined || shown.length === 0 ? {} : { markings: shown }),
    ...(sections !== undefined && recordTypes?.includes('case') ? { sections } : {}),
    ...(onwardTransfer === undefined || level === 'identified'
      ? {}
      : { onwardTransfer: { ...(onwardTransfer as Loose), purposes: purposes.slice(0, 1) } }),
  };
}
