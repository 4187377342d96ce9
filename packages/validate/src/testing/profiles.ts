import { profile as bb } from '../profiles/bb.js';
import { profile as bs } from '../profiles/bs.js';
import { profile as jm } from '../profiles/jm.js';
import { profile as lc } from '../profiles/lc.js';

/** The national profiles by id; who needs one imports that one. */
export const profiles = { bb, bs, jm, lc } as const;
