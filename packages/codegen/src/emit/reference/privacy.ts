import type { Output } from '../../output.js';
import type { Sources } from '../../sources.js';
import { type Described, partsOf, recordsOf } from './fields.js';
import { levelLetters, levelsText } from './level-letters.js';
import { code, link, page, prose, table } from './markdown.js';

/** The four privacy classes, the most dangerous first. */
const classes = [
  ['direct', 'names a person. It never leaves the level identified.'],
  ['quasi', 'helps to single a person out, alone or with other facts.'],
  ['sensitive', 'must not be inferred about a person.'],
  ['plain', 'says nothing of a person by itself.'],
] as const;

/** `privacy.md`: every property by privacy class. `levels.md`: at which levels each may appear. */
export function privacyPages(sources: Sources): Output[] {
  const all = [
    ...recordsOf(sources).map((one) => ({ one, to: `records/${one.key}.md` })),
    ...partsOf(sources).map((one) => ({ one, to: `records/common.md#${one.key.toLowerCase()}` })),
  ];
  return [
    page('privacy.md', 'Properties by privacy class', [
      'Every property of every record has a privacy class. What strips, counts, logs and shows a record reads it from the schema: no program keeps a list of its own. A class says what a value is; [at which levels](levels.md) it may appear is said apart.',
      ...classes.map(([name, means]) => classText(name, means, all)),
    ]),
    page('levels.md', 'Properties by level', [
      `A record exists at the levels that its schema names, and each property down to the lowest at which it may still appear: ${levelLetters}. Within an agency a record is identified; what leaves is pseudonymized, and still personal data. A single record is never anonymous: the level anonymized is for tables.`,
      ...all.map(({ one, to }) => levelText(one, to)),
    ]),
  ];
}

function classText(name: string, means: string, all: readonly { one: Described; to: string }[]): string {
  const rows = all.flatMap(({ one, to }) => {
    const paths = one.fields
      .filter(({ node }) => node['x-ctdx']?.privacy === name)
      .map(({ path }) => code(path));
    return paths.length === 0 ? [] : [[link(one.key, to), String(paths.length), paths.join(', ')]];
  });
  const total = rows.reduce((sum, [, count]) => sum + Number(count), 0);
  return [
    `## ${name}`,
    `${total} properties: each ${means}`,
    table(['Where', 'How many', 'Which'], rows),
  ].join('\n\n');
}

function levelText({ key, title, levels, fields }: Described, to: string): string {
  const parted = fields.filter((field) => field.levels.length < levels.length);
  const rows = parted.map(({ path, levels: own }) => [
    code(path),
    ...levels.map((level) => (own.includes(level) ? 'yes' : '–')),
  ]);
  const whole = fields.length - parted.length;
  return [
    `## ${prose(title)}`,
    `${link(key, to)} exists at ${levelsText(levels)}. ${whole} of ${fields.length} properties may appear at ${levels.length === 1 ? 'it' : 'all of these'}${rows.length === 0 ? '.' : '; these may not:'}`,
    table(['Property', ...levels], rows),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}
