import { levelOrder, type RecordLevel } from '../../schema/derive.js';

const letters: Readonly<Record<RecordLevel, string>> = {
  identified: 'I',
  pseudonymized: 'P',
  aggregate: 'A',
};

/** The legend of the letters. */
export const levelLetters = levelOrder.map((level) => `${letters[level]} ${level}`).join(', ');

/** `I P`. */
export function levelsText(levels: readonly RecordLevel[]): string {
  return levels.map((level) => letters[level]).join(' ');
}
