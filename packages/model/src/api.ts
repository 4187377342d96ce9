import type { components } from './generated/api.js';

// The exchange contract
export type { components, operations, paths } from './generated/api.js';

type Schemas = components['schemas'];

/** What a node takes. */
export type Capabilities = Schemas['Capabilities'];
/** The node's answer to a parcel. */
export type Receipt = Schemas['Receipt'];
/** What became of one record of a parcel. */
export type Verdict = Schemas['Verdict'];
/** A stretch of a feed. */
export type Feed = Schemas['Feed'];
/** A record that was sent to the caller, and under what. */
export type FeedEntry = Schemas['FeedEntry'];
/** A record with what proves its origin. */
export type HeldRecord = Schemas['HeldRecord'];
/** RFC 9457 problem details. */
export type Problem = Schemas['Problem'];
/** Stable code of a problem. */
export type ProblemCode = Schemas['ProblemCode'];
