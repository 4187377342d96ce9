import { columnLetters } from '../columns.js';
import type { PackedFile } from '../zip/pack.js';
import { xml } from './text-escape.js';
import type { ChoiceRange, SheetToWrite } from './write-sheet.js';

/** Cell styles by their place in the style sheet below. The quoted ones keep a formula-like text a text. */
export const styles = { plain: 0, header: 1, date: 2, quoted: 3, quotedHeader: 4 } as const;

/** A sheet in the list of sheets. */
export interface SheetPart {
  readonly name: string;
  readonly hidden: boolean;
}

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packaged = 'http://schemas.openxmlformats.org/package/2006';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const spreadsheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** The parts that depend on the list of sheets. */
export function* workbookParts(sheets: readonly SheetPart[]): Generator<PackedFile> {
  const overrides = sheets
    .map((_, index) => override(`/xl/worksheets/sheet${index + 1}.xml`, 'worksheet+xml'))
    .join('');
  yield {
    name: '[Content_Types].xml',
    content: `${declaration}<Types xmlns="${packaged}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${override('/xl/workbook.xml', 'sheet.main+xml')}${override('/xl/styles.xml', 'styles+xml')}${overrides}</Types>`,
  };
  yield { name: '_rels/.rels', content: relations([['officeDocument', 'xl/workbook.xml']]) };
  const listed = sheets.map(({ name, hidden }, index) => {
    return `<sheet name="${xml(name)}" sheetId="${index + 1}"${hidden ? ' state="hidden"' : ''} r:id="rId${index + 1}"/>`;
  });
  yield {
    name: 'xl/workbook.xml',
    content: `${declaration}<workbook xmlns="${main}" xmlns:r="${office}"><sheets>${listed.join('')}</sheets></workbook>`,
  };
  const parts = sheets.map((_, index): [string, string] => ['worksheet', `worksheets/sheet${index + 1}.xml`]);
  yield { name: 'xl/_rels/workbook.xml.rels', content: relations([...parts, ['styles', 'styles.xml']]) };
}

/** The parts that are always the same. */
export function* fixedParts(): Generator<PackedFile> {
  const font = (bold: string): string =>
    `<font>${bold}<sz val="11"/><name val="Calibri"/><family val="2"/></font>`;
  const format = (more: string): string => `<xf fillId="0" borderId="0" xfId="0" ${more}/>`;
  const formats = [
    format('numFmtId="0" fontId="0"'),
    format('numFmtId="0" fontId="1" applyFont="1"'),
    format('numFmtId="164" fontId="0" applyNumberFormat="1"'),
    format('numFmtId="49" fontId="0" quotePrefix="1" applyNumberFormat="1"'),
    format('numFmtId="49" fontId="1" quotePrefix="1" applyNumberFormat="1" applyFont="1"'),
  ];
  yield {
    name: 'xl/styles.xml',
    content: `${declaration}<styleSheet xmlns="${main}"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/></numFmts><fonts count="2">${font('')}${font('<b/>')}</fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="${formats.length}">${formats.join('')}</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`,
  };
}

/**
 * A hidden sheet with the texts of every drop-down list, one list a column: a list written into the validation
 * itself would be cut at 255 characters and split at commas.
 */
export function choiceSheet(
  sheets: readonly SheetToWrite[],
): { sheet: SheetToWrite; ranges: ReadonlyMap<SheetToWrite, readonly ChoiceRange[]> } | undefined {
  const lists: (readonly string[])[] = [];
  const ranges = new Map<SheetToWrite, ChoiceRange[]>();
  const taken = new Set(sheets.map(({ name }) => name.toLowerCase()));
  let name = 'choices';
  while (taken.has(name)) name += '_';
  for (const sheet of sheets) {
    (sheet.columns ?? []).forEach(({ choices = [] }, index) => {
      if (choices.length === 0) return;
      lists.push(choices);
      const letters = columnLetters(lists.length);
      const range = `${name}!$${letters}$1:$${letters}$${choices.length}`;
      ranges.set(sheet, [...(ranges.get(sheet) ?? []), { column: index + 1, range }]);
    });
  }
  if (lists.length === 0) return undefined;
  const longest = Math.max(...lists.map(({ length }) => length));
  const rows = Array.from({ length: longest }, (_, row) => lists.map((list) => list[row]));
  return { sheet: { name, hidden: true, rows }, ranges };
}

function override(part: string, type: string): string {
  return `<Override PartName="${part}" ContentType="${spreadsheet}.${type}"/>`;
}

function relations(targets: readonly (readonly [string, string])[]): string {
  const each = targets.map(([type, target], index) => {
    return `<Relationship Id="rId${index + 1}" Type="${office}/${type}" Target="${target}"/>`;
  });
  return `${declaration}<Relationships xmlns="${packaged}/relationships">${each.join('')}</Relationships>`;
}
