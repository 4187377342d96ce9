/** Why something of a record did not leave. */
export type DisclosureLossCode = 'not-allowed' | 'coarsened' | 'unlisted-code' | 'replaced';

/** One thing that was left out or coarsened: a place of the schema, never what stood there. */
export interface DisclosureLoss {
  readonly code: DisclosureLossCode;
  /** Pointer with `*` for entries of arrays and for keys that the schema does not name. */
  readonly path: string;
}

/** Collects losses, each once. */
export function lossLedger() {
  const seen = new Map<string, DisclosureLoss>();
  return {
    note(code: DisclosureLossCode, path: string): void {
      seen.set(`${code} ${path}`, { code, path });
    },
    list: (): DisclosureLoss[] =>
      [...seen.values()].sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0)),
  };
}

export type LossLedger = ReturnType<typeof lossLedger>;
