/** One line of a disclosure list. */
export interface AllowEntry {
  /** Pointer into the record; `*` stands for every entry of an array. */
  readonly path: string;
  /** How the value is coarsened. Absent: it stays as it is. */
  readonly as?: string;
  /** Where the value comes from, if not from the same place. */
  readonly from?: string;
  readonly options?: Readonly<Record<string, string | number | boolean>>;
}

/** A disclosure list of `schemas/disclosure`. */
export interface DisclosureList {
  readonly name: string;
  readonly version: string;
  /** Type of the records that it is about. */
  readonly record: string;
  readonly purposes: readonly string[];
  readonly allow: readonly AllowEntry[];
}

/** What may be said below one place of a record. */
export interface AllowNode {
  /** Set when the list names this very place. */
  entry?: AllowEntry;
  readonly below: Map<string, AllowNode>;
}

/** Turns the lines of a list into a tree that is walked along with a record. */
export function allowTree(entries: readonly AllowEntry[]): AllowNode {
  const root: AllowNode = { below: new Map() };
  for (const entry of entries) {
    let node = root;
    for (const name of entry.path.split('/').slice(1)) {
      const next = node.below.get(name) ?? { below: new Map() };
      node.below.set(name, next);
      node = next;
    }
    node.entry = entry;
  }
  return root;
}
