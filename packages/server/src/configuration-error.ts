/** A place in the configuration that is wrong. */
export interface ConfigurationFault {
  readonly path: string;
  readonly code: string;
}

/** The configuration of a node can't be used. It names places, never values. */
export class ConfigurationError extends Error {
  override readonly name = 'ConfigurationError';
  readonly faults: readonly ConfigurationFault[];

  constructor(faults: readonly ConfigurationFault[]) {
    super(`The configuration of the node is wrong in ${faults.length} place(s).`);
    this.faults = faults;
  }
}
