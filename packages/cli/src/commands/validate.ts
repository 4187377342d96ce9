import { type Finding, type RecordType, recordTypes } from '@ctdx/model';
import { type CompiledProfile, checkFile, type FileOptions, type Wording, withProfile } from '@ctdx/validate';
import type { Arguments, Command } from '../command.js';
import { layoutOf, openFile } from '../files.js';
import { findingText, refuseFor, refuseUnusable } from '../finding-text.js';
import { textOf } from '../parse-arguments.js';
import { profileFor, profileOption } from '../profiles.js';
import { refuse } from '../refusal.js';
import type { Terminal } from '../terminal.js';
import { languageOption, wordingFor } from '../wordings.js';

/** Findings that are kept of one run; a person corrects some and runs again. */
const mostFindings = 10_000;

/** What was found in one run over all files. */
interface Tally {
  records: number;
  valid: number;
  errors: number;
  warnings: number;
  complete: boolean;
  readonly findings: Finding[];
}

export const validate: Command = {
  name: 'validate',
  summary: 'Check records in JSON or NDJSON files, parcels included.',
  operands: 'FILE…',
  count: [1, 1000],
  options: {
    type: {
      value: 'TYPE',
      says: 'Expect this record type (default: what each record declares).',
      among: Object.keys(recordTypes),
    },
    level: {
      value: 'LEVEL',
      says: 'Expect this disclosure level (default: what each record declares).',
      among: ['identified', 'pseudonymized', 'aggregate'],
    },
    profile: profileOption,
    lang: languageOption,
    format: {
      value: 'FORMAT',
      says: 'Sentences for people, or one JSON object for programs (default: text).',
      among: ['text', 'json'],
    },
  },
  more: ['A single - reads standard input. Findings name files by their number among the arguments.'],
  async run(args, terminal) {
    const sources = await Promise.all(
      args.operands.map((path, index) => (path === '-' ? terminal.input() : openFile(path, index + 1))),
    );
    if (args.operands.filter((path) => path === '-').length > 1) refuse('Standard input can be read once.');
    const json = textOf(args, 'format') === 'json';
    const named = textOf(args, 'profile');
    const profile = named === undefined ? undefined : await profileFor(named);
    const standing = await wordingFor(args, terminal);
    const wording = profile === undefined ? standing : withProfile(standing, profile);
    const tally: Tally = { records: 0, valid: 0, errors: 0, warnings: 0, complete: true, findings: [] };
    for (const [index, source] of sources.entries()) {
      await checkOne(
        source,
        { ...expected(args, profile), file: index + 1, layout: layoutOf(args.operands[index] as string) },
        tally,
        wording,
        json ? undefined : terminal,
      );
    }
    const isValid = tally.valid === tally.records;
    if (json) {
      const { records, valid, errors, warnings, complete, findings } = tally;
      const counts = { records, valid, invalid: records - valid, errors, warnings };
      terminal.out(`${JSON.stringify({ valid: isValid, complete, counts, findings })}\n`);
    } else {
      terminal.out(summary(tally));
    }
    return isValid ? 0 : 1;
  },
};

function expected(args: Arguments, profile: CompiledProfile | undefined): FileOptions {
  const [type, level] = [textOf(args, 'type'), textOf(args, 'level')];
  return {
    ...(type === undefined ? {} : { type: type as RecordType }),
    ...(level === undefined ? {} : { level }),
    ...(profile === undefined ? {} : { profile }),
  };
}

async function checkOne(
  source: Blob | ReadableStream<Uint8Array>,
  options: FileOptions,
  tally: Tally,
  wording: Wording,
  terminal: Terminal | undefined,
): Promise<void> {
  const before = tally.records;
  let broken: Finding | undefined;
  for await (const { checked } of checkFile(source, options)) {
    const [first] = checked.findings;
    refuseUnusable(checked.findings, wording);
    if (first?.code === 'json') broken ??= first;
    tally.records += 1;
    if (checked.ok) tally.valid += 1;
    if (!checked.complete) tally.complete = false;
    for (const finding of checked.findings) note(finding, tally, wording, terminal);
  }
  if (broken !== undefined && tally.records - before === 1) refuseFor(broken, wording);
}

function note(finding: Finding, tally: Tally, wording: Wording, terminal: Terminal | undefined): void {
  if (finding.severity === 'error') tally.errors += 1;
  if (finding.severity === 'warning') tally.warnings += 1;
  if (tally.findings.length >= mostFindings) {
    tally.complete = false;
    return;
  }
  tally.findings.push(finding);
  terminal?.out(findingText(finding, wording));
}

function summary({ records, valid, errors, warnings, complete }: Tally): string {
  const some = complete ? '' : ' Not every finding is shown.';
  return `${valid} of ${records} ${records === 1 ? 'record is' : 'records are'} valid. Errors: ${errors}, warnings: ${warnings}.${some}\n`;
}
