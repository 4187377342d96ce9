import { banner, type Output } from '../output.js';
import { compileProfile } from '../profile/compile-profile.js';
import { describeProblem } from '../profile/problem.js';
import { standardOf } from '../profile/standard.js';
import { pascal } from '../schema/names.js';
import type { Sources } from '../sources.js';

/**
 * `model/src/generated/profiles.ts`: the national profiles by id, as data; `validate/src/generated/profiles/<id>.js`:
 * each compiled, by the function that compiles anybody's.
 */
export function profiles(sources: Sources): Output[] {
  return [asData(sources), ...compiled(sources)];
}

function asData(sources: Sources): Output {
  const ids = sources.profiles.map(({ json }) => json.id as string);
  const rows = sources.profiles.map(({ json }) => {
    const { $schema: _schema, ...profile } = json;
    return `'${json.id}': ${JSON.stringify(profile)},`;
  });
  const text = `${banner}
import type { Profile } from '../profile.js';

/** Ids of the national profiles. */
export type ProfileId = ${ids.map((id) => `| '${id}'`).join(' ') || 'never'};

export const profiles: { readonly [Id in ProfileId]: Profile } = {
${rows.join('\n')}
};
`;
  return { path: 'packages/model/src/generated/profiles.ts', text };
}

function compiled(sources: Sources): Output[] {
  const standard = standardOf(sources);
  return sources.profiles.flatMap(({ path: source, json }) => {
    const result = compileProfile(json, standard);
    if (!result.ok) throw new Error(`${source}: ${result.problems.map(describeProblem).join(' ')}`);
    const path = `packages/validate/src/generated/profile-${json.id}`;
    return [
      { path: `${path}.js`, text: `${banner}${result.module.replace(/^\/\/.*\n/, '')}` },
      {
        path: `${path}.d.ts`,
        text: `${banner}
import type { CompiledProfile } from '../profile.js';

/** The national profile ${pascal(json.id)}, compiled. */
export declare const profile: CompiledProfile;
`,
      },
    ];
  });
}
