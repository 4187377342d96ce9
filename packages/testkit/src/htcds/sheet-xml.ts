import { columnIndex, columnLetters } from '@ctdx/tables';

/** What a cell of a made workbook may hold. A serial number with a date format is a date. */
export type CellValue = string | number | boolean | { readonly serial: number } | { readonly error: string };

/** Cells of one row by column letters. */
export type SheetRow = Readonly<Record<string, CellValue>>;

/** A drop-down: the cells it is for, and the range that lists its texts. */
export interface DropDown {
  readonly cells: string;
  readonly list: string;
}

/** Writes the parts of a workbook as Excel does: shared texts, hidden row, drop-downs in the extension list. */
export interface SheetWriter {
  sheet(
    rows: ReadonlyMap<number, SheetRow>,
    options?: { hidden?: readonly number[]; dropDowns?: readonly DropDown[] },
  ): string;
  sharedStrings(): string;
}

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const x14 = 'http://schemas.microsoft.com/office/spreadsheetml/2009/9/main';
const xm = 'http://schemas.microsoft.com/office/excel/2006/main';
/** Index of the date format in the styles of {@link workbookParts}. */
const dateStyle = 1;

/** Makes a writer; every sheet of one workbook shares its texts. */
export function sheetWriter(): SheetWriter {
  const texts = new Map<string, number>();
  const shared = (text: string): number => {
    const index = texts.get(text) ?? texts.size;
    texts.set(text, index);
    return index;
  };
  const cell = (place: string, value: CellValue): string => {
    if (typeof value === 'string') return `<c r="${place}" t="s"><v>${shared(value)}</v></c>`;
    if (typeof value === 'number') return `<c r="${place}"><v>${value}</v></c>`;
    if (typeof value === 'boolean') return `<c r="${place}" t="b"><v>${value ? 1 : 0}</v></c>`;
    if ('error' in value) return `<c r="${place}" t="e"><v>${escapeXml(value.error)}</v></c>`;
    return `<c r="${place}" s="${dateStyle}"><v>${value.serial}</v></c>`;
  };
  return {
    sheet(rows, { hidden = [], dropDowns = [] } = {}) {
      const body = [...rows].map(([number, row]) => {
        const cells = Object.entries(row)
          .sort(([one], [other]) => columnIndex(one) - columnIndex(other))
          .map(([column, value]) => cell(`${column}${number}`, value));
        return `<row r="${number}"${hidden.includes(number) ? ' hidden="1"' : ''}>${cells.join('')}</row>`;
      });
      return `${declaration}<worksheet xmlns="${main}"><sheetData>${body.join('')}</sheetData>${dropDownXml(dropDowns)}</worksheet>`;
    },
    sharedStrings() {
      const items = [...texts.keys()].map(
        (text) => `<si><t xml:space="preserve">${escapeXml(text)}</t></si>`,
      );
      return `${declaration}<sst xmlns="${main}" uniqueCount="${items.length}">${items.join('')}</sst>`;
    },
  };
}

/** First line of every part. */
export const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** Escapes a text for XML. */
export function escapeXml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** Columns A, B, C … for a list of values. */
export function rowOf(values: readonly (CellValue | undefined)[], first = 1): SheetRow {
  const cells = values.flatMap((value, index) =>
    value === undefined ? [] : [[columnLetters(first + index), value]],
  );
  return Object.fromEntries(cells);
}

function dropDownXml(dropDowns: readonly DropDown[]): string {
  if (dropDowns.length === 0) return '';
  const items = dropDowns.map(
    ({ cells, list }) =>
      `<x14:dataValidation type="list" allowBlank="1"><x14:formula1><xm:f>${list}</xm:f></x14:formula1><xm:sqref>${cells}</xm:sqref></x14:dataValidation>`,
  );
  return `<extLst><ext uri="{CCE6A557-97BC-4b89-ADB6-D9C93CAAB3DF}" xmlns:x14="${x14}"><x14:dataValidations count="${items.length}" xmlns:xm="${xm}">${items.join('')}</x14:dataValidations></ext></extLst>`;
}
