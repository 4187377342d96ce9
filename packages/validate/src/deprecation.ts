import type { Finding } from '@ctdx/model';
import { finding } from './to-finding.js';

/** Since when something should no longer be written, what to write instead, and by when it should be gone. */
export interface Deprecation {
  /** `YYYY-MM-DD`. */
  readonly on: string;
  readonly replacedBy?: string;
  /** `YYYY-MM-DD`. After that day the warning says so; it stays a warning, because nothing is ever taken away. */
  readonly sunset?: string;
}

/** The warning about a deprecated code or property. Its facts come from the schema. */
export function deprecationFinding(
  what: 'code' | 'property',
  path: string,
  { on, replacedBy, sunset }: Deprecation,
  now: Date | undefined,
  more: { readonly list?: string } = {},
): Finding {
  const facts = {
    ...more,
    on,
    ...(replacedBy === undefined ? {} : { replacedBy }),
    ...(sunset === undefined ? {} : { sunset }),
  };
  const isPast = sunset !== undefined && (now ?? new Date()).toISOString().slice(0, 10) > sunset;
  return finding(`${isPast ? 'sunset' : 'deprecated'}-${what}`, path, facts as never);
}
