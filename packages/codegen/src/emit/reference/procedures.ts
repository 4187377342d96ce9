import type { Output } from '../../output.js';
import type { Json, Sources } from '../../sources.js';
import { documentText, words } from './document.js';
import { code, fenced, link, page, prose } from './markdown.js';

/** `procedures/<id>.md`: the procedures as data, with a picture of the states where there are any. */
export function procedurePages(sources: Sources): Output[] {
  return sources.procedures.map(({ path, json }) => {
    const { $schema, id, version, kind, title, description, verification, ...rest } = json;
    return page(`procedures/${id}.md`, prose(title.en), [
      prose(description.en),
      `Procedure ${code(id)}, version ${version}${kind === undefined ? '' : `, ${words(kind)}`}. How it is known: **${verification}**, unless a part says otherwise. ${link('JSON', `../../../schemas/${path}`)}`,
      stateDiagram(json),
      ...documentText(rest, 2),
    ]);
  });
}

/** The transitions as a picture; the table of them stands below it, for those who see no pictures. */
function stateDiagram({ transitions }: Json): string {
  if (!Array.isArray(transitions)) return '';
  const lines = transitions.flatMap(({ event, id, from, to, by }: Json) => {
    const label = `${event ?? id}${by === undefined ? '' : `: ${[by].flat().join(', ')}`}`;
    return [from ?? []]
      .flat()
      .map((state: string) => `  ${state === 'none' ? '[*]' : state} --> ${to}: ${label}`);
  });
  return lines.length === 0 ? '' : fenced('mermaid', ['stateDiagram-v2', ...lines].join('\n'));
}
