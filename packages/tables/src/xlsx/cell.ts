import type { Cell, CellKind } from '../item.js';
import type { SheetContext } from './sheet.js';
import { unescapeText } from './text-escape.js';

/** A cell as the sheet XML has it. */
export interface RawCell {
  readonly column: string;
  readonly text: string | undefined;
  readonly formula: boolean;
  readonly type: string | undefined;
  readonly style: string | undefined;
}

type Content = Pick<Cell, 'text' | 'value' | 'kind'>;
type Reading = (text: string, raw: RawCell, context: SheetContext) => Content | 'broken';

const asText = (text: string, kind: CellKind = 'text'): Content => ({ text, value: text, kind });

/** How each cell type of a sheet is read. */
const readings = new Map<string, Reading>(
  Object.entries({
    n: (text, { style }, { dateStyles }) => {
      const value = Number(text);
      if (text.trim() === '' || !Number.isFinite(value)) return 'broken';
      const isDate = style !== undefined && dateStyles[Number(style)] === true;
      return { text: String(value), value, kind: isDate ? 'date' : 'number' };
    },
    s: (text, _, { strings }) => {
      const shared = /^\d{1,8}$/.test(text) ? strings[Number(text)] : undefined;
      return shared === undefined ? 'broken' : asText(shared);
    },
    str: (text) => asText(unescapeText(text)),
    inlineStr: (text) => asText(unescapeText(text)),
    b: (text) => ({ text: text === '1' ? 'TRUE' : 'FALSE', value: text === '1', kind: 'boolean' }),
    e: (text) => asText(text, 'error'),
    d: (text) => asText(text, 'date'),
  } satisfies Record<string, Reading>),
);

/** Reads a cell: undefined when it is empty, `broken` when it says what it can't mean. */
export function toCell(raw: RawCell, context: SheetContext): Cell | 'broken' | undefined {
  const { column, text } = raw;
  if (text === undefined || text === '') return undefined;
  const reading = readings.get(raw.type ?? 'n');
  const content = reading === undefined ? 'broken' : reading(text, raw, context);
  if (content === 'broken') return content;
  if (content.text === '') return undefined;
  return { column, ...content, ...(raw.formula ? { formula: true as const } : {}) };
}
