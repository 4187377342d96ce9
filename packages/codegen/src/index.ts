export { bundleReader } from './bundle-reader.js';
export { checkSources } from './check/check-sources.js';
export { generate } from './generate.js';
export { stale, write } from './output.js';

export type { Output } from './output.js';
