import { readFile } from 'node:fs/promises';
import { codeLists } from '@ctdx/model/codes';
import { type Labels, type Language, labelOf, languages, titleOf } from '@ctdx/model/labels';
import { labelsEn } from '@ctdx/model/labels/en';
import type { Command } from '../command.js';
import { textOf } from '../parse-arguments.js';
import { refuse } from '../refusal.js';

/** The texts of a language are read when they are asked for. */
const loaders: Readonly<Record<Language, () => Promise<Labels>>> = {
  en: async () => labelsEn,
  es: async () => (await import('@ctdx/model/labels/es')).labelsEs,
  fr: async () => (await import('@ctdx/model/labels/fr')).labelsFr,
  nl: async () => (await import('@ctdx/model/labels/nl')).labelsNl,
  ht: async () => (await import('@ctdx/model/labels/ht')).labelsHt,
};

export const codes: Command = {
  name: 'codes',
  summary: 'Print a code list: code, label and status; without a list, the names of all lists.',
  operands: '[LIST]',
  count: [0, 1],
  options: {
    lang: { value: 'LANGUAGE', says: 'Language of the labels (default: en).', among: languages },
    csv: { says: 'Print the list as CSV: all languages, definitions, status, maps to other standards.' },
  },
  more: ['Example: ctdx codes means --lang es'],
  async run(args, terminal) {
    const csv = args.options['csv'] === true;
    const name = args.operands[0];
    if (name === undefined) {
      if (csv) refuse('--csv needs a LIST. See: ctdx codes');
      terminal.out(`${Object.keys(codeLists).sort().join('\n')}\n`);
      return 0;
    }
    if (!Object.hasOwn(codeLists, name)) refuse('There is no such list. See: ctdx codes');
    if (csv) {
      if (args.options['lang'] !== undefined) refuse('--csv holds all languages: leave --lang out.');
      const place = import.meta.resolve(`@ctdx/schemas/generated/code-lists/${name}.csv`);
      terminal.out(await readFile(new URL(place), 'utf8'));
      return 0;
    }
    const language = (textOf(args, 'lang') ?? 'en') as Language;
    terminal.out(tableOf(name as keyof typeof codeLists, await loaders[language]()));
    return 0;
  },
};

function tableOf(name: keyof typeof codeLists, labels: Labels): string {
  const list = codeLists[name];
  const rows = list.codes.map(({ code, status }) => ({ code, status, label: labelOf(name, code, labels) }));
  const width = Math.max(...rows.map(({ code }) => code.length));
  const facts = [list.open ? 'open' : 'closed', `${rows.length} codes`];
  const header = `${titleOf(name, labels)?.text} (${facts.join(', ')}${remarkOn(rows, labels)})`;
  const lines = rows.map(({ code, label, status }) => {
    const mark = status === 'active' ? '' : ` [${status}]`;
    return `  ${code.padEnd(width)}  ${label?.text}${mark}`;
  });
  return `${[header, ...lines].join('\n')}\n`;
}

/** What a reader of translated labels has to know of them: who looked at them, and what is in English after all. */
function remarkOn(rows: readonly { label: ReturnType<typeof labelOf> }[], { language }: Labels): string {
  if (language === 'en') return '';
  if (rows.every(({ label }) => label?.language === 'en')) return `; not translated into ${language}`;
  const translated = rows.filter(({ label }) => label?.language === language);
  const unreviewed = translated.filter(({ label }) => !label?.reviewed).length;
  const english = rows.length - translated.length;
  const parts = [
    unreviewed === 0
      ? `labels in ${language}`
      : `labels in ${language}, ${some(unreviewed, translated.length)} unreviewed`,
    ...(english === 0 ? [] : [`${some(english, rows.length)} in English`]),
  ];
  return `; ${parts.join('; ')}`;
}

function some(count: number, all: number): string {
  return count === all ? 'all' : String(count);
}
