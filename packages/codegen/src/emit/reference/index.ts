import type { Output } from '../../output.js';
import type { Sources } from '../../sources.js';
import { cataloguePages } from './catalogues.js';
import { codeListPages } from './code-lists.js';
import { contentsPage } from './contents.js';
import { disclosurePages } from './disclosure.js';
import { findingsPage } from './findings.js';
import { privacyPages } from './privacy.js';
import { procedurePages } from './procedures.js';
import { profilePages } from './profiles.js';
import { recordPages } from './records.js';
import { rulePages } from './rules.js';
import { versionsPage } from './versions.js';

/** Writes the pages of one kind. */
type PageWriter = (sources: Sources) => readonly Output[];

const writers: readonly PageWriter[] = [
  contentsPage,
  recordPages,
  privacyPages,
  rulePages,
  findingsPage,
  disclosurePages,
  cataloguePages,
  procedurePages,
  profilePages,
  versionsPage,
  codeListPages,
];

/** `docs/reference`: everything that the schemas say, as pages for people. */
export function reference(sources: Sources): Output[] {
  return writers.flatMap((write) => write(sources));
}
