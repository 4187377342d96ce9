import { declaration, escapeXml } from './sheet-xml.js';

/** What the fixed parts of a workbook depend on. */
export interface PackageParts {
  readonly sheets: readonly string[];
  readonly macro: boolean;
  readonly author: string;
}

const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packageRelations = 'http://schemas.openxmlformats.org/package/2006/relationships';
const spreadsheet = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const types = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** Every part of a workbook but its sheets and its texts, by name. */
export function packageParts({ sheets, macro, author }: PackageParts): Record<string, string> {
  const main = macro ? 'application/vnd.ms-excel.sheet.macroEnabled.main+xml' : `${types}.sheet.main+xml`;
  const parts = sheets.map((_, index) => `/xl/worksheets/sheet${index + 1}.xml`);
  return {
    '[Content_Types].xml': `${declaration}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${macro ? '<Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/>' : ''}${override('/xl/workbook.xml', main)}${parts.map((part) => override(part, `${types}.worksheet+xml`)).join('')}${override('/xl/styles.xml', `${types}.styles+xml`)}${override('/xl/sharedStrings.xml', `${types}.sharedStrings+xml`)}${override('/docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml')}</Types>`,
    '_rels/.rels': relations([
      [`${office}/officeDocument`, 'xl/workbook.xml'],
      [
        'http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties',
        'docProps/core.xml',
      ],
    ]),
    'docProps/core.xml': `${declaration}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>${escapeXml(author)}</dc:creator></cp:coreProperties>`,
    'xl/workbook.xml': `${declaration}<workbook xmlns="${spreadsheet}" xmlns:r="${office}"><sheets>${sheets.map((name, index) => `<sheet name="${escapeXml(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`).join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relations([
      ...sheets.map((_, index) => [`${office}/worksheet`, `worksheets/sheet${index + 1}.xml`] as const),
      [`${office}/styles`, 'styles.xml'],
      [`${office}/sharedStrings`, 'sharedStrings.xml'],
      ...(macro
        ? [['http://schemas.microsoft.com/office/2006/relationships/vbaProject', 'vbaProject.bin'] as const]
        : []),
    ]),
    // Cell format 1 is a date (14 is the short date of the machine's language).
    'xl/styles.xml': `${declaration}<styleSheet xmlns="${spreadsheet}"><fonts count="1"><font><sz val="11"/></font></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>`,
  };
}

function override(part: string, type: string): string {
  return `<Override PartName="${part}" ContentType="${type}"/>`;
}

function relations(targets: readonly (readonly [string, string])[]): string {
  const rows = targets.map(([type, target], index) => {
    return `<Relationship Id="rId${index + 1}" Type="${type}" Target="${target}"/>`;
  });
  return `${declaration}<Relationships xmlns="${packageRelations}">${rows.join('')}</Relationships>`;
}
