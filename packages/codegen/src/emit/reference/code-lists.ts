import type { Output } from '../../output.js';
import { type Code, type CodeList, readCodeLists } from '../../schema/code-lists.js';
import { type ListedTexts, listedTextsOf } from '../../schema/listed-texts.js';
import type { Json, Sources } from '../../sources.js';
import { allLanguages, languages } from '../../translate/translations.js';
import { sourceText } from './document.js';
import { languageNames } from './language-names.js';
import { code, link, many, page, prose, table } from './markdown.js';
import { schemeName } from './scheme-names.js';
import { usesOf } from './uses.js';

/** `code-lists/<name>.md`: each list in five languages, with what a code means, its maps, and who uses it. */
export function codeListPages(sources: Sources): Output[] {
  const texts = listedTextsOf(sources);
  const uses = usesOf(sources);
  const lists = [...readCodeLists(sources).values()];
  return lists.map((list) => listPage(list, texts, uses.get(list.name) ?? [], sources));
}

function listPage(list: CodeList, texts: ListedTexts, uses: readonly string[], sources: Sources): Output {
  const { name, open, codes, file } = list;
  const written = sources.codeLists.some(({ json }) => json.name === name);
  const titles = languages.flatMap((language) => {
    const said = texts.title(list, language);
    return said === undefined ? [] : [`${languageNames[language]}: ${prose(said.text)}`];
  });
  return page(`code-lists/${name}.md`, prose(file.title.en), [
    prose(file.description.en),
    titles.join(' · '),
    [
      open ? '**Open**: another code passes with a warning.' : '**Closed**: another code is refused.',
      `${many(codes.length, 'code')}, version ${file.version}, source: ${sourceText(file.source)}. How it is known: **${file.verification}**, unless a code says otherwise.`,
    ].join(' '),
    uses.length === 0 ? '' : `Used by ${uses.join(', ')}.`,
    [
      written ? link('JSON', `../../../schemas/code-lists/${name}.json`) : '',
      link('CSV for a spreadsheet', `../../../schemas/generated/code-lists/${name}.csv`),
    ]
      .filter((part) => part !== '')
      .join(' · '),
    '## Labels',
    reviewText(list, texts),
    table(
      ['Code', ...allLanguages.map((language) => languageNames[language])],
      codes.map((one) => labelRow(list, one, texts)),
    ),
    '## Meaning',
    table(
      ['Code', 'Definition', 'Within', 'State', 'Facts', 'Maps to', 'Known'],
      codes.map((one) => meaningRow(one, file.verification)),
    ),
  ]);
}

function labelRow(list: CodeList, one: Code, texts: ListedTexts): string[] {
  const labels = allLanguages.map((language) => prose(texts.label(list, one, language)?.text ?? ''));
  return [code(one.code), ...labels];
}

function meaningRow(one: Code & Json, verification: string): string[] {
  const ages =
    one.minimumAge === undefined
      ? []
      : [
          one.maximumAge === undefined
            ? `${one.minimumAge} years and over`
            : `${one.minimumAge} to ${one.maximumAge} years`,
        ];
  const facts = Object.entries<unknown>(one.attributes ?? {}).map(([name, value]) => `${name}: ${value}`);
  return [
    code(one.code),
    prose(one.definition?.['en'] ?? ''),
    one.broader === undefined ? '' : code(one.broader),
    stateText(one),
    prose([...ages, ...facts].join('; ')),
    mapsText(one),
    one.verification === undefined || one.verification === verification ? '' : `**${one.verification}**`,
  ];
}

function stateText({ status, deprecatedOn, replacedBy, sunset }: Json): string {
  if (status === 'active') return '';
  const until = sunset === undefined ? '' : `, no longer written from ${sunset}`;
  return `deprecated on ${deprecatedOn}${until}${replacedBy === undefined ? '' : `: use ${code(replacedBy)}`}`;
}

function mapsText({ maps = {}, mapRelation = {}, mapVerification = {} }: Json): string {
  return Object.entries<string[]>(maps)
    .map(([scheme, codes]) => {
      const remarks = [mapRelation[scheme], mapVerification[scheme]].filter((remark) => remark !== undefined);
      return `${schemeName(scheme)} ${codes.map(code).join(', ')}${remarks.length === 0 ? '' : ` (${remarks.join(', ')})`}`;
    })
    .join('; ');
}

/** Who has looked at the labels: a person, or nobody yet. */
function reviewText(list: CodeList, texts: ListedTexts): string {
  const states = languages.map((language) => {
    const said = list.codes.map((one) => texts.label(list, one, language));
    const there = said.filter((one) => one !== undefined);
    return {
      name: languageNames[language],
      missing: said.length - there.length,
      unreviewed: there.filter((one) => !one?.reviewed).length,
    };
  });
  const named = (kind: 'missing' | 'unreviewed'): string =>
    states
      .filter((state) => state[kind] > 0)
      .map((state) => `${state.name} (${state[kind]} of ${list.codes.length})`)
      .join(', ');
  const [unreviewed, missing] = [named('unreviewed'), named('missing')];
  return [
    unreviewed === ''
      ? 'A person has approved every label that is translated.'
      : `**Unreviewed**: ${unreviewed}. Nobody has approved these labels yet: show them to colleagues, not to a victim.`,
    missing === '' ? '' : `Not translated: ${missing}.`,
  ]
    .filter((part) => part !== '')
    .join(' ');
}
