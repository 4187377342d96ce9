import type { Finding, FindingCode } from '@ctdx/model';
import { say, type Wording } from '@ctdx/validate';
import { refuse } from './refusal.js';

/** What makes a file unusable rather than invalid. */
const unusable: ReadonlySet<FindingCode> = new Set<FindingCode>([
  'empty-file',
  'not-text',
  'truncated-file',
  'damaged-file',
  'not-a-workbook',
  'encrypted-workbook',
  'old-workbook',
  'unsafe-workbook',
  'not-htcds',
  'not-layout',
]);

/** Ends the command with one line when a finding says that the file can't be used at all. @throws {Refusal} */
export function refuseUnusable(findings: readonly Finding[], wording: Wording): void {
  const found = findings.find(({ code }) => unusable.has(code));
  if (found !== undefined) refuseFor(found, wording);
}

/** Ends the command with the sentences of a finding. @throws {Refusal} */
export function refuseFor(finding: Finding, wording: Wording): never {
  const { says, do: advice } = say(finding, wording);
  return refuse(`File ${finding.file ?? 1} ${says}. ${advice}`);
}

/** A finding as two lines: where and what is wrong, then what to do. */
export function findingText(finding: Finding, wording: Wording): string {
  const { says, do: advice } = say(finding, wording);
  const kind = finding.severity === 'error' ? '' : ` (${finding.severity})`;
  const rule = finding.rule === undefined ? '' : ` [${finding.rule}]`;
  const where = placeOf(finding);
  return `${where}${where === '' ? '' : ': '}${says}${kind}${rule}\n    ${advice}\n`;
}

/** Where a finding stands: `file 1, row 7, column H, /gender`. */
export function placeOf({ file, sheet, row, column, path }: Finding): string {
  const parts = [
    file === undefined ? undefined : `file ${file}`,
    sheet === undefined ? undefined : `sheet ${sheet}`,
    row === undefined ? undefined : `row ${row}`,
    column === undefined ? undefined : `column ${column}`,
    path === '' ? undefined : path,
  ];
  return parts.filter((part) => part !== undefined).join(', ');
}
