/** What a reader accepts before it stops and says so. Every number can be raised or lowered. */
export interface Limits {
  /** Bytes of the file as it lies on disk. @defaultValue 268435456 (256 MiB) */
  readonly bytes: number;
  /** Rows, or lines of NDJSON. @defaultValue 1048576, what a sheet can hold */
  readonly rows: number;
  /** Columns. @defaultValue 16384, what a sheet can hold */
  readonly columns: number;
  /** Characters (UTF-16 units) of one cell. @defaultValue 32767, what a cell can hold */
  readonly cell: number;
  /** Characters of one NDJSON line. @defaultValue 1048576, some 500 times an ordinary record */
  readonly record: number;
  /** Arrays and objects inside each other in JSON; elements inside each other in XML. @defaultValue 64 */
  readonly depth: number;
  /** Files inside a workbook. @defaultValue 1000 */
  readonly entries: number;
  /** Bytes of one file inside a workbook when unpacked. @defaultValue 536870912 (512 MiB), a full sheet of ten columns */
  readonly entryBytes: number;
  /** Bytes unpacked from one workbook in all. @defaultValue 1073741824 (1 GiB) */
  readonly unpackedBytes: number;
  /** Unpacked bytes for each packed byte, once 1 MiB is unpacked. Sheets reach 10 to 60. @defaultValue 250 */
  readonly expansion: number;
  /** Texts in the shared strings of a workbook. @defaultValue 2000000 */
  readonly strings: number;
  /** Characters in all shared strings together; they are held in memory. @defaultValue 67108864 */
  readonly stringCharacters: number;
}

const mebibyte = 1_048_576;

/** The limits used where a caller sets none. */
export const defaultLimits: Limits = Object.freeze({
  bytes: 256 * mebibyte,
  rows: 1_048_576,
  columns: 16_384,
  cell: 32_767,
  record: mebibyte,
  depth: 64,
  entries: 1_000,
  entryBytes: 512 * mebibyte,
  unpackedBytes: 1_024 * mebibyte,
  expansion: 250,
  strings: 2_000_000,
  stringCharacters: 64 * mebibyte,
});

/**
 * Completes a caller's limits.
 * @throws {RangeError} when a limit is not a positive number.
 */
export function limitsFrom(wanted: Partial<Limits> = {}): Limits {
  const limits = { ...defaultLimits, ...wanted };
  for (const limit of Object.values(limits)) {
    if (typeof limit !== 'number' || !(limit > 0)) throw new RangeError('A limit is a positive number.');
  }
  return limits;
}
