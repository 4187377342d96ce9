import {
  type ImportItem,
  importHtcds,
  importTable,
  type LayoutMapping,
  type Loss,
  readLayoutMapping,
  readMapping,
  type SourceMapping,
  type TableItem,
} from '@ctdx/convert';
import type { Finding } from '@ctdx/model';
import { wordingEn } from '@ctdx/validate/wording/en';
import type { Arguments, Command } from '../command.js';
import { expectWritable, jsonLines, openFile, writeFile } from '../files.js';
import { fillIds } from '../fill-ids.js';
import { findingText, refuseUnusable } from '../finding-text.js';
import { openKeys } from '../keys.js';
import { textOf } from '../parse-arguments.js';
import { refuse } from '../refusal.js';
import { openRegister } from '../register.js';
import type { Terminal } from '../terminal.js';

/** What the rows of a file can be: how they are called, and how they are read. */
const kinds: Readonly<Record<string, Kind>> = {
  case: { many: 'cases', from: 'rows', read: ofCases },
  screening: { many: 'screenings', from: 'rows', read: ofTable('screening-table-1.0') },
  'action-plan': { many: 'plans', from: 'workbooks', read: ofTable('action-plan-workbook-1.0') },
};

interface Kind {
  readonly many: string;
  readonly from: string;
  /** Reads the mapping file, refusing what is none of this kind; gives a reader and whether the mapping names a column of ids. */
  read(mapping: unknown): { readonly hasIds: boolean; readonly items: Items };
}

type Items = (source: Blob, options: ItemOptions) => AsyncIterable<ImportItem | TableItem>;

interface ItemOptions {
  readonly country: string;
  readonly file: number;
  readonly ids: Awaited<ReturnType<typeof openRegister>>;
  readonly clock: () => Date;
  readonly idColumn?: string;
  readonly synthetic?: boolean;
}

export const importFile: Command = {
  name: 'import',
  summary: 'Import a workbook or table: cases in HTCDS 2.0 layout, screenings, or a plan of action.',
  operands: 'FILE',
  count: [1, 1],
  options: {
    as: {
      value: 'TYPE',
      says: 'What the rows are (default: case). Screenings and plans have layouts of their own.',
      among: Object.keys(kinds),
    },
    from: { value: 'FORMAT', says: 'Layout of the file of cases (default: htcds).', among: ['htcds'] },
    country: { value: 'CC', says: 'Country the records belong to: two letters, such as bb.', required: true },
    'key-file': {
      value: 'FILE',
      says: 'Key of the agency. It is made when it is not there; keep it apart from the data, and back it up.',
      required: true,
    },
    mapping: { value: 'FILE', says: 'What the source knows and its layout has no field for (JSON).' },
    'id-column': { value: 'X', says: 'Header or letters of the column with the agency’s own ids.' },
    workbook: {
      value: 'COPY',
      says: 'Write a copy of the file with an id in each row, so that the next import revises and doesn’t double.',
    },
    out: { value: 'FILE', says: 'Where the records go (NDJSON).', required: true },
    findings: { value: 'FILE', says: 'Where the findings go (NDJSON), besides the screen.' },
    ledger: { value: 'FILE', says: 'Where the losses go (NDJSON).' },
    synthetic: { says: 'Mark every record as invented.' },
  },
  more: ['The results hold personal data and are readable by you alone. Findings and losses hold none.'],
  run: runImport,
};

