import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type CompiledProfile, isCompiledProfile } from '@ctdx/validate';
import { profile as bb } from '@ctdx/validate/profiles/bb';
import { profile as bs } from '@ctdx/validate/profiles/bs';
import { profile as jm } from '@ctdx/validate/profiles/jm';
import { profile as lc } from '@ctdx/validate/profiles/lc';
import { refuse } from './refusal.js';

/** The profiles that come with the standard. */
const builtIn = { bb, bs, jm, lc } as const;

export const profileOption = {
  value: 'PROFILE',
  says: `Check against a national profile too: ${Object.keys(builtIn).join(', ')}, or a file that ctdx compile wrote.`,
} as const;

/**
 * The profile that was asked for. A file is a module and is run: take one that you compiled, or trust who did.
 * @throws {Refusal} when there is none, in words that hold nothing of what the file or the call says.
 */
export async function profileFor(given: string): Promise<CompiledProfile> {
  if (Object.hasOwn(builtIn, given)) return builtIn[given as keyof typeof builtIn];
  const about = `--profile must be one of ${Object.keys(builtIn).join(', ')}, or a file .profile.mjs that ctdx compile wrote.`;
  if (!given.endsWith('.mjs')) return refuse(about);
  const module = (await import(pathToFileURL(resolve(given)).href).catch(() =>
    refuse('The file of --profile is not there or is no module.'),
  )) as { readonly profile?: unknown };
  if (!isCompiledProfile(module.profile))
    return refuse(
      'The file of --profile is not a profile that this version of ctdx compiled. Compile it again.',
    );
  return module.profile;
}
