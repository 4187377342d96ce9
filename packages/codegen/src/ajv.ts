// Ajv is CommonJS: its classes hide behind `.default` under NodeNext. This is the one place that knows.
import ajvModule from 'ajv/dist/2020.js';
import standaloneModule from 'ajv/dist/standalone/index.js';

export { _ } from 'ajv/dist/2020.js';
export type { CodeKeywordDefinition, KeywordCxt } from 'ajv/dist/2020.js';

export const Ajv2020 = ajvModule.default;
export const standalone = standaloneModule.default;
