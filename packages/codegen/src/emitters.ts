import { codes } from './emit/codes.js';
import { findingCodes } from './emit/finding-codes.js';
import { htcds } from './emit/htcds.js';
import { jsonSchemas } from './emit/json-schemas.js';
import { recordTypes } from './emit/record-types.js';
import { rules } from './emit/rules.js';
import { validators } from './emit/validators.js';
import type { Output } from './output.js';
import type { Sources } from './sources.js';

/** Turns sources into files. Emitters know nothing of each other. */
export type Emitter = (sources: Sources) => readonly Output[] | Promise<readonly Output[]>;

/** Everything that is generated, in the order in which it is written. */
export const emitters: readonly Emitter[] = [findingCodes, jsonSchemas, codes, recordTypes, validators, rules, htcds];
