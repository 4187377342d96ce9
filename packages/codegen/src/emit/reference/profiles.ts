import type { Output } from '../../output.js';
import type { Sources } from '../../sources.js';
import { documentText } from './document.js';
import { code, link, page, prose } from './markdown.js';

/** `profiles/<id>.md`: what is known of a country, with the source of each statement and how well it was checked. */
export function profilePages(sources: Sources): Output[] {
  return sources.profiles.map(({ path, json }) => {
    const { $schema, id, version, title, ...rest } = json;
    return page(`profiles/${id}.md`, prose(title.en), [
      `National profile ${code(id)}, version ${version}: cited facts, each with its source and how it is known. It can only narrow the standard, and is not legal advice: check the gazetted text. ${link('JSON', `../../../schemas/${path}`)}`,
      ...documentText(rest, 2),
    ]);
  });
}
