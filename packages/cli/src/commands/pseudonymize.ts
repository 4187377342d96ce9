import { type DisclosureLoss, pseudonymize, strippedFor, yearsFrom } from '@ctdx/anonymize';
import type { Finding } from '@ctdx/model';
import { checkFile } from '@ctdx/validate';
import { wordingEn } from '@ctdx/validate/wording/en';
import type { Arguments, Command } from '../command.js';
import { expectWritable, jsonLines, layoutOf, openFile, writeFile } from '../files.js';
import { findingText, refuseUnusable } from '../finding-text.js';
import { openKeys } from '../keys.js';
import { textOf } from '../parse-arguments.js';
import { refuse } from '../refusal.js';
import type { Terminal } from '../terminal.js';

const purposes = [
  'statistics',
  'crossBorderCooperation',
  'referral',
  'assistance',
  'investigation',
  'prosecution',
  'research',
] as const;

export const pseudonymizeFile: Command = {
  name: 'pseudonymize',
  summary:
    'Strip identified cases, screenings and referrals to what a purpose allows, with pseudonyms for ids.',
  operands: 'FILE',
  count: [1, 1],
  options: {
    'key-file': {
      value: 'FILE',
      says: 'Key of the agency. With another key the same person gets another pseudonym.',
      required: true,
    },
    out: { value: 'FILE', says: 'Where the stripped records go (NDJSON).', required: true },
    purpose: {
      value: 'PURPOSE',
      says: 'What the copy is for; it decides what may be said (default: statistics).',
      among: purposes,
    },
    recipient: {
      value: 'GROUP',
      says: 'Group of recipients; each group gets pseudonyms of its own (default: region).',
    },
    'year-from': {
      value: 'MONTH',
      says: 'Month in which the reporting year begins, 1 to 12 (default: 1).',
      among: Array.from({ length: 12 }, (_, index) => String(index + 1)),
    },
    ledger: { value: 'FILE', says: 'Where the losses go (NDJSON).' },
  },
  more: ['The result is still personal data: in a small state sex, nationality and year can name a victim.'],
  run,
};

async function run(args: Arguments, terminal: Terminal): Promise<number> {
  const source = await openFile(args.operands[0] as string, 1);
  for (const role of ['out', 'ledger', 'key-file'] as const) {
    const target = textOf(args, role);
    if (target !== undefined) await expectWritable(target, `--${role}`);
  }
  const keys = await openKeys(textOf(args, 'key-file') as string, terminal);
  const options = {
    keys,
    purpose: textOf(args, 'purpose') ?? 'statistics',
    recipientGroup: textOf(args, 'recipient') ?? 'region',
    periods: yearsFrom(Number(textOf(args, 'year-from') ?? 1)),
  };
  const tally = { records: 0, stripped: 0 };
  const losses = new Map<string, DisclosureLoss & { count: number }>();
  const report = (findings: readonly Finding[], row: number | undefined): void => {
    for (const found of findings) {
      terminal.out(findingText({ ...found, file: 1, ...(row === undefined ? {} : { row }) }, wordingEn));
    }
  };
  async function* stripped() {
    for await (const { checked, at } of checkFile(source, {
      level: 'identified',
      layout: layoutOf(args.operands[0] as string),
      file: 1,
    })) {
      refuseUnusable(checked.findings, wordingEn);
      tally.records += 1;
      if (!checked.ok) {
        report(checked.findings, at.row);
        continue;
      }
      const record = checked.value as Parameters<typeof pseudonymize>[0];
      if (!strippedFor(record.type).includes(options.purpose)) {
        const row = at.row === undefined ? 'A record' : `Row ${at.row}`;
        terminal.out(`${row}: nothing says what a record of that type may say for that purpose.\n`);
        continue;
      }
      const result = await pseudonymize(record, options);
      for (const loss of result.losses) {
        const key = `${loss.code} ${loss.path}`;
        losses.set(key, { ...loss, count: (losses.get(key)?.count ?? 0) + 1 });
      }
      if (!result.ok) {
        report(result.findings, at.row);
        continue;
      }
      tally.stripped += 1;
      yield result.value;
    }
    if (tally.records === 0) refuse('File 1 holds no record.');
  }
  await writeFile(textOf(args, 'out') as string, '--out', jsonLines(stripped()));
  const ledger = textOf(args, 'ledger');
  if (ledger !== undefined) await writeFile(ledger, '--ledger', jsonLines(losses.values()));
  terminal.out(
    `${tally.stripped} of ${tally.records} records stripped. Left out or coarsened: ${losses.size} places.\n`,
  );
  return tally.stripped === tally.records ? 0 : 1;
}
