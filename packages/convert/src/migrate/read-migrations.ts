import { MigrationError } from './migrate.js';
import type { Migration, Operation } from './migration.js';

const version = /^[1-9][0-9]{0,2}\.(0|[1-9][0-9]{0,2})$/;
const path = /^(\/([a-z][A-Za-z0-9]{0,63}|\*)){1,20}$/;
const name = /^[a-z][A-Za-z0-9]{0,63}$/;
const code = /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/;
const id = /^[a-z][a-z-]{0,40}\.[a-z0-9]+(-[a-z0-9]+){0,20}$/;
/** More steps than any version will have; a file is somebody else's. */
const most = 500;

type Test = (value: unknown) => boolean;

const text =
  (pattern: RegExp): Test =>
  (value) =>
    typeof value === 'string' && value.length <= 200 && pattern.test(value);
const listOf =
  (test: Test): Test =>
  (value) =>
    Array.isArray(value) && value.length > 0 && value.length <= most && value.every(test);
const has =
  (required: Readonly<Record<string, Test>>, optional: Readonly<Record<string, Test>> = {}): Test =>
  (value) =>
    isObject(value) &&
    Object.entries(required).every(([key, test]) => Object.hasOwn(value, key) && test(value[key])) &&
    Object.entries(value).every(
      ([key, entry]) =>
        Object.hasOwn(required, key) || (Object.hasOwn(optional, key) && optional[key]?.(entry) === true),
    );

const scalar: Test = (value) => ['string', 'number', 'boolean'].includes(typeof value);

/** What each operation has to say. `schemas/meta/migration.schema.json` says the same. */
const operations: { readonly [N in Operation['op']]: Test } = {
  add: operation('add', {}),
  drop: operation('drop', {}),
  rename: operation('rename', { as: text(name) }),
  move: operation('move', { to: text(path) }),
  setDefault: operation('setDefault', { value: scalar }),
  mapCodes: operation('mapCodes', { codes: listOf(has({ from: text(code), to: text(code) })) }),
  addCodes: operation('addCodes', { codes: listOf(has({ code: text(code) }, { becomes: text(code) })) }),
  splitCode: operation('splitCode', { code: text(code), into: listOf(text(code)), becomes: text(code) }),
  mergeCodes: operation('mergeCodes', { codes: listOf(text(code)), into: text(code), becomes: text(code) }),
  wrap: (value) =>
    has({ op: text(/^wrap$/), path: text(path), in: text(/^array$/) })(value) ||
    has({ op: text(/^wrap$/), path: text(path), in: text(/^object$/), name: text(name) })(value),
};

function operation(op: string, more: Readonly<Record<string, Test>>): Test {
  return has({ op: (value) => value === op, path: text(path), ...more });
}

/**
 * Reads the steps of a standard that this release does not know, from the JSON of its `migrations` folder.
 * @throws {MigrationError} naming the file and the step by number
 * @example readMigrations([JSON.parse(await readFile('schemas/migrations/1.0-1.1.json', 'utf8'))])
 */
export function readMigrations(files: readonly unknown[]): Migration[] {
  return files.map((file, at) => {
    const fits = isObject(file) && text(version)(file['from']) && text(version)(file['to']);
    const steps = fits ? file['steps'] : undefined;
    if (!fits || !Array.isArray(steps) || steps.length > most)
      throw new MigrationError(`Migration ${at + 1} does not say from where to where, by which steps.`);
    steps.forEach((step, index) => {
      if (!isStep(step))
        throw new MigrationError(`Migration ${at + 1}: step ${index + 1} can't be understood.`);
    });
    return file as unknown as Migration;
  });
}

function isStep(step: unknown): boolean {
  if (!isObject(step) || !text(id)(step['id']) || !text(/^[a-z][a-z-]*$/)(step['record'])) return false;
  const { op } = isObject(step['do']) ? step['do'] : {};
  if (typeof op !== 'string' || !Object.hasOwn(operations, op)) return false;
  return operations[op as Operation['op']](step['do']) && staysInEntry(step['do'] as Operation);
}

/** A move keeps within the array entry that it starts in: which other entry it would go to, nobody said. */
function staysInEntry(operation: Operation): boolean {
  if (operation.op !== 'move') return true;
  const stem = (pointer: string) => pointer.slice(0, pointer.lastIndexOf('*') + 1);
  return stem(operation.path) === stem(operation.to) && !operation.path.endsWith('*');
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
