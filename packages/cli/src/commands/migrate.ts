import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  type Migration,
  MigrationError,
  type MigrationLoss,
  migrate as migrateRecord,
  readMigrations,
} from '@ctdx/convert';
import { type Finding, parseVersion, versionStanding } from '@ctdx/model';
import { checkDeclared, readRecords } from '@ctdx/validate';
import { wordingEn } from '@ctdx/validate/wording/en';
import type { Arguments, Command } from '../command.js';
import { expectWritable, jsonLines, layoutOf, openFile, writeFile } from '../files.js';
import { findingText, refuseUnusable } from '../finding-text.js';
import { textOf } from '../parse-arguments.js';
import { refuse } from '../refusal.js';
import type { Terminal } from '../terminal.js';

export const migrate: Command = {
  name: 'migrate',
  summary: 'Bring records to another version of the standard, up or down, with a ledger of what that loses.',
  operands: 'FILE',
  count: [1, 1],
  options: {
    to: { value: 'VERSION', says: 'Version to write, such as 1.0.', required: true },
    standard: {
      value: 'DIR',
      says: 'Folder of schemas with the steps of a version that is newer than this software.',
    },
    out: { value: 'FILE', says: 'Where the records go (NDJSON; default: standard output).' },
    ledger: { value: 'FILE', says: 'Where the losses go (NDJSON).' },
  },
  more: ['Parcels lose their digests and signatures where a record in them changes: sign again.'],
  run,
};

interface Tally {
  records: number;
  migrated: number;
  readonly losses: Map<string, MigrationLoss & { count: number }>;
}

async function run(args: Arguments, terminal: Terminal): Promise<number> {
  const to = textOf(args, 'to') as string;
  if (parseVersion(to) === undefined) refuse('--to must be a version, such as 1.0.');
  const [out, ledger] = [textOf(args, 'out'), textOf(args, 'ledger')];
  if (out !== undefined) await expectWritable(out, '--out');
  if (ledger !== undefined) await expectWritable(ledger, '--ledger');
  const steps = await stepsOf(textOf(args, 'standard'));
  const path = args.operands[0] as string;
  const source = path === '-' ? terminal.input() : await openFile(path, 1);
  const tally: Tally = { records: 0, migrated: 0, losses: new Map() };
  const migrated = migrateAll(
    source,
    { to, layout: layoutOf(path), ...(steps ? { steps } : {}) },
    tally,
    terminal,
  );
  if (out === undefined) for await (const line of jsonLines(migrated)) terminal.out(line);
  else await writeFile(out, '--out', jsonLines(migrated));
  if (ledger !== undefined) await writeFile(ledger, '--ledger', jsonLines(tally.losses.values()));
  for (const { code, path: place, step, count } of tally.losses.values()) {
    terminal.say(`${code} ${place}${step === undefined ? '' : ` [${step}]`}: ${count}`);
  }
  const looked =
    versionStanding(to) === 'supported' ? '' : ` They were not checked: this software does not know ${to}.`;
  terminal.say(`${tally.migrated} of ${tally.records} records brought to ${to}.${looked}`);
  return tally.migrated === tally.records ? 0 : 1;
}

/** The steps of a folder of schemas; nothing where there is no folder, so that those of this release are taken. */
async function stepsOf(folder: string | undefined): Promise<Migration[] | undefined> {
  if (folder === undefined) return undefined;
  const place = join(folder, 'migrations');
  const names = await readdir(place).catch(() => refuse('The folder of --standard has no migrations.'));
  const files = names.filter((name) => name.endsWith('.json') && name !== 'versions.json').sort();
  try {
    return readMigrations(
      await Promise.all(files.map(async (name) => JSON.parse(await readFile(join(place, name), 'utf8')))),
    );
  } catch (error) {
    return refuse(
      error instanceof MigrationError
        ? `--standard: ${error.message}`
        : 'A migration of --standard can’t be read.',
    );
  }
}

async function* migrateAll(
  source: Parameters<typeof readRecords>[0],
  { to, layout, steps }: { to: string; layout: 'json' | 'ndjson'; steps?: readonly Migration[] },
  tally: Tally,
  terminal: Terminal,
): AsyncGenerator<unknown> {
  for await (const { at, parsed } of readRecords(source, { layout, file: 1 })) {
    const tell = (findings: readonly Finding[]): void => {
      for (const found of findings) terminal.say(findingText({ ...found, ...at }, wordingEn).trimEnd());
    };
    tally.records += 1;
    if (!parsed.ok) {
      refuseUnusable(parsed.findings, wordingEn);
      tell(parsed.findings);
      continue;
    }
    try {
      const { record, losses } = migrateRecord(parsed.value, { to, ...(steps ? { steps } : {}) });
      const checked = versionStanding(to) === 'supported' ? checkDeclared(record) : undefined;
      if (checked?.ok === false) {
        tell(checked.findings);
        continue;
      }
      for (const loss of losses) {
        const key = `${loss.code} ${loss.path} ${loss.step}`;
        tally.losses.set(key, { ...loss, count: (tally.losses.get(key)?.count ?? 0) + 1 });
      }
      tally.migrated += 1;
      yield record;
    } catch (error) {
      if (!(error instanceof MigrationError)) throw error;
      terminal.say(`file 1, row ${at.row ?? 1}: ${error.message}`);
    }
  }
}
