import type { Position } from '@ctdx/model';
import type { DateSystem } from '../item.js';
import type { Limits } from '../limits.js';
import { Refusal } from '../refusal.js';
import type { Package } from './package.js';
import { attribute, parseXml } from './xml.js';

/** A sheet as the workbook lists it. */
export interface SheetEntry {
  /** Place in the workbook, from 1; hidden sheets count. */
  readonly index: number;
  /** What somebody called it: never for a log. */
  readonly name: string;
  readonly hidden: boolean;
  /** Name of the part, or undefined when it is a chart or a macro sheet. */
  readonly part: string | undefined;
}

/** What the workbook part says. */
export interface Workbook {
  /** Name of the workbook part itself. */
  readonly part: string;
  readonly sheets: readonly SheetEntry[];
  readonly dateSystem: DateSystem;
  readonly sharedStrings: string | undefined;
  readonly styles: string | undefined;
  /** True when a sheet is an Excel 4 macro sheet. */
  readonly hasMacroSheet: boolean;
}

/** Reads the list of sheets and the date system. Ends with `not-a-workbook` for another kind of package. */
export async function readWorkbook(file: Package, limits: Limits, at: Position): Promise<Workbook> {
  const main = (await file.relations('')).find(({ type }) => type === 'officeDocument')?.target;
  if (main === undefined || !file.has(main) || !main.toLowerCase().endsWith('.xml'))
    throw new Refusal('not-a-workbook', at);
  const relations = await file.relations(main);
  const byId = new Map(relations.map((relation) => [relation.id, relation]));
  const sheets: SheetEntry[] = [];
  let dateSystem: DateSystem = 1900;
  let isWorkbook = false;
  await parseXml(
    file.part(main),
    {
      open(name, attributes) {
        if (name === 'workbook') isWorkbook = true;
        else if (name === 'workbookPr') dateSystem = isTrue(attributes.date1904) ? 1904 : 1900;
        else if (name === 'sheet') {
          if (sheets.length >= limits.entries) throw new Refusal('limit-entries', at, limits.entries);
          const relation = byId.get(relationId(attributes) ?? '');
          sheets.push({
            index: sheets.length + 1,
            name: attributes.name ?? '',
            hidden: (attributes.state ?? 'visible') !== 'visible',
            part: relation?.type === 'worksheet' ? relation.target : undefined,
          });
        }
      },
    },
    limits,
    at,
  );
  if (!isWorkbook) throw new Refusal('not-a-workbook', at);
  const target = (wanted: string): string | undefined => {
    const found = relations.find(({ type }) => type === wanted)?.target;
    return found !== undefined && file.has(found) ? found : undefined;
  };
  return {
    part: main,
    sheets,
    dateSystem,
    sharedStrings: target('sharedStrings'),
    styles: target('styles'),
    hasMacroSheet: relations.some(({ type }) => type === 'xlMacrosheet' || type === 'xlIntlMacrosheet'),
  };
}

/** The id of a relation stands in a namespaced attribute; plain `id` would be something else. */
function relationId(attributes: Readonly<Record<string, string>>): string | undefined {
  const key = Object.keys(attributes).find((name) => name.endsWith(':id'));
  return key === undefined ? attribute(attributes, 'id') : attributes[key];
}

/** How a workbook writes true. */
export function isTrue(text: string | undefined): boolean {
  return text === '1' || text === 'true';
}
