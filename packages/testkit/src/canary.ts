/** What a canary looks like: a word that occurs nowhere else, and a number. Lower case survives most channels. */
const marker = /c4n4ry[a-z]{2}\d+/gi;

/** A record with marked values, and the marks that are in it. */
export interface Planted<T> {
  readonly record: T;
  /** Mark by RFC 6901 pointer; a planted key has the pointer of its own property. */
  readonly marks: ReadonlyMap<string, string>;
}

/** What to plant. */
export interface PlantOptions {
  /** Values to replace, by pointer; the others stay, so that a record can stay valid. @defaultValue every value */
  readonly values?: (path: string, value: unknown) => boolean;
  /** Objects to give a property that nobody knows, by pointer. @defaultValue every object */
  readonly keys?: (path: string) => boolean;
  /** Two letters that tell one planting from another. @defaultValue 'aa' */
  readonly series?: string;
}

/**
 * Copies a record with a marked value in every property and a marked key in every object. A number or truth value
 * becomes a marked text: what comes out of a channel must not hold it, whatever it was.
 */
export function plantCanary<T>(record: T, options: PlantOptions = {}): Planted<T> {
  const { values = () => true, keys = () => true, series = 'aa' } = options;
  const marks = new Map<string, string>();
  const mark = (path: string): string => {
    const made = `c4n4ry${series}${marks.size + 1}`;
    marks.set(path, made);
    return made;
  };
  const visit = (value: unknown, path: string): unknown => {
    if (Array.isArray(value)) return value.map((item, index) => visit(item, `${path}/${index}`));
    if (typeof value !== 'object' || value === null) return values(path, value) ? mark(path) : value;
    const entries = Object.entries(value).map(([key, item]) => [key, visit(item, `${path}/${token(key)}`)]);
    if (keys(path)) {
      const key = mark(`${path}/*`);
      entries.push([key, key]);
    }
    return Object.fromEntries(entries);
  };
  return { record: visit(record, '') as T, marks };
}

/** A marked word for places that are no record: a header, a sheet or file name, a cell. */
export function canaryWord(series: string, number: number): string {
  if (!/^[a-z]{2}$/.test(series)) throw new RangeError('A series is two small letters.');
  return `c4n4ry${series}${number}`;
}

/** Every mark in a text: a log, a message, a report, a response. Empty when nothing came out. */
export function findCanary(text: string): string[] {
  return [...new Set(Array.from(text.matchAll(marker), ([found]) => found.toLowerCase()))];
}

function token(key: string): string {
  return key.replaceAll('~', '~0').replaceAll('/', '~1');
}
