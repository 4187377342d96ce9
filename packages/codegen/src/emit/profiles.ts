import { banner, type Output } from '../output.js';
import type { Sources } from '../sources.js';

/** `model/src/generated/profiles.ts`: the national profiles by id. */
export function profiles(sources: Sources): Output[] {
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
  return [{ path: 'packages/model/src/generated/profiles.ts', text }];
}
