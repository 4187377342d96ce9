import { banner, type Output } from '../output.js';
import { sourceAt } from '../source-at.js';
import type { Sources } from '../sources.js';

/** `model/src/generated/versions.ts`: the version of the standard, and those that a receiver takes, from their one place. */
export function versions(sources: Sources): Output[] {
  const {
    newest,
    supportedMinors,
    versions: known,
  } = sourceAt(sources.migrations, 'migrations/versions.json');
  const major = `${newest.split('.')[0]}.`;
  const names: string[] = known.map(({ version }: { version: string }) => version);
  const supported = names.filter((version) => version.startsWith(major)).slice(-supportedMinors);
  const text = `${banner}
/** The newest version of the standard that this release knows. */
export const newestVersion: string = '${newest}';

/** The versions that a receiver takes, oldest first: the last ${supportedMinors} minors, where there are as many. */
export const supportedVersions: readonly string[] = ${JSON.stringify(supported)};

/** Whether the newest version may still change without a new number. */
export const isDraft: boolean = ${known.at(-1).status === 'draft'};
`;
  return [{ path: 'packages/model/src/generated/versions.ts', text }];
}
