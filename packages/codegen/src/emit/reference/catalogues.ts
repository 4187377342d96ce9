import type { Output } from '../../output.js';
import type { Json, Sources } from '../../sources.js';
import { capital, cellText, documentText, partText, sourceText, words } from './document.js';
import { code, link, many, page, prose, table } from './markdown.js';

/** `catalogues/<id>.md`: indicators with how each is known. What is not verified says so in its row. */
export function cataloguePages(sources: Sources): Output[] {
  return sources.catalogues.map(({ path, json }) => {
    const {
      $schema,
      id,
      version,
      kind,
      title,
      description,
      source,
      licenceNote,
      verification,
      entries,
      ...rest
    } = json;
    return page(`catalogues/${id}.md`, prose(title.en), [
      prose(description.en),
      `${capital(words(kind))} catalogue ${code(id)}, ${version === null ? '**no version yet**' : `version ${version}`}. How it is known: **${verification}**, unless a row says otherwise. Source: ${sourceText(source)}. ${licenceNote === undefined ? '' : prose(licenceNote.en)} ${link('JSON', `../../../schemas/${path}`)}`,
      knownText(entries ?? []),
      ...(rest.openPoints === undefined ? [] : partText('Open points', rest.openPoints, 2)),
      ...entriesText(sources, json),
      ...documentText({ ...rest, openPoints: undefined, sources: undefined }, 2),
      ...(rest.sources === undefined ? [] : partText('Sources', rest.sources, 2)),
    ]);
  });
}

/** How many entries are known how well. */
function knownText(entries: readonly Json[]): string {
  if (entries.length === 0) return 'It has no entries.';
  const tags = [...new Set(entries.map(({ verification }) => verification as string))];
  const counts = tags.map(
    (tag) => `${entries.filter(({ verification }) => verification === tag).length} ${tag}`,
  );
  return `${many(entries.length, 'entry')}: ${counts.join(', ')}.`;
}

function entriesText(sources: Sources, { kind, entries = [], dimensions, lists }: Json): string[] {
  if (kind === 'statistical') return figures(sources, entries);
  const groups: readonly Json[] = dimensions ?? lists ?? [];
  const group = (entry: Json): string | undefined => entry.dimension ?? entry.list;
  const listed = groups.flatMap((one) => [
    `## ${prose(one.label.en)}`,
    signs(entries.filter((entry: Json) => group(entry) === one.id)),
  ]);
  const others = entries.filter((entry: Json) => !groups.some(({ id }) => id === group(entry)));
  return [...listed, ...(others.length === 0 ? [] : ['## Signs', signs(others)])];
}

function signs(entries: readonly Json[]): string {
  const sets = [...new Set(entries.flatMap(({ sets = {} }) => Object.keys(sets)))];
  return table(
    ['Id', 'Sign', 'Asked or observed', 'Speaks for', ...sets.map(words), 'Known', 'Note'],
    entries.map(({ id, label, question, observe, element, sets: own = {}, verification, note }) => [
      code(id),
      prose(label.en),
      question === undefined ? `*Observed:* ${cellText(observe)}` : prose(question.en),
      element === undefined ? '' : `${element.code} (${element.verification})`,
      ...sets.map((set) => strengthText(own[set])),
      `**${verification}**`,
      cellText(note),
    ]),
  );
}

function strengthText(set: Json): string {
  if (set === undefined) return '';
  const { strength, verification, ...rest } = set;
  const more = Object.entries<Json>(rest).map(([name, value]) => `, ${words(name)} ${cellText(value)}`);
  return `${strength ?? 'none'} (${verification}${more.join('')})`;
}

/** Statistical indicators: what they are called stands in their code list. */
function figures(sources: Sources, entries: readonly Json[]): string[] {
  const list = sources.codeLists.find(({ json }) => json.name === 'statistical-indicator')?.json.codes ?? [];
  return entries.flatMap(({ id, ...rest }) => {
    const named = list.find((one: Json) => one.code === id);
    return [
      `## ${id}`,
      `${named === undefined ? '' : `**${prose(named.label.en)}.** ${prose(named.definition.en)}`}`,
      ...documentText(rest, 3),
    ];
  });
}
