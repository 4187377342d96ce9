import { compareVersions } from '@ctdx/model';
import { migrations } from '../generated/migrations.js';
import type { Migration, MigrationLoss, MigrationLossCode, Operation, Step } from './migration.js';
import { type Note, operations } from './operations.js';
import type { Holder } from './places.js';

/** Where a record is to go, and by which steps. */
export interface MigrateOptions {
  /** Version of the standard that the record is to be written in. */
  readonly to: string;
  /** @defaultValue the steps of the standard that this release knows */
  readonly steps?: readonly Migration[];
}

/** A record in another version, and what it could not take along. */
export interface Migrated {
  readonly record: Record<string, unknown>;
  /** In the order of the steps; each kind of loss at a place once. */
  readonly losses: readonly MigrationLoss[];
}

/** The record can't be brought to that version. Its message holds nothing of the record. */
export class MigrationError extends Error {
  override readonly name = 'MigrationError';
}

/**
 * Brings a record to another version of the standard, up or down, and says what that loses. What comes out is to be
 * checked as a record of that version; a parcel has to be signed again.
 * @throws {MigrationError} when it is no record, or when no steps lead there
 * @example const { record, losses } = migrate(newer, { to: '1.0' });
 */
export function migrate(input: unknown, { to, steps = migrations }: MigrateOptions): Migrated {
  const losses = new Map<string, MigrationLoss>();
  const note = (code: MigrationLossCode, path: string, step?: string): void => {
    losses.set(`${code} ${path} ${step}`, { code, path, ...(step === undefined ? {} : { step }) });
  };
  const record = carry(structuredClone(input), to, steps, '', note);
  return { record, losses: [...losses.values()] };
}

function carry(
  input: unknown,
  to: string,
  all: readonly Migration[],
  prefix: string,
  note: (code: MigrationLossCode, path: string, step?: string) => void,
): Record<string, unknown> {
  const { record, type, version } = recordOf(input);
  for (const { migration, isDown } of wayBetween(version, to, all)) {
    const own = migration.steps.filter((step) => step.record === type);
    for (const step of isDown ? own.toReversed() : own) {
      take(step, isDown, record, (code, path) => note(code, prefix + path, step.id));
    }
  }
  record['schemaVersion'] = to;
  if (type === 'parcel') carryInside(record, to, all, prefix, note);
  return record;
}

/** The records of a parcel. What was signed were their bytes before, so that the proofs go where those changed. */
function carryInside(
  parcel: Record<string, unknown>,
  to: string,
  all: readonly Migration[],
  prefix: string,
  note: (code: MigrationLossCode, path: string, step?: string) => void,
): void {
  const records = parcel['records'];
  if (!Array.isArray(records)) return;
  const before = JSON.stringify(records);
  parcel['records'] = records.map((one) => carry(one, to, all, `${prefix}/records/*`, note));
  if (JSON.stringify(parcel['records']) === before) return;
  for (const proof of ['digests', 'signatures']) {
    if (!Object.hasOwn(parcel, proof)) continue;
    delete parcel[proof];
    note('proofs-void', `${prefix}/${proof}`);
  }
}

function take({ do: operation }: Step, isDown: boolean, record: Holder, note: Note): void {
  const way = operations[operation.op][isDown ? 'down' : 'up'];
  (way as (record: Holder, operation: Operation, note: Note) => void)(record, operation, note);
}

function recordOf(input: unknown): { record: Record<string, unknown>; type: string; version: string } {
  const record = input as Record<string, unknown>;
  const isObject = typeof input === 'object' && input !== null && !Array.isArray(input);
  const [type, version] = isObject ? [record['type'], record['schemaVersion']] : [];
  if (typeof type !== 'string' || typeof version !== 'string')
    throw new MigrationError('It is no record: type and schemaVersion are missing.');
  return { record, type, version };
}

/** The migrations that lead from one version to another, in the order in which they are taken. */
function wayBetween(
  from: string,
  to: string,
  all: readonly Migration[],
): { readonly migration: Migration; readonly isDown: boolean }[] {
  const isDown = compareVersions(from, to) > 0;
  const way: { migration: Migration; isDown: boolean }[] = [];
  for (let at = from; at !== to; ) {
    const migration = all.find((one) => (isDown ? one.to : one.from) === at);
    if (migration === undefined || way.length > all.length)
      throw new MigrationError('No steps lead from the version of the record to the one asked for.');
    way.push({ migration, isDown });
    at = isDown ? migration.from : migration.to;
  }
  return way;
}
