import type { Difference } from './changes.js';
import { byKey, type Differ, type Json, same } from './compare.js';
import { differNode } from './nodes.js';
import { body, nameOf, resolver } from './references.js';

/** Differences of the record schemas, those that all records share included. */
export function* recordDifferences(before: readonly Json[], after: readonly Json[]): Generator<Difference> {
  const [old, now] = [resolver(before), resolver(after)];
  const node: Differ = (a, b, where) => differNode(a, b, where, old, now);
  yield* byKey(before, after, 'records', nameOf, {
    added: (_old, record, where) => [[isRecord(record) ? 'record-added' : 'definition-added', where]],
    removed: (record, _now, where) => [[isRecord(record) ? 'record-removed' : 'definition-removed', where]],
    changed: (a, b, where) => differRecord(a, b, where, node),
  });
}

function* differRecord(before: Json, after: Json, where: string, node: Differ): Generator<Difference> {
  if (before.$id !== after.$id || before.$schema !== after.$schema) yield ['version-changed', where];
  const [mark, marked] = [before['x-ctdx'] ?? {}, after['x-ctdx'] ?? {}];
  yield* byKey(mark.levels, marked.levels, `${where}@`, String, {
    added: (_old, level) => [['record-level-added', `${where}@${level}`]],
    removed: (level) => [['record-level-removed', `${where}@${level}`]],
    changed: () => [],
  });
  if (!same({ ...mark, levels: 0 }, { ...marked, levels: 0 })) yield ['undecided-change', `${where}@`];
  const definitions = (record: Json) =>
    Object.entries<Json>(record.$defs ?? {}).map(([name, definition]) => ({ name, definition }));
  yield* byKey(definitions(before), definitions(after), `${where}#`, ({ name }) => name, {
    added: (_old, { name }) => [['definition-added', `${where}#${name}`]],
    removed: ({ name }) => [['definition-removed', `${where}#${name}`]],
    isOrdered: false,
    changed: (a, b) => node(a.definition, b.definition, `${where}#${a.name}`),
  });
  yield* node(body(before), body(after), where);
}

const isRecord = (record: Json): boolean => record.properties !== undefined;
