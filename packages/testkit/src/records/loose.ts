/** A record while it is being made: its parts are looked at by name. */
export type Loose = Record<string, unknown>;

/** The entries of an array that may be absent. */
export const entriesOf = (list: unknown): Loose[] => (list as Loose[] | undefined) ?? [];

/** An array under its name, or nothing where there is none. */
export const some = (name: string, list: unknown, change: (entry: Loose, at: number) => Loose): Loose =>
  list === undefined ? {} : { [name]: (list as Loose[]).map(change) };

/** The record, with a purpose among those that it may be used for. */
export function forPurpose(record: Loose, purpose: string): Loose {
  const handling = record['handling'] as Loose & { purposes: readonly string[] };
  if (handling.purposes.includes(purpose)) return record;
  return { ...record, handling: { ...handling, purposes: [...handling.purposes, purpose] } };
}
