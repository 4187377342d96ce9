import { banner, type Output } from '../output.js';
import type { Json, Sources } from '../sources.js';

/** `convert/src/generated/migrations.ts`: the steps between the versions, without what only people read. */
export function migrations(sources: Sources): Output[] {
  const files = sources.migrations.filter(({ path }) => path !== 'migrations/versions.json');
  const rows = files.map(({ json: { from, to, steps } }) => ({
    from,
    to,
    steps: steps.map(({ id, record, do: operation }: Json) => ({ id, record, do: operation })),
  }));
  const text = `${banner}
import type { Migration } from '../migrate/migration.js';

/** The steps from each version of the standard to the next. */
export const migrations: readonly Migration[] = ${JSON.stringify(rows)};
`;
  return [{ path: 'packages/convert/src/generated/migrations.ts', text }];
}
