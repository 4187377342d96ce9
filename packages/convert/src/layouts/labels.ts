import type { Labels, Language } from '@ctdx/model/labels';
import { type Choice, type Picker, picker } from '../htcds/picklists.js';
import { fold } from '../htcds/text.js';
import type { Titles } from './layout.js';

/** What the codes of the lists are called, in every language. */
export interface Names {
  /** The one code that a text means; undefined when it means none, or one here and another there. */
  codeOf(list: string, text: string): string | undefined;
  /** Reads several codes from one cell. */
  pickerOf(list: string): Picker;
}

const loaders: readonly (() => Promise<Labels>)[] = [
  async () => (await import('@ctdx/model/labels/en')).labelsEn,
  async () => (await import('@ctdx/model/labels/es')).labelsEs,
  async () => (await import('@ctdx/model/labels/fr')).labelsFr,
  async () => (await import('@ctdx/model/labels/nl')).labelsNl,
  async () => (await import('@ctdx/model/labels/ht')).labelsHt,
];

let loading: Promise<Names> | undefined;

/** Loads the names once. They are large, and an import alone needs all of them. */
export function loadNames(): Promise<Names> {
  loading ??= Promise.all(loaders.map((load) => load())).then(namesOf);
  return loading;
}

function namesOf(all: readonly Labels[]): Names {
  const lists = new Map<string, ReadonlyMap<string, string>>();
  const pickers = new Map<string, Picker>();
  const textsOf = (list: string): ReadonlyMap<string, string> => {
    const known = lists.get(list) ?? readList(list, all);
    lists.set(list, known);
    return known;
  };
  return {
    codeOf: (list, text) => textsOf(list).get(fold(text)),
    pickerOf(list) {
      const made = pickers.get(list) ?? picker(choicesOf(textsOf(list)));
      pickers.set(list, made);
      return made;
    },
  };
}

/** Every text that means one code of a list. A text that is a code is that code, whatever else it is called. */
function readList(list: string, all: readonly Labels[]): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  const several = new Set<string>();
  for (const { lists } of all) {
    for (const [code, [label]] of Object.entries(lists[list]?.codes ?? {})) {
      const text = fold(label);
      if ((texts.get(text) ?? code) !== code) several.add(text);
      texts.set(text, code);
    }
  }
  for (const text of several) texts.delete(text);
  for (const code of Object.keys(all[0]?.lists[list]?.codes ?? {})) texts.set(fold(code), code);
  return texts;
}

function choicesOf(texts: ReadonlyMap<string, string>): Choice[] {
  const byCode = new Map<string, string[]>();
  for (const [text, code] of texts) byCode.set(code, [...(byCode.get(code) ?? []), text]);
  return [...byCode].map(([to, [label = to, ...others]]) => ({ to, label, texts: [label, ...others] }));
}

/** Every title of a sheet or column, folded. */
export function foldedTitles(titles: Titles, foldTitle: (text: string) => string): readonly string[] {
  return (Object.values(titles) as string[]).map(foldTitle);
}

/** The languages that titles can be in. */
export const titleLanguages: readonly Language[] = ['en', 'es', 'fr', 'nl', 'ht'];
