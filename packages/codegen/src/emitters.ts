import { api } from './emit/api.js';
import { catalogues } from './emit/catalogues.js';
import { checkers } from './emit/checkers.js';
import { codeListCsv } from './emit/code-list-csv.js';
import { codePlaces } from './emit/code-places.js';
import { codes } from './emit/codes.js';
import { disclosure } from './emit/disclosure.js';
import { findingCodes } from './emit/finding-codes.js';
import { forms } from './emit/forms.js';
import { htcds } from './emit/htcds.js';
import { jsonSchemas } from './emit/json-schemas.js';
import { labels } from './emit/labels.js';
import { layouts } from './emit/layouts.js';
import { migrations } from './emit/migrations.js';
import { procedures } from './emit/procedures.js';
import { profiles } from './emit/profiles.js';
import { propertyNames } from './emit/property-names.js';
import { recordTypes } from './emit/record-types.js';
import { reference } from './emit/reference/index.js';
import { rules } from './emit/rules.js';
import { validators } from './emit/validators.js';
import { versions } from './emit/versions.js';
import { wording } from './emit/wording.js';
import { zod } from './emit/zod.js';
import type { Output } from './output.js';
import type { Sources } from './sources.js';

/** Turns sources into files. Emitters know nothing of each other. */
export type Emitter = (sources: Sources) => readonly Output[] | Promise<readonly Output[]>;

/** Everything that is generated, in the order in which it is written. */
export const emitters: readonly Emitter[] = [
  findingCodes,
  versions,
  migrations,
  jsonSchemas,
  codes,
  recordTypes,
  zod,
  profiles,
  catalogues,
  procedures,
  forms,
  api,
  validators,
  checkers,
  codePlaces,
  propertyNames,
  rules,
  wording,
  htcds,
  layouts,
  disclosure,
  codeListCsv,
  labels,
  reference,
];
