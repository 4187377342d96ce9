export { createKeyFile, KeyFileError, readKeyFile } from './key-file.js';
export type { KeyFileFault } from './key-file.js';
