import { strToU8, zipSync } from 'fflate';
import {
  type HtcdsVariant,
  htcdsChoices,
  htcdsColumn,
  htcdsColumns,
  htcdsDropDowns,
  htcdsLayouts,
  numberedRows,
} from './layout.js';
import { packageParts } from './package-xml.js';
import { type CellValue, rowOf, type SheetRow, sheetWriter } from './sheet-xml.js';

/** A column that an agency adds to the template; the hidden name row stays blank there. */
export interface AddedColumn {
  readonly column: string;
  readonly label: string;
}

/** What to put into a workbook in the layout of HTCDS. */
export interface WorkbookRequest {
  readonly variant: Exclude<HtcdsVariant, 'csv'>;
  /** Cells by row of the sheet; cases begin in row 3. */
  readonly rows: ReadonlyMap<number, SheetRow>;
  readonly added?: readonly AddedColumn[];
  /** Header cells to write instead of the template's, by row (1 or 2) and column. Undefined leaves the cell blank. */
  readonly headers?: Readonly<Record<1 | 2, Readonly<Record<string, string | undefined>>>>;
  /** Written into the document properties, as Excel does. */
  readonly author?: string;
  /** Bytes of the macro part of the template with a macro. Nothing reads them. */
  readonly macro?: Uint8Array;
}

/** The two header rows of the templates. */
export function headerRows(added: readonly AddedColumn[] = []): { names: SheetRow; labels: SheetRow } {
  const names = htcdsColumns.flatMap(({ column, name }) => (name === '' ? [] : [[column, name] as const]));
  const labels = [...htcdsColumns, ...added].map(({ column, label }) => [column, label] as const);
  return { names: Object.fromEntries(names), labels: Object.fromEntries(labels) };
}

/** Makes a workbook in the exact layout of one of the three templates. The same request gives the same bytes. */
export function makeWorkbook(request: WorkbookRequest): Uint8Array {
  const { variant, rows, added = [], headers, author = 'A. N. Author' } = request;
  const layout = htcdsLayouts[variant];
  const { names, labels } = headerRows(added);
  const all = new Map<number, SheetRow>([
    [1, changed(names, headers?.[1])],
    [2, changed(labels, headers?.[2])],
  ]);
  const last = Math.max(numberedRows + 2, ...rows.keys());
  for (let row = 3; row <= last; row += 1) {
    const number = row <= numberedRows + 2 ? { A: row - 2 } : {};
    const cells = { ...number, ...rows.get(row) };
    if (Object.keys(cells).length > 0) all.set(row, cells);
  }
  const writer = sheetWriter();
  const sheets = [layout.sheet, ...layout.otherSheets];
  const dropDowns =
    layout.validatedTo === undefined
      ? []
      : htcdsDropDowns.map(([field, list]) => {
          const column = htcdsColumn(field);
          // Status and the body that decided are the two that reach the end of the sheet.
          const to = field.startsWith('vic_TraffickingStatus') ? 1_048_576 : layout.validatedTo;
          return {
            cells: `${column}3:${column}${to}`,
            list: `validation!$${list}$4:$${list}$${3 + htcdsChoices(field).length}`,
          };
        });
  const parts: Record<string, string> = {
    ...packageParts({ sheets, macro: layout.macro, author }),
    'xl/worksheets/sheet1.xml': writer.sheet(all, { hidden: [1], dropDowns }),
  };
  if (layout.otherSheets.length > 0) {
    parts['xl/worksheets/sheet2.xml'] = writer.sheet(new Map([[1, { A: 'Case sheet' }]]));
    parts['xl/worksheets/sheet3.xml'] = writer.sheet(validationRows());
  }
  parts['xl/sharedStrings.xml'] = writer.sharedStrings();
  const files: Record<string, Uint8Array> = Object.fromEntries(
    Object.entries(parts).map(([name, text]) => [name, strToU8(text)]),
  );
  if (layout.macro) files['xl/vbaProject.bin'] = request.macro ?? new Uint8Array(64);
  return zipSync(files, { mtime: '2021-12-24T12:00:00Z', level: 6 });
}

function changed(row: SheetRow, changes: Readonly<Record<string, string | undefined>> = {}): SheetRow {
  const merged: Record<string, CellValue | undefined> = { ...row, ...changes };
  const kept = Object.entries(merged).filter(([, value]) => value !== undefined);
  return Object.fromEntries(kept) as SheetRow;
}

/** The sheet `validation`: a heading in row 3 and the choices below it, one list a column. */
function validationRows(): Map<number, SheetRow> {
  const rows = new Map<number, Record<string, CellValue>>([[1, { ...rowOf(['Validation Lookups']) }]]);
  for (const [field, column] of htcdsDropDowns) {
    const heading = htcdsColumns.find((one) => one.field === field)?.label ?? '';
    [heading, ...htcdsChoices(field)].forEach((text, index) => {
      rows.set(index + 3, { ...rows.get(index + 3), [column]: text });
    });
  }
  return rows;
}
