// Lists with labels, definitions and maps: heavier than the unions, so behind a door of their own.

export type { Code, CodeList } from './code-list.js';
export type { CodeListName } from './generated/code-lists.js';
export { codeLists } from './generated/code-lists.js';
