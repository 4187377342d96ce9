import type { ReportingPeriod } from '@ctdx/model';
import type { Cell } from '@ctdx/tables';

/**
 * A number with or without decimals. Thousands may be set apart by blanks or by commas in threes; a comma that may as
 * well begin the decimals is refused, and so is everything beside a per cent sign.
 */
export function readAmount(cell: Cell, text: string): number | undefined {
  if (typeof cell.value === 'number') return cell.kind === 'date' ? undefined : cell.value;
  const bare = text.replace(/\s*%$/, '').replace(/(?<=\d)[ \u00a0\u202f](?=\d{3})/g, '');
  const plain = /^[-+]?\d+(\.\d+)?$/;
  if (plain.test(bare)) return Number(bare);
  // 1,000 is a thousand to some and one to others; only a second group or decimals after it tell.
  if (/^[-+]?\d{1,3}(,\d{3}){2,}(\.\d+)?$/.test(bare) || /^[-+]?\d{1,3},\d{3}\.\d+$/.test(bare)) {
    return Number(bare.replaceAll(',', ''));
  }
  return undefined;
}

const month = '(\\d{4})-(0[1-9]|1[0-2])(-(?:0[1-9]|[12]\\d|3[01]))?';
const between = new RegExp(`^${month}\\s*(?:/|–|—| to | a | à | tot | - )\\s*${month}$`, 'i');

/** A year, a month, two months or two days. */
export function readPeriod(text: string): ReportingPeriod | undefined {
  const year = /^(\d{4})$/.exec(text)?.[1];
  if (year !== undefined) return { start: `${year}-01`, end: `${year}-12` };
  const [, first, last] = /^(\d{4})\s*(?:–|—|-|\/| to )\s*(\d{4})$/.exec(text) ?? [];
  if (first !== undefined && last !== undefined) return { start: `${first}-01`, end: `${last}-12` };
  if (new RegExp(`^${month}$`).test(text)) return { start: text, end: text };
  const [, y = '', m = '', d = '', y2 = '', m2 = '', d2 = ''] = between.exec(text) ?? [];
  return y === '' ? undefined : { start: `${y}-${m}${d}`, end: `${y2}-${m2}${d2}` };
}

/** `2024`, `2024/25` or `2024/2025`; a hyphen is taken for the slash. */
export function readFiscalYear(text: string): string | undefined {
  const year = text.replace(/\s*[-–]\s*/, '/');
  return /^[12]\d{3}(\/\d{2}(\d{2})?)?$/.test(year) ? year : undefined;
}
