import { newestVersion, supportedVersions } from './generated/versions.js';

/** The parts of `1.2`; undefined for what is no version. */
export function parseVersion(text: string): { readonly major: number; readonly minor: number } | undefined {
  const found = /^([1-9][0-9]{0,2})\.(0|[1-9][0-9]{0,2})$/.exec(text);
  return found === null ? undefined : { major: Number(found[1]), minor: Number(found[2]) };
}

/** Below zero when `a` is the older version, above when it is the newer one. What is no version is the oldest. */
export function compareVersions(a: string, b: string): number {
  const [left, right] = [parseVersion(a), parseVersion(b)];
  return (left?.major ?? -1) - (right?.major ?? -1) || (left?.minor ?? -1) - (right?.minor ?? -1);
}

/** How a version stands to those that are supported. */
export type VersionStanding = 'supported' | 'retired' | 'newer' | 'foreign';

/**
 * How a version stands to ours: `supported`; `retired`, an older minor that receivers need no longer take; `newer`, a
 * newer minor of the same major; `foreign`, another major or no version at all.
 */
export function versionStanding(
  version: string,
  supported: readonly string[] = supportedVersions,
): VersionStanding {
  if (supported.includes(version)) return 'supported';
  const newest = supported.at(-1) ?? newestVersion;
  if (parseVersion(version) === undefined || parseVersion(version)?.major !== parseVersion(newest)?.major)
    return 'foreign';
  return compareVersions(version, newest) > 0 ? 'newer' : 'retired';
}

/**
 * The highest version that both sides know: what a sender converts to before it sends. Undefined when there is none.
 * @param theirs as a node tells them among its capabilities
 * @example highestCommon((await client.capabilities()).versions) // '1.0'
 */
export function highestCommon(
  theirs: readonly string[],
  ours: readonly string[] = supportedVersions,
): string | undefined {
  return ours
    .filter((version) => theirs.includes(version))
    .sort(compareVersions)
    .at(-1);
}
