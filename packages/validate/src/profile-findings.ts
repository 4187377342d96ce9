import type { Finding } from '@ctdx/model';
import type { Profile } from '@ctdx/model/profiles';
import { read } from './misfit.js';
import { finding } from './to-finding.js';

/**
 * What a national profile adds to a record of the right shape: it comes from that country, and its decisions name
 * bodies and laws of that country. Decisions of other countries are theirs and are left alone.
 */
export function profileFindings(record: unknown, profile: Profile): Finding[] {
  const facts = { profile: profile.id };
  const findings: Finding[] = [];
  if (read(read(record, 'source'), 'country') !== profile.country) {
    findings.push(finding('other-country', '/source/country', facts));
  }
  const decisions = read(record, 'statusHistory');
  if (!Array.isArray(decisions)) return findings;
  decisions.forEach((decision: unknown, index) => {
    if (read(decision, 'country') !== profile.country) return;
    for (const { name, code, known, severity } of checks) {
      const value = read(decision, name);
      if (value === undefined || known(profile).includes(value as string)) continue;
      findings.push({ ...finding(code, `/statusHistory/${index}/${name}`, facts), severity });
    }
  });
  return findings;
}

/** A kind of body that a profile does not list may exist all the same; a body or a law is named exactly. */
const checks: readonly {
  readonly name: string;
  readonly code: 'unknown-authority' | 'unknown-law';
  readonly severity: Finding['severity'];
  readonly known: (profile: Profile) => readonly string[];
}[] = [
  {
    name: 'authority',
    code: 'unknown-authority',
    severity: 'warning',
    known: ({ authorities }) => authorities.map(({ authority }) => authority),
  },
  {
    name: 'body',
    code: 'unknown-authority',
    severity: 'error',
    known: ({ authorities }) => authorities.map(({ id }) => id),
  },
  { name: 'law', code: 'unknown-law', severity: 'error', known: ({ laws }) => laws.map(({ id }) => id) },
];
