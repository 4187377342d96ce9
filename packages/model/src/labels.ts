// What lists and codes are called, in the language of the person who reads: one module per language holds the texts

/** The languages of the standard. Kwéyòl is not Haitian Creole, and there are no texts in it. */
export const languages = ['en', 'es', 'fr', 'nl', 'ht'] as const;
export type Language = (typeof languages)[number];

/** Texts of one list. */
export interface ListLabels {
  readonly title: string;
  readonly description: string;
  /** By code: what it is called, and what it means where that is said. */
  readonly codes: Readonly<Record<string, readonly [label: string, definition?: string]>>;
}

/** Texts of all lists in one language. A text goes by `list` or `list/code`, its explanation by the same and `#`. */
export interface Labels {
  readonly language: Language;
  readonly lists: Readonly<Record<string, ListLabels>>;
  /** Texts that are in English, because nobody has translated them. */
  readonly english: ReadonlySet<string>;
  /** Texts that a person has read and approved. Every other text is unreviewed. */
  readonly reviewed: ReadonlySet<string>;
}

/** A text with the language that it is in. */
export interface Label {
  readonly text: string;
  readonly language: Language;
  /** True when a person has approved the text. Show nothing that is unreviewed to a victim. */
  readonly reviewed: boolean;
}

/**
 * What a code is called, or nothing when the list does not hold it: an open list accepts such codes. The text is in
 * English where nobody has translated it, and says so.
 * @example labelOf('sex', 'female', labelsFr)?.text // 'Féminin'
 */
export function labelOf(list: string, code: string, labels: Labels): Label | undefined {
  return told(labels, `${list}/${code}`, entryOf(list, code, labels)?.[0]);
}

/** What a code means, in a sentence; nothing for the few whose label says it all. Otherwise as {@link labelOf}. */
export function definitionOf(list: string, code: string, labels: Labels): Label | undefined {
  return told(labels, `${list}/${code}#`, entryOf(list, code, labels)?.[1]);
}

/** What a list is called, or nothing when there is no such list. */
export function titleOf(list: string, labels: Labels): Label | undefined {
  return told(labels, list, listOf(list, labels)?.title);
}

function listOf(list: string, { lists }: Labels): ListLabels | undefined {
  return Object.hasOwn(lists, list) ? lists[list] : undefined;
}

function entryOf(list: string, code: string, labels: Labels): readonly [string, string?] | undefined {
  const codes = listOf(list, labels)?.codes;
  return codes !== undefined && Object.hasOwn(codes, code) ? codes[code] : undefined;
}

function told({ language, english, reviewed }: Labels, place: string, text: string | undefined) {
  if (text === undefined) return undefined;
  return { text, language: english.has(place) ? 'en' : language, reviewed: reviewed.has(place) } as const;
}
