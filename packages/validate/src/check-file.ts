import type { Checked, Position } from '@ctdx/model';
import type { Source } from '@ctdx/tables';
import { checkDeclared, type ExpectedKind } from './check-declared.js';
import { type ReadOptions, readRecords } from './read-records.js';
import type { CheckOptions } from './record-checker.js';

/** How a file is read, and what its records are checked as. */
export interface FileOptions extends ExpectedKind, CheckOptions, ReadOptions {}

/** One record of a file, or what stood where one should be. */
export interface CheckedRow {
  /** File and line at which the record begins. */
  readonly at: Position;
  readonly checked: Checked<unknown>;
}

/**
 * Checks the records of a JSON or NDJSON file one by one, in constant memory. What makes a file unreadable is a finding
 * too, as the last row: `empty-file`, `not-text`, `truncated-file`, `limit-rows`. Each finding carries its position.
 * @example for await (const { at, checked } of checkFile(file)) console.log(at.row, checked.ok)
 */
export async function* checkFile(source: Source, options: FileOptions = {}): AsyncGenerator<CheckedRow> {
  for await (const { at, parsed } of readRecords(source, options)) {
    const checked: Checked<unknown> = parsed.ok
      ? checkDeclared(parsed.value, options)
      : { ok: false, findings: parsed.findings, complete: true };
    yield { at, checked: { ...checked, findings: checked.findings.map((found) => ({ ...found, ...at })) } };
  }
}
