import { always, byKey, byProperty, type Differ, type Json } from './compare.js';

/** Differences of the rules of one record, each found by its id. */
export const differRules: Differ = (before, after, where) =>
  byProperty(
    before,
    after,
    where,
    {
      $schema: always('wording-changed'),
      version: always('version-changed'),
      rules: (old, now) => differRuleList(old, now, 'rules'),
    },
    always('undecided-change'),
  );

/** The same for the rules of a profile. */
export const differRuleList: Differ = (before, after, where) =>
  byKey(before, after, where, ({ id }: Json) => id, {
    added: (_old, rule, here) => [[isError(rule) ? 'rule-added' : 'warning-added', here]],
    removed: (rule, _now, here) => [[isError(rule) ? 'rule-removed' : 'warning-removed', here]],
    changed: (old, now, here) => byProperty(old, now, here, fields, always('undecided-change')),
  });

const isError = ({ severity }: Json): boolean => severity === 'error';
const parent = (where: string): string => where.slice(0, where.lastIndexOf('/'));
const wording = always('wording-changed');
const changed: Differ = (_old, _now, where) => [['rule-changed', parent(where)]];

const fields: Readonly<Record<string, Differ>> = {
  why: wording,
  source: wording,
  message: wording,
  says: wording,
  do: wording,
  verification: wording,
  severity: (_old, now, where) => [[now === 'error' ? 'rule-stricter' : 'rule-milder', parent(where)]],
  expression: changed,
  levels: changed,
  record: changed,
  path: (_old, _now, where) => [['rule-path-changed', parent(where)]],
};
