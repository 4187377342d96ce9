import type { Output } from '../../output.js';
import { readCodeLists } from '../../schema/code-lists.js';
import type { Sources } from '../../sources.js';
import { recordsOf } from './fields.js';
import { bullets, code, link, many, page, prose } from './markdown.js';

/** `README.md`: where everything is. */
export function contentsPage(sources: Sources): Output[] {
  const rules = sources.rules.reduce((sum, { json }) => sum + json.rules.length, 0);
  const lists = [...readCodeLists(sources).values()];
  const section = (title: string, about: string, lines: readonly string[]): string[] =>
    lines.length === 0 ? [] : [`## ${title}`, about, bullets(lines)];
  return [
    page('README.md', 'Reference', [
      'Everything that the schemas say, as pages for people. The JSON below `schemas/` decides; these pages are made from it, and a page that has fallen behind fails the checks.',
      ...section('Records', 'What a record may hold, field by field.', [
        ...recordsOf(sources).map(
          ({ key, title, node }) => `${link(prose(title), `records/${key}.md`)}: ${prose(node.description)}`,
        ),
        `${link('Parts that records share', 'records/common.md')}`,
        `${link('Properties by privacy class', 'privacy.md')} · ${link('Properties by level', 'levels.md')}`,
      ]),
      ...section(
        'Rules and findings',
        `${many(rules, 'rule')} between the fields of a record, and what a checker can find.`,
        [
          ...sources.rules.map(
            ({ json }) =>
              `${link(`Rules of ${json.record}`, `rules/${json.record}.md`)} (${json.rules.length})`,
          ),
          link('Findings', 'findings.md'),
        ],
      ),
      ...section(
        'What may be said',
        'Per purpose, what a record may still say when it leaves.',
        sources.disclosure.map(({ json }) => link(prose(json.title.en), `disclosure/${json.name}.md`)),
      ),
      ...section(
        'Catalogues',
        'Signs and figures. After each how it is known; every entry says it for itself.',
        titled(sources.catalogues, 'catalogues'),
      ),
      ...section(
        'Procedures',
        'How a victim is identified and helped, as data, with how each is known.',
        titled(sources.procedures, 'procedures'),
      ),
      ...section('National profiles', 'Facts about one country.', titled(sources.profiles, 'profiles')),
      ...section('Versions', 'How the standard grows.', [
        link('Versions and the steps between them', 'versions.md'),
      ]),
      ...section(
        'Code lists',
        `${many(lists.length, 'list')} with ${many(
          lists.reduce((sum, { codes }) => sum + codes.length, 0),
          'code',
        )}. The same as ${link('tables for a spreadsheet', '../../schemas/generated/code-lists')}.`,
        lists.map(
          ({ name, codes, open, file }) =>
            `${link(code(name), `code-lists/${name}.md`)} ${prose(file.title.en)} (${codes.length}${open ? ', open' : ''})`,
        ),
      ),
    ]),
  ];
}

function titled(files: Sources['catalogues'], folder: string): string[] {
  return files.map(
    ({ json }) =>
      `${link(prose(json.title.en), `${folder}/${json.id}.md`)}${json.verification === undefined ? '' : `: ${json.verification}`}`,
  );
}
