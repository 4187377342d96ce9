import type { ReleaseCategory } from '@ctdx/model';
import { codeLists } from '@ctdx/model/codes';
import { words } from './wording-en.js';

/** The code list that names the categories of a dimension. A period names itself. */
const listOf: Readonly<Record<string, keyof typeof codeLists>> = {
  country: 'country',
  sex: 'sex',
  gender: 'gender',
  ageGroup: 'age-band',
  form: 'exploitation-form',
  means: 'means',
  citizenshipRegion: 'world-region',
  setting: 'screening-setting',
  proposal: 'screening-proposal',
};

/** Name of a dimension; its own code when no list has it. */
export function dimensionLabel(name: string): string {
  return labelIn('dimension', name) ?? words.dimensions[name] ?? name;
}

/** Names of the categories of a released table: one code of the plan each, or several that are said together. */
export function categoryLabels(dimension: string, categories: readonly ReleaseCategory[]): readonly string[] {
  const long = categories.filter(isLong);
  return categories.map((category) => {
    if (category.of.length <= 1) return codeLabel(dimension, category.of[0] ?? category.code);
    if (dimension === 'period') return periods(category.of);
    return isLong(category) && long.length === 1 ? words.others : membersOf(dimension, category);
  });
}

/** What `all others` stands for, in a sentence for each category that is called so. */
export function otherNotes(dimension: string, categories: readonly ReleaseCategory[]): readonly string[] {
  const labels = categoryLabels(dimension, categories);
  return categories.flatMap((category, index) =>
    labels[index] === words.others ? words.othersAre(membersOf(dimension, category)) : [],
  );
}

/** Too long a list to stand beside a bar. */
function isLong({ of }: ReleaseCategory): boolean {
  return of.length > 2;
}

function membersOf(dimension: string, { of }: ReleaseCategory): string {
  return listing(of.map((code) => codeLabel(dimension, code)));
}

/** Name of a code of a dimension. */
export function codeLabel(dimension: string, code: string): string {
  const list = listOf[dimension];
  if (code === 'unknown') return words.unknown;
  return (list && labelIn(list, code)) ?? code;
}

/** Name of a code of a list; the code itself where an open list does not hold it. */
export function codeName(list: keyof typeof codeLists, code: string): string {
  return labelIn(list, code) ?? code;
}

/** Texts as one reads them aloud: `a, b and c`. */
export function listing(texts: readonly string[]): string {
  const last = texts.at(-1) ?? '';
  return texts.length < 2 ? last : `${texts.slice(0, -1).join(', ')} ${words.and} ${last}`;
}

/** `2020 to 2022` for years without a gap, else each by itself. */
function periods(codes: readonly string[]): string {
  const years = codes.map(Number);
  const first = years[0] ?? Number.NaN;
  const inARow = years.every((year, index) => year === first + index);
  return inARow ? `${codes[0]}–${codes.at(-1)}` : listing(codes);
}

function labelIn(list: keyof typeof codeLists, code: string): string | undefined {
  return codeLists[list].codes.find((one) => one.code === code)?.label[words.language];
}
