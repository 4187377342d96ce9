import type { Position } from '@ctdx/model';
import type { Limits } from '../limits.js';
import { parseXml } from './xml.js';

/** Built-in formats that show a date: Western ones, and the East Asian ones whose look depends on the machine. */
const builtIn = new Set([14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58]);

/** Says for each cell style whether it shows its number as a date. */
export async function readDateStyles(
  chunks: AsyncIterable<Uint8Array>,
  limits: Limits,
  at: Position,
): Promise<readonly boolean[]> {
  const custom = new Map<number, boolean>();
  const formats: number[] = [];
  let inCellFormats = false;
  await parseXml(
    chunks,
    {
      open(name, attributes) {
        if (name === 'numFmt')
          custom.set(Number(attributes.numFmtId), isDateFormat(attributes.formatCode ?? ''));
        else if (name === 'cellXfs') inCellFormats = true;
        else if (name === 'xf' && inCellFormats) formats.push(Number(attributes.numFmtId ?? 0));
      },
      close(name) {
        if (name === 'cellXfs') inCellFormats = false;
      },
    },
    limits,
    at,
  );
  return formats.map((id) => custom.get(id) ?? builtIn.has(id));
}

/**
 * True when a number format shows a date. Texts, escapes, and brackets (colours, locales, elapsed time) say nothing;
 * a year or a day does, and so does a month, which is written like minutes, where no hours or seconds stand by.
 */
export function isDateFormat(code: string): boolean {
  const [first = ''] = code.replace(/"[^"]*"|\\.|[_*].|\[[^\]]*\]/g, '').split(';');
  if (/general/i.test(first)) return false;
  return /[yd]/i.test(first) || (/m/i.test(first) && !/[hs]/i.test(first));
}
