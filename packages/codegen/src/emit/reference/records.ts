import type { Output } from '../../output.js';
import type { Json, Sources } from '../../sources.js';
import { type Described, type Field, partsOf, recordsOf, referenceOf } from './fields.js';
import { levelLetters, levelsText } from './level-letters.js';
import { code, fenced, link, many, page, prose, table } from './markdown.js';
import { schemeName } from './scheme-names.js';
import { typeText } from './type-text.js';

/** `records/<type>.md`: what a record is and every field of it; `records/common.md`: the parts that records share. */
export function recordPages(sources: Sources): Output[] {
  const records = recordsOf(sources);
  return [...records.map((record) => recordPage(sources, record)), commonPage(partsOf(sources), records)];
}

function recordPage(sources: Sources, record: Described): Output {
  const { key, title, node, levels, fields } = record;
  const rules = sources.rules.find(({ json }) => json.record === key);
  const schemas = levels.map((level) =>
    link(level, `../../../schemas/generated/${key}.${level}.schema.json`),
  );
  const lists = sources.disclosure.filter(({ json }) => json.record === key);
  return page(`records/${key}.md`, title, [
    prose(node.description),
    `It exists at ${levels.length === 1 ? 'the level' : 'the levels'} ${schemas.join(', ')} (each leads to the schema that validators read).`,
    [
      rules === undefined
        ? ''
        : `${link(many(rules.json.rules.length, 'rule'), `../rules/${key}.md`)} between its fields.`,
      vectorsText(sources, key),
      lists.length === 0
        ? ''
        : `What may be said of it: ${lists.map(({ json }) => link(json.name, `../disclosure/${json.name}.md`)).join(', ')}.`,
    ]
      .filter((part) => part !== '')
      .join(' '),
    '## Shape',
    `A star marks what is required, brackets a list, and letters the levels of what does not exist at all of them.`,
    fenced('text', treeOf(record)),
    '## Fields',
    `**Bold** fields are required where they exist. Levels: ${levelLetters}. [What the privacy classes mean](../privacy.md).`,
    fieldTable(
      fields.filter(({ depth }) => depth === 0),
      '',
    ),
    ...fields.filter(({ depth }) => depth === 0).map((field) => fieldSection(field, fields)),
  ]);
}

function vectorsText(sources: Sources, key: string): string {
  const count = (kind: string): number =>
    sources.conformance.filter(({ path }) => path.startsWith(`conformance/${key}/${kind}/`)).length;
  const [valid, invalid] = [count('valid'), count('invalid')];
  if (valid + invalid === 0) return '';
  const folder = link('Vectors', `../../../schemas/conformance/${key}`);
  return `${folder} show what it takes (${valid}) and what it refuses (${invalid}).`;
}

/** The inner fields of one property, with paths from it on. */
function fieldSection(field: Field, fields: readonly Field[]): string {
  const inner = fields.filter(({ path }) => path.startsWith(`${field.path}/`));
  if (inner.length === 0) return '';
  const below = field.node.type === 'array' ? `${field.path}/*/` : `${field.path}/`;
  return [
    `## ${field.name}`,
    `${prose(field.node.description)} At ${code(field.path)}.`,
    fieldTable(inner, below),
  ].join('\n\n');
}

function fieldTable(fields: readonly Field[], below: string): string {
  const rows = fields.map((field) => {
    const name = code(below === '' ? field.name : field.path.slice(below.length));
    const deep = below === '' && hasInner(field) ? link(name, `#${field.name.toLowerCase()}`) : name;
    const { title, description, 'x-ctdx': mark } = field.node;
    return [
      field.required ? `**${deep}**` : deep,
      `*${prose(title)}.* ${prose(description)}${deprecatedText(mark)}`,
      typeText(field.node),
      mark.privacy,
      levelsText(field.levels),
      mapsText(mark),
    ];
  });
  return table(['Field', 'What it means', 'Type', 'Privacy', 'Levels', 'Maps to'], rows);
}

function hasInner({ node }: Field): boolean {
  return node.properties !== undefined || node.items?.properties !== undefined;
}

function deprecatedText({ deprecated }: Json): string {
  if (deprecated === undefined) return '';
  const { on, replacedBy, sunset } = deprecated;
  const instead = replacedBy === undefined ? '' : `: use ${code(replacedBy)}`;
  return ` **Deprecated** on ${on}${instead}${sunset === undefined ? '' : `, no longer written from ${sunset}`}.`;
}

function mapsText({ maps = {} }: Json): string {
  const schemes = Object.entries<string[]>(maps);
  return schemes.map(([scheme, names]) => `${schemeName(scheme)} ${names.map(code).join(', ')}`).join('; ');
}

function treeOf({ key, fields, levels }: Described): string {
  const lines = fields.map((field, at) => {
    const last = (depth: number): boolean => {
      const next = fields.slice(at + 1).find((one) => one.depth <= depth);
      return next === undefined || next.depth < depth;
    };
    const stem = Array.from({ length: field.depth }, (_, depth) => (last(depth) ? '   ' : '│  ')).join('');
    const { part, record } = referenceOf(field.node.items ?? field.node);
    const list = field.node.type === 'array' ? '[]' : '';
    const seen = field.levels.length === levels.length ? '' : `  (${levelsText(field.levels)})`;
    const to = part ?? record;
    return `${stem}${last(field.depth) ? '└─ ' : '├─ '}${field.name}${list}${field.required ? ' *' : ''}${to === undefined ? '' : ` → ${to}`}${seen}`;
  });
  return [key, ...lines].join('\n');
}

function commonPage(parts: readonly Described[], records: readonly Described[]): Output {
  const users = (name: string): string[] =>
    records
      .filter(({ fields }) =>
        fields.some(({ node }) => [node, node.items ?? {}].some((one) => referenceOf(one).part === name)),
      )
      .map(({ key }) => link(key, `${key}.md`));
  return page('records/common.md', 'Parts that records share', [
    `What several records hold alike. **Bold** fields are required. Levels: ${levelLetters}.`,
    ...parts.flatMap(({ key, title, node, fields }) => [
      `## ${key}`,
      `${prose(title)}. ${prose(node.description)} Used by ${users(key).join(', ') || 'other parts'}.`,
      fieldTable(fields, '/'),
    ]),
  ]);
}