async function runImport(args: Arguments, terminal: Terminal): Promise<number> {
  const path = args.operands[0] as string;
  const keyPath = textOf(args, 'key-file') as string;
  const source = await openFile(path, 1);
  for (const role of ['out', 'findings', 'ledger', 'workbook', 'key-file'] as const) {
    const target = textOf(args, role);
    if (target !== undefined) await expectWritable(target, `--${role}`);
  }
  const country = (textOf(args, 'country') as string).toUpperCase();
  if (!/^[A-Z]{2}$/.test(country)) refuse('--country must be two letters of ISO 3166-1, such as bb.');
  const kind = kinds[textOf(args, 'as') ?? 'case'] as Kind;
  const { hasIds, items } = kind.read(await mappingOf(textOf(args, 'mapping')));
  const keys = await openKeys(keyPath, terminal);
  const register = await openRegister(`${keyPath}.register`, keys, terminal.now);
  const idColumn = textOf(args, 'id-column');
  if (textOf(args, 'workbook') !== undefined && (idColumn !== undefined || hasIds)) {
    refuse('--workbook is for files without ids of their own; this one has a column with them.');
  }

  const findings: Finding[] = [];
  const losses: Loss[] = [];
  const sourceIds = new Map<number, string>();
  const tally = { rows: 0, records: 0, errors: 0, warnings: 0 };
  let sheet = 1;
  async function* records() {
    const options = {
      country,
      file: 1,
      ids: register,
      clock: terminal.now,
      ...(idColumn === undefined ? {} : { idColumn }),
      ...(args.options.synthetic === true ? { synthetic: true } : {}),
    };
    for await (const item of items(source, options)) {
      refuseUnusable(item.findings, wordingEn);
      for (const found of item.findings) {
        findings.push(found);
        if (found.severity === 'error') tally.errors += 1;
        if (found.severity === 'warning') tally.warnings += 1;
      }
      losses.push(...item.losses);
      if (item.at.row === undefined) continue;
      tally.rows += 1;
      if (item.sourceId !== undefined) {
        sourceIds.set(item.at.row, item.sourceId);
        sheet = item.at.sheet ?? sheet;
      }
      if (item.value === undefined) continue;
      tally.records += 1;
      yield item.value;
    }
  }
  await writeFile(textOf(args, 'out') as string, '--out', jsonLines(records()));
  for (const found of findings) terminal.out(findingText(found, wordingEn));
  await register.save();
  const [findingsPath, ledgerPath, copyPath] = [
    textOf(args, 'findings'),
    textOf(args, 'ledger'),
    textOf(args, 'workbook'),
  ];
  if (findingsPath !== undefined) await writeFile(findingsPath, '--findings', jsonLines(findings));
  if (ledgerPath !== undefined) await writeFile(ledgerPath, '--ledger', jsonLines(losses));
  if (copyPath !== undefined)
    await writeFile(
      copyPath,
      '--workbook',
      fillIds(source, sourceIds, kind.many === 'cases' ? { headerRows: 2 } : { headerRows: 1, sheet }),
    );
  const { rows, records: accepted, errors, warnings } = tally;
  terminal.out(
    `${accepted} of ${rows} ${kind.from} became ${kind.many}. Errors: ${errors}, warnings: ${warnings}, losses: ${losses.length}.\n`,
  );
  return errors > 0 ? 1 : 0;
}

function ofCases(input: unknown): ReturnType<Kind['read']> {
  const read = input === undefined ? undefined : readMapping(input);
  if (read?.ok === false) refuseMapping(read.findings);
  const mapping: SourceMapping | undefined = read?.ok ? read.mapping : undefined;
  return {
    hasIds: mapping?.columns?.id !== undefined,
    items: (source, options) =>
      importHtcds(source, { ...options, ...(mapping === undefined ? {} : { mapping }) }),
  };
}

function ofTable(name: 'screening-table-1.0' | 'action-plan-workbook-1.0'): Kind['read'] {
  return (input) => {
    const read = input === undefined ? undefined : readLayoutMapping(input);
    if (read?.ok === false) refuseMapping(read.findings);
    const mapping: LayoutMapping | undefined = read?.ok ? read.mapping : undefined;
    return {
      hasIds: mapping?.columns?.['number'] !== undefined,
      items: (source, options) =>
        importTable(name, source, { ...options, ...(mapping === undefined ? {} : { mapping }) }),
    };
  };
}

async function mappingOf(path: string | undefined): Promise<unknown> {
  if (path === undefined) return undefined;
  const text = await (await openFile(path, '--mapping')).text();
  try {
    return JSON.parse(text);
  } catch {
    return refuse('The file of --mapping is not JSON.');
  }
}

function refuseMapping(findings: readonly Finding[]): never {
  return refuse(
    `The file of --mapping is wrong at: ${findings.map(({ path: at }) => at || '/').join(', ')}.`,
  );
}
