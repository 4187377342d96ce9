import type { Finding } from '@ctdx/model';
import { read } from './misfit.js';
import type { CompiledProfile } from './profile.js';
import { checkFindings } from './profile-checks.js';
import { namesAPerson } from './profile-identifiers.js';
import { before, consistent } from './rule-functions.js';
import { finding } from './to-finding.js';

/**
 * What a national profile adds to a record of the right shape: it comes from that country, its decisions name bodies
 * and laws of that country, and it keeps what the profile narrows. Decisions of other countries are theirs and are left
 * alone.
 */
export function profileFindings(
  record: unknown,
  type: string,
  level: string,
  profile: CompiledProfile,
): Finding[] {
  const facts = { profile: profile.id };
  const findings: Finding[] = [];
  if (read(read(record, 'source'), 'country') !== profile.country) {
    findings.push(finding('other-country', '/source/country', facts));
  }
  for (const [path, decision] of decisionsOf(record))
    findings.push(...decisionFindings(decision, path, profile));
  findings.push(...checkFindings(record, type, level, profile), ...extensionFindings(record, type, profile));
  for (const { id, record: of, levels, severity, path, holds } of profile.rules) {
    if (of !== type || !levels.includes(level) || holds(record, functions)) continue;
    findings.push({ code: 'profile-rule', severity, path, rule: id, facts });
  }
  return findings;
}

const functions = { before, consistent };

/** Statuses that somebody gave: the history of a case, the decision of a screening. */
function decisionsOf(record: unknown): (readonly [path: string, decision: unknown])[] {
  const history = read(record, 'statusHistory');
  const decision = read(record, 'decision');
  return [
    ...(Array.isArray(history) ? history.map((one, at) => [`/statusHistory/${at}`, one] as const) : []),
    ...(decision === undefined ? [] : [['/decision', decision] as const]),
  ];
}

function decisionFindings(decision: unknown, path: string, profile: CompiledProfile): Finding[] {
  if (read(decision, 'country') !== profile.country) return [];
  const facts = { profile: profile.id };
  const named = checks.flatMap(({ name, code, known, severity }): Finding[] => {
    const value = read(decision, name);
    if (value === undefined || known(profile).includes(value as string)) return [];
    return [{ ...finding(code, `${path}/${name}`, facts), severity }];
  });
  const body = profile.bodies.find(({ id }) => id === read(decision, 'body'));
  if (body === undefined || mayDecide(body, decision)) return named;
  return [...named, finding('profile-decision', path, facts)];
}

function mayDecide({ decides, since, until }: CompiledProfile['bodies'][number], decision: unknown): boolean {
  const on = read(decision, 'decidedOn') as { readonly value: string } | undefined;
  if (decides !== undefined && !decides.includes(read(decision, 'status') as string)) return false;
  if (on === undefined) return true;
  return (since === undefined || !before(on, since)) && (until === undefined || !before(until, on));
}

/** A kind of body that a profile does not list may exist all the same; a body or a law is named exactly. */
const checks: readonly {
  readonly name: string;
  readonly code: 'unknown-authority' | 'unknown-law';
  readonly severity: Finding['severity'];
  readonly known: (profile: CompiledProfile) => readonly string[];
}[] = [
  {
    name: 'authority',
    code: 'unknown-authority',
    severity: 'warning',
    known: ({ authorities }) => authorities,
  },
  {
    name: 'body',
    code: 'unknown-authority',
    severity: 'error',
    known: ({ bodies }) => bodies.map(({ id }) => id),
  },
  { name: 'law', code: 'unknown-law', severity: 'error', known: ({ laws }) => laws },
];

/** Fields of the country itself: those that the profile has keep its lists. The name of a field is told only then. */
function extensionFindings(record: unknown, type: string, { id, extensions }: CompiledProfile): Finding[] {
  const fields = read(read(record, 'extensions'), id);
  if (typeof fields !== 'object' || fields === null) return [];
  let unknown = false;
  const findings: Finding[] = [];
  for (const name of Object.keys(fields)) {
    const known = extensions.find((one) => one.record === type && one.name === name);
    if (known === undefined) unknown = true;
    else if (!known.codes.includes(read(fields, name) as string))
      findings.push(finding('profile-code', `/extensions/${id}/${name}`, { profile: id }));
  }
  return unknown
    ? [...findings, finding('profile-extension', `/extensions/${id}`, { profile: id })]
    : findings;
}

/**
 * Looks again at the codes that no list of the standard holds. Those that the country has are said with their wider
 * code; below the level `identified` one that looks like a number of a person is refused.
 */
export function nationalCodes(
  record: unknown,
  level: string,
  profile: CompiledProfile,
  findings: readonly Finding[],
): Finding[] {
  return findings.flatMap((found) => {
    if (found.code !== 'unlisted-code') return [found];
    const value = found.path
      .split('/')
      .slice(1)
      .reduce((node: unknown, segment) => read(node, segment), record);
    const { list } = found.facts as { readonly list: string };
    if (list === 'profile' && value === profile.id) return []; // it is the one that was handed in
    const national = profile.codes.find((one) => one.list === list && one.code === value);
    if (national !== undefined)
      return [finding('national-code', found.path, { list, broader: national.broader })];
    if (level === 'identified' || !namesAPerson(String(value), profile)) return [found];
    return [found, finding('profile-identifier', found.path, { profile: profile.id })];
  });
}
