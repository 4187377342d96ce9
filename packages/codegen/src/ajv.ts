// Ajv is CommonJS: its classes hide behind `.default` under NodeNext. This is the one place that knows.
import ajvModule from 'ajv';
import ajv2020Module from 'ajv/dist/2020.js';
import namesModule from 'ajv/dist/compile/names.js';
import standaloneModule from 'ajv/dist/standalone/index.js';

export type { Code, CodeKeywordDefinition, KeywordCxt } from 'ajv';
export { _, Name, str, strConcat } from 'ajv/dist/compile/codegen/index.js';

export const Ajv = ajvModule.default;
export const Ajv2020 = ajv2020Module.default;
export const standalone = standaloneModule.default;

/** Names that Ajv's code uses: `instancePath`, `vErrors`, `errors`. */
export const names = namesModule.default;
