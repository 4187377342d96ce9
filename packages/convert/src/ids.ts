import { platformRandom, type RandomBytes, uuid7 } from './uuid7.js';

/** What an id is for. */
export type IdKind = 'record' | 'case' | 'person' | 'incident' | 'consent';

/** Which revision of a record this is, and when it was issued. */
export interface Revision {
  readonly revision: number;
  /** RFC 3339 with offset. */
  readonly issuedAt: string;
}

/**
 * Gives the ids that HTCDS lacks. The same kind and source id always get the same UUIDv7, in this import and in
 * every later one, so that importing a workbook again revises its records instead of doubling them.
 * Source ids may name a person: a register keeps them under a key.
 */
export interface IdRegister {
  idFor(kind: IdKind, sourceId: string): string | Promise<string>;
  /**
   * Which revision `content` is of this source id: the last one when nothing changed, else the next.
   * `content` holds what the row said, identities included: keep a keyed digest of it and never the text.
   */
  revisionFor(sourceId: string, content: string, now: Date): Revision | Promise<Revision>;
}

/** What {@link memoryIds} needs. */
export interface MemoryIdsOptions {
  /** @defaultValue the clock of the machine */
  readonly clock?: () => Date;
  /** @defaultValue the generator of the platform */
  readonly random?: RandomBytes;
}

/** A register that forgets when the program ends: for trials and tests. */
export function memoryIds({
  clock = () => new Date(),
  random = platformRandom,
}: MemoryIdsOptions = {}): IdRegister {
  const ids = new Map<string, string>();
  const revisions = new Map<string, Revision & { content: string }>();
  return {
    idFor(kind, sourceId) {
      const key = `${kind} ${sourceId}`;
      const id = ids.get(key) ?? uuid7(clock().getTime(), random);
      ids.set(key, id);
      return id;
    },
    revisionFor(sourceId, content, now) {
      const last = revisions.get(sourceId);
      if (last?.content === content) return { revision: last.revision, issuedAt: last.issuedAt };
      const next = { revision: (last?.revision ?? 0) + 1, issuedAt: now.toISOString() };
      revisions.set(sourceId, { ...next, content });
      return next;
    },
  };
}
