import { type Finding, newestVersion, versionStanding } from '@ctdx/model';
import type { LossLedger } from './loss.js';

type Fields = Record<string, unknown>;

/**
 * Takes codes that no list of ours has out of a stripped record of a newer minor version: like its new properties, they
 * may say anything. An entry that is nothing without its code goes with it. What is left is what we know, so that it is
 * written as the newest version that we know.
 * @param findings what a check of the stripped record says
 */
export function dropNewer(stripped: Fields, findings: readonly Finding[], losses: LossLedger): void {
  if (stripped['schemaVersion'] !== newestVersion) losses.note('coarsened', '/schemaVersion');
  stripped['schemaVersion'] = newestVersion;
  const places = findings.flatMap(({ code, path }) =>
    code === 'unknown-code' ? [path] : code === 'missing' ? (/^.*\/\d+(?=\/)/.exec(path) ?? []) : [],
  );
  // From the end, so that an entry can be taken away without moving those that are still to come.
  for (const path of [...new Set(places)].reverse()) {
    take(stripped, path.split('/').slice(1));
    losses.note('unlisted-code', path.replaceAll(/\/\d+(?=\/|$)/g, '/*'));
  }
}

/** True for a record that may hold what is new in a minor version that we do not know. */
export function isOfNewer({ schemaVersion }: { readonly schemaVersion: string }): boolean {
  return versionStanding(schemaVersion) === 'newer';
}

function take(root: Fields, names: readonly string[]): void {
  const holders: (Fields | unknown[])[] = [root];
  for (const name of names.slice(0, -1)) holders.push((holders.at(-1) as Fields)[name] as Fields);
  const [holder, last] = [holders.at(-1), names.at(-1) as string];
  if (!Array.isArray(holder)) delete (holder as Fields)[last];
  else if (holder.length > 1) holder.splice(Number(last), 1);
  else delete (holders.at(-2) as Fields)[names.at(-2) as string]; // an empty array says nothing
}
