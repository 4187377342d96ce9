import { deriveSchemas } from '../schema/derive.js';
import { inline } from '../schema/inline.js';
import { sourceAt } from '../source-at.js';
import type { Json, Sources } from '../sources.js';

/** One place says the version of the standard; ids and patterns of the records repeat it, and may not contradict it. */
export function versionProblems(sources: Sources): string[] {
  if (sources.records.length === 0) return [];
  const file = 'migrations/versions.json';
  const { newest, versions } = sourceAt(sources.migrations, file);
  const names: string[] = versions.map(({ version }: Json) => version);
  const problems: string[] = [];
  if (names.at(-1) !== newest) problems.push(`${file}: the last version is not the newest one`);
  names.slice(1).forEach((name, at) => {
    if (!follows(names[at] as string, name)) problems.push(`${file}: ${name} does not follow ${names[at]}`);
  });
  for (const { path, json } of sources.records) {
    if (!json.$id.startsWith(`urn:ctdx:${newest}:`))
      problems.push(`${path}: its id is not of version ${newest}`);
  }
  for (const { type, level, schema } of deriveSchemas(sources)) {
    const pattern = inline(schema).properties?.schemaVersion?.pattern;
    const [major = ''] = newest.split('.');
    const takes = (version: string) => new RegExp(pattern ?? '^$', 'u').test(version);
    if (!takes(newest) || !takes(`${major}.99`) || takes(`${Number(major) + 1}.0`))
      problems.push(
        `records/${type}: schemaVersion at ${level} does not take exactly the minors of ${newest}`,
      );
  }
  return [...problems, ...migrationProblems(sources, names)];
}

/** Steps lead from each version to the next, with ids of their own, and a vector proves both ways. */
function migrationProblems(sources: Sources, names: readonly string[]): string[] {
  const problems: string[] = [];
  const types = new Set(sources.records.map(({ json }) => json.properties?.type?.const));
  const steps = new Set<string>();
  const files = sources.migrations.filter(({ path }) => path !== 'migrations/versions.json');
  for (const { path, json } of files) {
    if (path !== `migrations/${json.from}-${json.to}.json`)
      problems.push(`${path}: leads from ${json.from} to ${json.to}`);
    if (!names.includes(json.from) || names[names.indexOf(json.from) + 1] !== json.to)
      problems.push(`${path}: ${json.to} is not the version after ${json.from}`);
    for (const { id, record } of json.steps) {
      if (steps.has(id)) problems.push(`${path}: ${id} stands twice`);
      steps.add(id);
      if (!types.has(record)) problems.push(`${path}: ${id} is about no record`);
    }
    for (const to of [json.from, json.to]) {
      const proved = vectors(sources).some(
        ({ json: vector }) => vector.to === to && [json.from, json.to].includes(vector.input.schemaVersion),
      );
      if (!proved) problems.push(`${path}: no vector in conformance/migrations leads to ${to}`);
    }
  }
  names.slice(1).forEach((name, at) => {
    const before = names[at];
    if (!files.some(({ json }) => json.from === before && json.to === name))
      problems.push(`migrations: nothing leads from ${before} to ${name}`);
  });
  return problems;
}

function vectors(sources: Sources) {
  return sources.conformance.filter(({ path }) => path.startsWith('conformance/migrations/'));
}

function follows(before: string, after: string): boolean {
  const [major = 0, minor = 0] = before.split('.').map(Number);
  return after === `${major}.${minor + 1}` || after === `${major + 1}.0`;
}
