import { strToU8, zipSync } from 'fflate';
import type { Item, Row } from './item.js';

/** Everything a reader gives. */
export async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const list: T[] = [];
  for await (const item of items) list.push(item);
  return list;
}

/** Texts by place, such as `A1`, of every row. */
export function texts(items: readonly Item<Row>[]): Record<string, string> {
  const cells = items.flatMap((item) =>
    item.ok ? item.value.cells.map((cell) => [`${cell.column}${item.value.row}`, cell.text]) : [],
  );
  return Object.fromEntries(cells) as Record<string, string>;
}

/** Codes of the findings, with their places. */
export function faults(items: readonly Item<unknown>[]): string[] {
  return items.flatMap((item) =>
    item.ok ? [] : [`${item.finding.code} ${item.finding.column ?? ''}${item.finding.row ?? ''}`.trim()],
  );
}

/** A source that gives its bytes in pieces of one size, as a stream would. */
export async function* inPieces(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let start = 0; start < bytes.byteLength; start += size) yield bytes.slice(start, start + size);
}

const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** A workbook made by hand; what is given replaces or adds parts. */
export function workbook(sheetData: string, parts: Record<string, string | Uint8Array> = {}): Uint8Array {
  const relation = (id: string, type: string, target: string): string =>
    `<Relationship Id="${id}" Type="${office}/${type}" Target="${target}"/>`;
  const files: Record<string, string | Uint8Array> = {
    '[Content_Types].xml': '<Types/>',
    '_rels/.rels': `<Relationships>${relation('r1', 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    'xl/workbook.xml':
      '<workbook xmlns:r="r"><sheets><sheet name="S" sheetId="1" r:id="r1"/></sheets></workbook>',
    'xl/_rels/workbook.xml.rels': `<Relationships>${relation('r1', 'worksheet', 'worksheets/sheet1.xml')}${relation('r2', 'sharedStrings', 'sharedStrings.xml')}${relation('r3', 'styles', 'styles.xml')}</Relationships>`,
    'xl/worksheets/sheet1.xml': `<worksheet><sheetData>${sheetData}</sheetData></worksheet>`,
    ...parts,
  };
  const bytes = Object.entries(files).map(([name, content]) => [
    name,
    typeof content === 'string' ? strToU8(content) : content,
  ]);
  return zipSync(Object.fromEntries(bytes) as Record<string, Uint8Array>, { mtime: new Date(2020, 0, 1) });
}
