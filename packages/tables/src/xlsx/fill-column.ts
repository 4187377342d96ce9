import { columnIndex, columnLetters } from '../columns.js';
import { textXml } from './write-sheet.js';

/** Comments, CDATA and instructions are passed over whole, so that no tag inside them counts; then tags. */
const markup =
  /<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>|<\?[\s\S]*?\?>|<(\/?)([\w.:-]+)((?:[^>"']|"[^"]*"|'[^']*')*)>/g;

interface Tag {
  readonly name: string;
  /** Name with its namespace prefix. */
  readonly full: string;
  readonly attributes: string;
  readonly closes: boolean;
  readonly empty: boolean;
  readonly start: number;
  readonly end: number;
}

interface OpenRow {
  readonly row: number;
  /** Where a new cell goes; moved on past every cell left of the column. */
  insert: number;
  /** An old cell in the column: replaced, and its style kept. */
  old?: { readonly start: number; end: number; readonly style: number };
  column: number;
}

/**
 * Puts texts into one column of the XML of a sheet and leaves every other sign as it is. The XML must be known to be
 * well formed.
 */
export function fillColumn(sheet: string, target: number, values: ReadonlyMap<number, string>): string {
  const waiting = [...values].sort(([a], [b]) => a - b);
  const letters = columnLetters(target);
  let copy = '';
  let from = 0;
  let inData = false;
  let row = 0;
  let open: OpenRow | undefined;

  const keep = (to: number): void => {
    copy += sheet.slice(from, to);
    from = to;
  };
  const cellXml = (at: number, text: string, style = 0, prefix = ''): string =>
    prefixed(textXml(`r="${letters}${at}"`, text, style), prefix);
  const addRowsBefore = (next: number, prefix: string): void => {
    while (waiting[0] !== undefined && waiting[0][0] < next) {
      const [missing, text] = waiting.shift() as [number, string];
      copy +=
        prefixed(`<row r="${missing}">`, prefix) +
        cellXml(missing, text, 0, prefix) +
        prefixed('</row>', prefix);
    }
  };
  const endRow = (at: OpenRow, prefix: string): void => {
    const [, text] = waiting.shift() as [number, string];
    keep(at.old?.start ?? at.insert);
    copy += cellXml(at.row, text, at.old?.style, prefix);
    from = at.old?.end ?? from;
  };

  for (const tag of tags(sheet)) {
    const prefix = tag.full.slice(0, tag.full.length - tag.name.length);
    if (tag.name === 'dimension' && !inData && !tag.closes) {
      // Only a hint that programs compute again; a wrong one would hide the new column from some.
      keep(tag.start);
      from = tag.end;
    } else if (tag.name === 'sheetData') {
      if (tag.empty) {
        keep(tag.start);
        copy += `<${tag.full}${withoutSlash(tag.attributes)}>`;
        addRowsBefore(Number.POSITIVE_INFINITY, prefix);
        copy += `</${tag.full}>`;
        from = tag.end;
      } else if (tag.closes) {
        keep(tag.start);
        addRowsBefore(Number.POSITIVE_INFINITY, prefix);
      }
      inData = !tag.closes && !tag.empty;
    } else if (inData && tag.name === 'row' && !tag.closes) {
      row = Number(attributeOf(tag.attributes, 'r') ?? row + 1);
      keep(tag.start);
      addRowsBefore(row, prefix);
      if (waiting[0]?.[0] !== row) continue;
      copy += `<${tag.full}${withoutSlash(tag.attributes).replace(/\sspans\s*=\s*("[^"]*"|'[^']*')/, '')}>`;
      from = tag.end;
      open = { row, insert: tag.end, column: 0 };
      if (tag.empty) {
        endRow(open, prefix);
        copy += `</${tag.full}>`;
        open = undefined;
      }
    } else if (open !== undefined && tag.name === 'row') {
      endRow(open, prefix);
      open = undefined;
    } else if (open !== undefined && tag.name === 'c') {
      noteCell(open, tag, target);
    }
  }
  return copy + sheet.slice(from);
}

/** Moves the place of the new cell past a cell on its left, or marks the old cell that it replaces. */
function noteCell(open: OpenRow, tag: Tag, target: number): void {
  if (!tag.closes) {
    const reference = /^[A-Za-z]+/.exec(attributeOf(tag.attributes, 'r') ?? '')?.[0];
    open.column = reference === undefined ? open.column + 1 : columnIndex(reference);
    if (open.column === target) {
      open.old = { start: tag.start, end: tag.end, style: Number(attributeOf(tag.attributes, 's') ?? 0) };
    }
  }
  if (!tag.closes && !tag.empty) return;
  if (open.column < target) open.insert = tag.end;
  else if (open.column === target && open.old !== undefined) open.old.end = tag.end;
}

function* tags(text: string): Generator<Tag> {
  for (const match of text.matchAll(markup)) {
    const [whole, slash, full, attributes = ''] = match;
    if (full === undefined) continue;
    yield {
      name: full.slice(full.indexOf(':') + 1),
      full,
      attributes,
      closes: slash === '/',
      empty: attributes.endsWith('/'),
      start: match.index,
      end: match.index + whole.length,
    };
  }
}

function attributeOf(attributes: string, name: string): string | undefined {
  const match = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(attributes);
  return match?.[1] ?? match?.[2];
}

function withoutSlash(attributes: string): string {
  return attributes.replace(/\/$/, '');
}

function prefixed(xml: string, prefix: string): string {
  return prefix === '' ? xml : xml.replace(/<(\/?)(?=\w)/g, `<$1${prefix}`);
}
