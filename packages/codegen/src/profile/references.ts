import type { Json } from '../sources.js';
import type { ProblemCode, ProfileProblem } from './problem.js';
import type { Standard } from './standard.js';

/** Every name in a profile that stands for something elsewhere stands for something. */
export function referenceProblems(profile: Json, standard: Standard): ProfileProblem[] {
  const problems: ProfileProblem[] = [];
  const report = (code: ProblemCode, path: string) => problems.push({ code, path });
  const among = (list: string, code: string) => standard.lists.get(list)?.codes.includes(code) === true;
  const each = (rows: readonly Json[] | undefined, look: (row: Json, path: string) => void, name: string) =>
    rows?.forEach((row, index) => {
      look(row, `/${name}/${index}`);
    });

  if (profile.standard !== standard.version) report('standard', '/standard');
  // A country that the standard does not list yet may be user-assigned: XA to XZ.
  if (profile.id.toUpperCase() !== profile.country) report('country', '/country');
  if (!among('country', profile.country) && !/^X[A-Z]$/.test(profile.country)) report('country', '/country');
  for (const role of ['administration', 'spoken']) {
    each(
      profile.languages[role],
      (code, path) => among('language', code) || report('language', `/languages${path}`),
      role,
    );
  }
  if (profile.currency !== undefined && !among('currency', profile.currency.code))
    report('currency', '/currency/code');

  each(
    profile.authorities,
    (row, path) => {
      if (!among('authority', row.authority)) report('authority', `${path}/authority`);
      if (!among('agency-type', row.agencyType)) report('agency', `${path}/agencyType`);
      each(row.decides, (code, at) => among('victim-status', code) || report('status', path + at), 'decides');
    },
    'authorities',
  );
  each(
    profile.laws,
    (row, path) => row.id.startsWith(`${profile.country}-`) || report('prefix', `${path}/id`),
    'laws',
  );
  each(
    profile.identifiers,
    ({ kind }, path) =>
      kind === 'telephone' || among('identifier-kind', kind) || report('identifier', `${path}/kind`),
    'identifiers',
  );
  for (const [name, key] of [
    ['authorities', 'id'],
    ['laws', 'id'],
    ['rules', 'id'],
    ['lists', 'name'],
  ] as const)
    twice(profile[name], key, (index) => report('twice', `/${name}/${index}/${key}`));
  each(profile.lists, (row, path) => lookAtList(row, path, profile, standard, report), 'lists');
  each(
    profile.extensions,
    (row, path) => lookAtExtension(row, path, profile, standard, report),
    'extensions',
  );
  const names = (profile.extensions ?? []).map(({ record, name }: Json) => ({ key: `${record} ${name}` }));
  twice(names, 'key', (index) => report('twice', `/extensions/${index}/name`));
  return problems;
}

type Report = (code: ProblemCode, path: string) => void;

function lookAtList(list: Json, path: string, profile: Json, standard: Standard, report: Report): void {
  if (!list.name.startsWith(`${profile.id}-`)) report('prefix', `${path}/name`);
  const regional = list.refines === undefined ? undefined : standard.lists.get(list.refines);
  if (list.refines !== undefined && regional === undefined) report('closed', `${path}/refines`);
  twice(list.codes, 'code', (index) => report('twice', `${path}/codes/${index}/code`));
  list.codes.forEach(({ code, broader }: Json, index: number) => {
    const at = `${path}/codes/${index}`;
    if (regional === undefined) {
      if (broader !== undefined) report('broader', `${at}/broader`);
      return;
    }
    if (broader === undefined || !regional.codes.includes(broader)) report('broader', `${at}/broader`);
    if (regional.codes.includes(code)) report('standard-code', `${at}/code`);
  });
}

/** A list that an extension takes is one of the profile or a closed one of the standard: an open one can hold a name. */
function lookAtExtension(row: Json, path: string, profile: Json, standard: Standard, report: Report): void {
  const kinds = standard.schemas.filter(({ type }) => type === row.record);
  if (kinds.length === 0) report('record', `${path}/record`);
  else if (!kinds.some(({ schema }) => Object.hasOwn(schema.properties, 'extensions')))
    report('path', `${path}/record`);
  const own = (profile.lists ?? []).some(({ name }: Json) => name === row.list);
  const regional = standard.lists.get(row.list);
  if (!own && (regional === undefined || regional.open)) report('list', `${path}/list`);
}

function twice(rows: readonly Json[] | undefined, key: string, report: (index: number) => void): void {
  const seen = new Set<string>();
  rows?.forEach((row, index) => {
    if (seen.has(row[key])) report(index);
    seen.add(row[key]);
  });
}
