// Ajv is CommonJS: its classes hide behind `.default` under NodeNext. This is the one place that knows.
import ajvModule from 'ajv';
import namesModule from 'ajv/dist/compile/names.js';
import standaloneModule from 'ajv/dist/standalone/index.js';

export type { Code, CodeKeywordDefinition, KeywordCxt } from 'ajv';
export { _, Name, str, strConcat } from 'ajv/dist/compile/codegen/index.js';

/** Names that Ajv's code uses: `instancePath`, `vErrors`, `errors`. */
export const names = namesModule.default;
export const Ajv = ajvModule.default;
export const standalone = standaloneModule.default;
