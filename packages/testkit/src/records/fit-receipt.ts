import { entriesOf, type Loose } from './loose.js';

/** Lets each verdict name its place, its record and its reason, and the counts add up. */
export function fitReceipt(receipt: Loose): Loose {
  const parcel = (receipt['parcel'] as Loose)['id'];
  const verdicts = entriesOf(receipt['verdicts']).map((one, at) => {
    const findings = entriesOf(one['findings']).map(fitFinding);
    return {
      ...one,
      position: at + 1,
      // A refused record may have no id that could be read.
      ...(one['verdict'] === 'refused' ? {} : { record: one['record'] ?? parcel, revision: at + 1 }),
      ...(one['verdict'] === 'refused' || findings.length > 0
        ? { findings: findings.length > 0 ? findings : [{ code: 'required', path: '/id' }] }
        : {}),
    };
  });
  const count = (name: string) => verdicts.filter(({ verdict }: Loose) => verdict === name).length;
  const names = ['accepted', 'duplicate', 'refused', 'quarantined'];
  return {
    ...receipt,
    verdicts,
    ...(receipt['counts'] === undefined
      ? {}
      : { counts: Object.fromEntries(names.map((name) => [name, count(name)])) }),
  };
}

function fitFinding(finding: Loose): Loose {
  return finding['code'] === 'rule' ? { rule: 'case.not-public', ...finding } : finding;
}
