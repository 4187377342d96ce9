// Ajv is CommonJS: its classes hide behind `.default`. This is the one place that knows.
import ajvModule from 'ajv';
import ajv2020Module from 'ajv/dist/2020.js';
import namesModule from 'ajv/dist/compile/names.js';
import standaloneModule from 'ajv/dist/standalone/index.js';

export type { Code, CodeKeywordDefinition, KeywordCxt } from 'ajv';
export { _, Name, str, strConcat } from 'ajv/dist/compile/codegen/index.js';

/** Node and the test runner disagree on what the default import of a CommonJS module is. */
const unwrap = <T>(imported: { readonly default: T }): T => imported.default ?? (imported as unknown as T);

export const Ajv = unwrap(ajvModule);
export const Ajv2020 = unwrap(ajv2020Module);
export const standalone = unwrap(standaloneModule);

/** Names that Ajv's code uses: `instancePath`, `vErrors`, `errors`. */
export const names = unwrap(namesModule);
