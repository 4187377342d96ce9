/** What an XLSX sheet can hold across: column XFD. */
const widest = 16_384;

/**
 * Names a column as a spreadsheet does: 1 is `A`, 27 is `AA`.
 * @throws {RangeError} when `index` is not a whole number from 1.
 */
export function columnLetters(index: number): string {
  if (!Number.isSafeInteger(index) || index < 1)
    throw new RangeError('A column index is a whole number from 1.');
  let letters = '';
  for (let rest = index; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

/**
 * Reads column letters back: `A` is 1, `AJ` is 36. Letter case does not matter.
 * @throws {RangeError} when `letters` is not one to three letters up to `XFD`.
 */
export function columnIndex(letters: string): number {
  const index = /^[A-Za-z]{1,3}$/.test(letters)
    ? [...letters.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0)
    : 0;
  if (index < 1 || index > widest) throw new RangeError('Column letters go from A to XFD.');
  return index;
}
