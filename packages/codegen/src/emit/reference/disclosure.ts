import type { Output } from '../../output.js';
import type { Json, Sources } from '../../sources.js';
import { code, link, many, page, prose, table } from './markdown.js';

/** `disclosure/<name>.md`: what may be said, for which purposes, and how it is coarsened first. */
export function disclosurePages(sources: Sources): Output[] {
  return sources.disclosure.map(({ path, json }) =>
    page(`disclosure/${json.name}.md`, prose(json.title.en), [
      prose(json.description.en),
      `For the record ${link(json.record, `../records/${json.record}.md`)} at the level **${json.level}**, version ${json.version}. Purposes: ${json.purposes.map((purpose: string) => link(purpose, '../code-lists/purpose.md')).join(', ')}. It names ${many(json.allow.length, 'field')}; what it does not name is left out. ${link('JSON', `../../../schemas/${path}`)}`,
      json.source === undefined ? '' : `Source: ${prose(json.source)}.`,
      table(['Field', 'How it leaves', 'Section', 'Why'], json.allow.map(allowRow)),
    ]),
  );
}

function allowRow({ path, as, from, options, section, why }: Json): string[] {
  const settings = Object.entries<unknown>(options ?? {}).map(([name, value]) => `${name} ${value}`);
  const how = [
    as === undefined ? 'as it is' : code(as),
    ...(from === undefined ? [] : [`from ${code(from)}`]),
  ];
  return [
    code(path),
    `${how.join(' ')}${settings.length === 0 ? '' : ` (${prose(settings.join(', '))})`}`,
    section ?? '',
    prose(why ?? ''),
  ];
}
