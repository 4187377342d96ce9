import { htcds } from '../generated/htcds.js';
import { fold } from './text.js';

/** A row of a picklist: our code, the code that HTCDS writes, and the texts that may stand in a cell. */
export interface Choice {
  readonly to: string;
  readonly code?: string;
  readonly label: string;
  readonly texts: readonly string[];
}

/** What a cell turned out to choose. */
export interface Picked {
  /** Each choice once, in the order of the cell. */
  readonly choices: readonly Choice[];
  /** True when some of the text is no choice. */
  readonly hasRest: boolean;
  /**
   * True when the template's macro may have dropped a choice: it does not add a text that is part of what the cell
   * already holds.
   */
  readonly mayLack: boolean;
}

/** Reads the text of a cell against one list. */
export type Picker = (text: string) => Picked;

/** What separates one choice from the next for certain. Line breaks count: people press Alt and Enter. */
const strong = /^\s*[;|]\s*/;
/** What separates two choices only when both sides are choices: eight country names hold a comma. */
const weak = /^\s*(?:,|\/|&|\+|\band\b)\s*/;
/** Separators and blanks where a choice is expected: the template ends some cells with an empty line. */
const blank = /^[\s;|]+/;

/**
 * Makes a picker. Choices are found by their longest known text first and never by splitting: four industries hold
 * `; `, the separator of the template's macro.
 */
export function picker(choices: readonly Choice[]): Picker {
  const texts = choices
    .flatMap((choice) => choice.texts.map((text) => ({ text: fold(text), choice })))
    .sort((one, other) => other.text.length - one.text.length);

  const next = (rest: string): { choice: Choice; after: string } | undefined => {
    for (const { text, choice } of texts) {
      if (!rest.startsWith(text)) continue;
      const after = rest.slice(text.length);
      if (after === '' || strong.test(after) || weak.test(after)) return { choice, after };
    }
    return undefined;
  };

  return (cell) => {
    let rest = fold(cell.replace(/[\r\n]+/g, ';')).replace(blank, '');
    const found = new Set<Choice>();
    let hasRest = false;
    while (rest !== '') {
      const group = readGroup(rest, next);
      for (const choice of group?.choices ?? []) found.add(choice);
      hasRest ||= group === undefined;
      rest = (group?.after ?? afterSeparator(rest)).replace(blank, '');
    }
    return { choices: [...found], hasRest, mayLack: mayLack(found, choices) };
  };
}

/** Reads choices up to a strong separator. Undefined when one of them is none: then none of them is sure. */
function readGroup(
  text: string,
  next: (rest: string) => { choice: Choice; after: string } | undefined,
): { choices: Choice[]; after: string } | undefined {
  const choices: Choice[] = [];
  let rest = text;
  for (;;) {
    const found = next(rest);
    if (found === undefined) return undefined;
    choices.push(found.choice);
    const separator = weak.exec(found.after);
    if (separator === null) return { choices, after: found.after };
    rest = found.after.slice(separator[0].length);
  }
}

function afterSeparator(text: string): string {
  const at = text.search(/[;|]/);
  return at < 0 ? '' : text.slice(at + 1);
}

function mayLack(found: ReadonlySet<Choice>, choices: readonly Choice[]): boolean {
  return [...found].some(({ label }) =>
    choices.some((other) => other.label !== label && label.includes(other.label) && !found.has(other)),
  );
}

/** Fields with a picklist of their own. */
export type PicklistField = keyof typeof htcds.picklists;

/** One picker for each field with a picklist. */
export const pickers: { readonly [Field in PicklistField]: Picker } = Object.fromEntries(
  Object.entries(htcds.picklists).map(([field, { values }]) => [field, picker(values)]),
) as never;

/** Names and codes of countries. */
export const pickCountries: Picker = picker(htcds.countries);

/** Names and codes of languages. */
export const pickLanguages: Picker = picker(htcds.languages);
