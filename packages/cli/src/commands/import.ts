import { importHtcds, type Loss, readMapping, type SourceMapping } from '@ctdx/convert';
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

export const importFile: Command = {
  name: 'import',
  summary: 'Import a workbook or table in HTCDS 2.0 layout into cases at the identified level.',
  operands: 'FILE',
  count: [1, 1],
  options: {
    from: { value: 'FORMAT', says: 'Layout of the file (default: htcds).', among: ['htcds'] },
    country: { value: 'CC', says: 'Country the cases belong to: two letters, such as bb.', required: true },
    'key-file': {
      value: 'FILE',
      says: 'Key of the agency. It is made when it is not there; keep it apart from the data, and back it up.',
      required: true,
    },
    mapping: { value: 'FILE', says: 'What the source knows and HTCDS has no field for (JSON).' },
    'id-column': { value: 'X', says: 'Header or letters of the column with the agency’s own ids.' },
    workbook: {
      value: 'COPY',
      says: 'Write a copy of the file with an id in each row, so that the next import revises and doesn’t double.',
    },
    out: { value: 'FILE', says: 'Where the cases go (NDJSON).', required: true },
    findings: { value: 'FILE', says: 'Where the findings go (NDJSON), besides the screen.' },
    ledger: { value: 'FILE', says: 'Where the losses go (NDJSON).' },
    synthetic: { says: 'Mark every case as invented.' },
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
  const mapping = await mappingOf(textOf(args, 'mapping'));
  const keys = await openKeys(keyPath, terminal);
  const register = await openRegister(`${keyPath}.register`, keys, terminal.now);
  const idColumn = textOf(args, 'id-column');
  if (textOf(args, 'workbook') !== undefined && (idColumn ?? mapping?.columns?.id) !== undefined) {
    refuse('--workbook is for files without ids of their own; this one has a column with them.');
  }

  const findings: Finding[] = [];
  const losses: Loss[] = [];
  const sourceIds = new Map<number, string>();
  const tally = { rows: 0, cases: 0, errors: 0, warnings: 0 };
  async function* cases() {
    const options = {
      country,
      file: 1,
      ids: register,
      clock: terminal.now,
      ...(mapping === undefined ? {} : { mapping }),
      ...(idColumn === undefined ? {} : { idColumn }),
      ...(args.options.synthetic === true ? { synthetic: true } : {}),
    };
    for await (const item of importHtcds(source, options)) {
      refuseUnusable(item.findings, wordingEn);
      for (const found of item.findings) {
        findings.push(found);
        if (found.severity === 'error') tally.errors += 1;
        if (found.severity === 'warning') tally.warnings += 1;
      }
      losses.push(...item.losses);
      if (item.at.row === undefined) continue;
      tally.rows += 1;
      if (item.sourceId !== undefined) sourceIds.set(item.at.row, item.sourceId);
      if (item.value === undefined) continue;
      tally.cases += 1;
      yield item.value;
    }
  }
  await writeFile(textOf(args, 'out') as string, '--out', jsonLines(cases()));
  for (const found of findings) terminal.out(findingText(found, wordingEn));
  await register.save();
  const [findingsPath, ledgerPath, copyPath] = [
    textOf(args, 'findings'),
    textOf(args, 'ledger'),
    textOf(args, 'workbook'),
  ];
  if (findingsPath !== undefined) await writeFile(findingsPath, '--findings', jsonLines(findings));
  if (ledgerPath !== undefined) await writeFile(ledgerPath, '--ledger', jsonLines(losses));
  if (copyPath !== undefined) await writeFile(copyPath, '--workbook', fillIds(source, sourceIds));
  const { rows, cases: accepted, errors, warnings } = tally;
  terminal.out(
    `${accepted} of ${rows} rows became cases. Errors: ${errors}, warnings: ${warnings}, losses: ${losses.length}.\n`,
  );
  return errors > 0 ? 1 : 0;
}

async function mappingOf(path: string | undefined): Promise<SourceMapping | undefined> {
  if (path === undefined) return undefined;
  const text = await (await openFile(path, '--mapping')).text();
  let input: unknown;
  try {
    input = JSON.parse(text);
  } catch {
    refuse('The file of --mapping is not JSON.');
  }
  const read = readMapping(input);
  if (read.ok) return read.mapping;
  return refuse(
    `The file of --mapping is wrong at: ${read.findings.map(({ path: at }) => at || '/').join(', ')}.`,
  );
}
