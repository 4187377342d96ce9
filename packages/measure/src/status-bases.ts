/** Which statuses of a person each basis counts. Figures on different bases are never added up. */
export const statusBases = {
  identified: ['identified'],
  presumed: ['presumed'],
  identifiedOrPresumed: ['identified', 'presumed'],
} as const satisfies Record<string, readonly string[]>;

/** Code in the list `indicator-status-basis`. */
export type StatusBasis = keyof typeof statusBases;

/** True when a person of this status counts on this basis. A person without a status counts on none. */
export function counts(basis: StatusBasis, status: string): boolean {
  return (statusBases[basis] as readonly string[]).includes(status);
}
