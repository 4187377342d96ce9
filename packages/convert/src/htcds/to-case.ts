import { type Finding, newestVersion } from '@ctdx/model';
import { check } from '@ctdx/validate/case-identified';
import type { IdRegister } from '../ids.js';
import { readAge } from './age.js';
import { consentAnswer, keepReferrals, keepUnread, readCaseFile } from './case-file.js';
import type { SourceMapping } from './mapping.js';
import type { Common } from './options.js';
import { readPerson } from './person.js';
import type { Draft, RowContext } from './row-context.js';
import { readStatus } from './status.js';
import { readTrafficking } from './trafficking.js';

/** Version of the standard, and edition of its code lists, that an import writes. */
/** Version of the code lists that imported codes are taken from. */
const codeListVersion = '1.0';

/** What a row needs besides itself to become a case. */
export interface CaseMaker {
  readonly ids: IdRegister;
  readonly mapping: SourceMapping;
  readonly common: Common;
  readonly format: 'htcdsWorkbook' | 'htcdsCsv';
  readonly clock: () => Date;
}

/** Makes a case of a row and checks it; what validation finds leads back to the cell it came from. */
export async function toCase(
  row: RowContext,
  sourceId: string,
  maker: CaseMaker,
): Promise<ReturnType<typeof check>> {
  const { ids, mapping, common, format } = maker;
  const person = row.extra('person')?.text ?? sourceId;
  const incident = row.extra('incident')?.text;
  const draft: Draft = {
    type: 'case',
    schemaVersion: newestVersion,
    id: await ids.idFor('record', sourceId),
    revision: 1,
    issuedAt: '',
    source: common.source,
    handling: common.handlingAt(''),
    codeListVersion,
    ...(common.profile === undefined ? {} : { profile: common.profile }),
    provenance: { ...(common.synthetic ? { synthetic: true } : {}), format },
    caseRef: await ids.idFor('case', sourceId),
    ...(incident === undefined ? {} : { incidentRef: await ids.idFor('incident', incident) }),
    ...localReference(row),
    subject: { personRef: await ids.idFor('person', person) },
    deduplicated: tellsPersonsApart(row) ? 'agency' : 'unknown',
  };
  readCaseFile(row, draft, mapping);
  readPerson(row, draft);
  readAge(row, draft);
  readStatus(row, draft, mapping, common.source.country);
  readTrafficking(row, draft);
  const agreed = consentAnswer(row);
  if (agreed !== undefined) {
    draft.consent = { id: await ids.idFor('consent', sourceId), interview: { agreed: agreed as 'yes' } };
  }
  keepReferrals(row);
  keepUnread(row);
  if (row.unmapped.length > 0) draft.provenance = { ...draft.provenance, unmapped: [...row.unmapped] };

  const { revision, issuedAt } = await ids.revisionFor(sourceId, JSON.stringify(draft), maker.clock());
  Object.assign(draft, { revision, issuedAt, handling: common.handlingAt(issuedAt) });
  const checked = check(draft);
  return { ...checked, findings: checked.findings.map((finding) => placed(finding, row)) };
}

/** A number of the agency's own stands for one person; without one, two rows may be the same person. */
function tellsPersonsApart(row: RowContext): boolean {
  return row.extra('person') !== undefined || (row.extra('id') !== undefined && !row.idIsOurs);
}

/** The agency's own number, when the row has one that fits. */
function localReference(row: RowContext): { localReference?: string } {
  const entry = row.extra('id');
  if (entry === undefined || row.idIsOurs || entry.text.length > 64) return {};
  row.from(entry, '/localReference');
  return { localReference: entry.text };
}

/** Adds file, sheet and row, and the column of the nearest part of the record that came from a cell. */
function placed(finding: Finding, { at, origins }: RowContext): Finding {
  for (let path = finding.path; path !== ''; path = path.slice(0, path.lastIndexOf('/'))) {
    const column = origins.get(path);
    if (column !== undefined) return { ...finding, ...at, column };
  }
  return { ...finding, ...at };
}
