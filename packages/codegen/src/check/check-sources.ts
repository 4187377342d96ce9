import { cellProblems } from '../emit/code-list-csv.js';
import { readSources, type Sources } from '../sources.js';
import { translationProblems } from '../translate/problems.js';
import { catalogueProblems } from './catalogues.js';
import { codeListProblems } from './code-lists.js';
import { metaProblems } from './meta.js';
import { nearVectorProblems } from './near-vectors.js';
import { procedureProblems } from './procedures.js';
import { propertyProblems } from './properties.js';
import { ruleProblems } from './rules.js';
import { sentenceProblems } from './sentences.js';
import { vectorProblems } from './vectors.js';
import { versionProblems } from './versions.js';

/** Looks for one kind of mistake in the sources and gives a line for each that it finds. */
export type SourceCheck = (sources: Sources) => readonly string[];

const checks: readonly SourceCheck[] = [
  metaProblems,
  propertyProblems,
  codeListProblems,
  catalogueProblems,
  procedureProblems,
  cellProblems,
  ruleProblems,
  sentenceProblems,
  vectorProblems,
  nearVectorProblems,
  versionProblems,
  translationProblems,
];

/** Everything that is wrong with the files of the folder `schemas`, in order; nothing when they hold together. */
export function checkSources(schemas: string): string[] {
  return problemsOf(readSources(schemas));
}

/** The same for sources that were read already. */
export function problemsOf(sources: Sources): string[] {
  return checks.flatMap((check) => check(sources));
}
