// Compare two versions of the standard
export { changes } from './changes.js';
export { diffStandards } from './diff-standards.js';
export { changesText } from './text.js';
export type { Change, ChangeClass, ChangeName, Party } from './changes.js';

// Read and keep them
export { readStandard, StandardError, snapshotText } from './read-standard.js';
export type { Standard } from './read-standard.js';
