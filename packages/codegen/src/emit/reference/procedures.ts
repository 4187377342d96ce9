import type { Output } from '../../output.js';
import type { Json, Sources } from '../../sources.js';
import { documentText, sourceText, words } from './document.js';
import { code, fenced, link, page, prose } from './markdown.js';

/** `procedures/<id>.md`: the procedures as data, with a picture of the states where there are any. */
export function procedurePages(sources: Sources): Output[] {
  const signs = signsOf(sources);
  return sources.procedures.map(({ path, json }) => {
    const { $schema, id, version, kind, title, description, source, verification, ...rest } = json;
    const { sources: read, openPoints, ...body } = rest;
    return page(`procedures/${id}.md`, prose(title.en), [
      prose(description.en),
      `Procedure ${code(id)}, version ${version}${kind === undefined ? '' : `, ${words(kind)}`}. How it is known: **${verification}**, unless a part says otherwise. Source: ${sourceText(source)}. ${link('JSON', `../../../schemas/${path}`)}`,
      stateDiagram(json),
      ...documentText(withSigns({ ...body, openPoints, sources: read }, signs), 2),
    ]);
  });
}

/** What is asked or observed, by id of the sign. */
function signsOf({ catalogues }: Sources): ReadonlyMap<string, Json> {
  return new Map(
    catalogues.flatMap(({ json }) =>
      (json.entries ?? []).map(({ id, question, observe }: Json): [string, Json] => [
        id,
        {
          id,
          ...(question === undefined ? {} : { question }),
          ...(observe === undefined ? {} : { observe }),
        },
      ]),
    ),
  );
}

/** Puts the words beside ids of signs: a form of ids is no form. */
function withSigns(value: Json, signs: ReadonlyMap<string, Json>): Json {
  if (Array.isArray(value)) {
    const known = value.length > 0 && value.every((item) => typeof item === 'string' && signs.has(item));
    return known ? value.map((id) => signs.get(id)) : value.map((item) => withSigns(item, signs));
  }
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, withSigns(inner, signs)]));
}

/** The transitions as a picture; the tables of states and transitions say the same to those who see none. */
function stateDiagram({ states = [], transitions }: Json): string {
  if (!Array.isArray(transitions)) return '';
  const targets = new Set(transitions.map(({ to }: Json) => to));
  const lines = [
    ...states.filter(({ id }: Json) => !targets.has(id)).map(({ id }: Json) => `  [*] --> ${id}`),
    ...transitions.flatMap(({ from, to, party }: Json) =>
      [from ?? []]
        .flat()
        .map((state: string) => `  ${state} --> ${to}${party === undefined ? '' : `: ${party}`}`),
    ),
    ...states.filter(({ final }: Json) => final === true).map(({ id }: Json) => `  ${id} --> [*]`),
  ];
  return fenced('mermaid', ['stateDiagram-v2', ...lines].join('\n'));
}
