import { differCodes } from './code-lists.js';
import { always, byKey, byProperty, canonical, type Differ, type Json, own, throughTree } from './compare.js';
import { differNode } from './nodes.js';
import { differRuleList } from './rules.js';

const parent = (where: string): string => where.slice(0, where.lastIndexOf('/'));
const wording = always('wording-changed');
const versions = always('version-changed');

/** Differences of a catalogue: numbers that nobody verified may not be scored, so verification counts. */
export const differCatalogue: Differ = (before, after, where) =>
  throughTree(before, after, where, catalogue, catalogueParts);

const catalogue = { added: 'entry-added', removed: 'entry-removed', changed: 'entry-changed' } as const;
const entry = { added: 'entry-changed', removed: 'entry-changed', changed: 'entry-changed' } as const;
const catalogueParts: Readonly<Record<string, Differ>> = {
  kind: always('catalogue-changed'),
  verification: always('verification-changed'),
  ...Object.fromEntries(
    ['entries', 'indicators'].map((name) => [
      name,
      (before: Json, after: Json, where: string) =>
        byKey(before, after, parent(where), ({ id }) => id, {
          added: always('entry-added'),
          removed: always('entry-removed'),
          changed: (old, now, here) => throughTree(old, now, here, entry, entryParts),
        }),
    ]),
  ),
};
const strength = always('strength-changed');
const verification = always('verification-changed');
const entryParts: Readonly<Record<string, Differ>> = {
  strength,
  strengths: strength,
  sets: (old, now, where) => throughTree(old, now, where, sets, setParts),
  verification,
  // Words, but the figure hangs on them.
  countingRule: always('entry-changed'),
  numerator: always('entry-changed'),
  denominator: always('entry-changed'),
};
const sets = { added: 'strength-changed', removed: 'strength-changed', changed: 'strength-changed' } as const;
const setParts: Readonly<Record<string, Differ>> = { verification };

/** Differences of a procedure: everything but its words decides something. */
export const differProcedure: Differ = (before, after, where) =>
  throughTree(before, after, where, {
    added: 'procedure-changed',
    removed: 'procedure-changed',
    changed: 'procedure-changed',
  });

/** Differences of a national profile. */
export const differProfile: Differ = (before, after, where) =>
  throughTree(
    before,
    after,
    where,
    { added: 'profile-entry-added', removed: 'profile-entry-removed', changed: 'profile-changed' },
    {
      requirements: (old, now, here) =>
        byKey(old, now, here, requirementOf, {
          added: always('requirement-added'),
          removed: always('requirement-removed'),
          changed: wording, // the rest of it only explains
        }),
      rules: differRuleList,
      lists: (old, now, here) =>
        byKey(old, now, here, ({ name }) => name, {
          added: always('list-added'),
          removed: always('list-removed'),
          changed: (a, b, place) =>
            byProperty(a, b, place, { codes: (x, y) => differCodes(x, y, place) }, always('profile-changed')),
        }),
      identifiers: (old, now, here) =>
        throughTree(old, now, here, {
          added: 'identifier-added',
          removed: 'identifier-removed',
          changed: 'identifier-changed',
        }),
      extensions: (old, now, here) =>
        throughTree(old, now, here, {
          added: 'extension-added',
          removed: 'extension-removed',
          changed: 'extension-changed',
        }),
      standard: versions,
      name: wording,
      notes: wording,
      reveals: wording,
      role: wording,
      unknown: wording,
      verification: wording,
    },
  );

/** What a requirement asks, without the reasons for it. */
const requirementOf = ({ why, says, do: advice, source, verification, ...rest }: Json): string =>
  canonical(rest);

/** Differences of a disclosure list: what it lets out more concerns the person whom it is about. */
export const differDisclosure: Differ = (before, after, where) =>
  byProperty(
    before,
    after,
    where,
    {
      $schema: wording,
      title: wording,
      description: wording,
      source: wording,
      version: versions,
      purposes: (old, now, here) => byKey(old, now, here, String, widening),
      allow: (old, now) =>
        byKey(old, now, where, ({ path }) => path, {
          ...widening,
          changed: (a, b, here) =>
            byProperty(
              a,
              b,
              here,
              {
                why: wording,
                as: (before, after) => [
                  [
                    before === undefined
                      ? 'disclosure-narrowed'
                      : after === undefined
                        ? 'disclosure-widened'
                        : 'disclosure-changed',
                    here,
                  ],
                ],
              },
              () => [['disclosure-changed', here]],
            ),
        }),
    },
    always('disclosure-changed'),
  );

const widening = {
  added: always('disclosure-widened'),
  removed: always('disclosure-narrowed'),
  changed: always('disclosure-changed'),
};

/** Differences of the list of findings. Sentences are wording; codes, severities and facts are read by programs. */
export const differMessages: Differ = (before, after, where) =>
  own(before, 'codes') === undefined && own(after, 'codes') === undefined
    ? throughTree(before, after, where, {
        added: 'wording-changed',
        removed: 'wording-changed',
        changed: 'wording-changed',
      })
    : throughTree(
        before.codes,
        after.codes,
        where,
        { added: 'finding-added', removed: 'finding-removed', changed: 'undecided-change' },
        {
          severity: (_old, now, here) => [
            [now === 'error' ? 'finding-stricter' : 'finding-milder', parent(here)],
          ],
          facts: (old, now, here) =>
            throughTree(old, now, here, {
              added: 'fact-added',
              removed: 'fact-changed',
              changed: 'fact-changed',
            }),
        },
      );

/** Differences of the steps between two versions, or of the list of versions. */
export const differMigration: Differ = (before, after, where) =>
  own(before, 'supportedMinors') === undefined
    ? throughTree(before, after, where, {
        added: 'migration-changed',
        removed: 'migration-changed',
        changed: 'migration-changed',
      })
    : byProperty(
        before,
        after,
        where,
        {
          newest: versions,
          supportedMinors: (old, now, here) => [[now < old ? 'support-narrowed' : 'support-widened', here]],
          versions: (old, now, here) =>
            byKey(old, now, here, ({ version }) => version, {
              added: always('version-added'),
              removed: always('version-removed'),
              changed: versions,
            }),
        },
        always('undecided-change'),
      );

/** Differences of a table to or from another format. */
export const differMapping: Differ = (before, after, where) =>
  throughTree(before, after, where, {
    added: 'mapping-added',
    removed: 'mapping-removed',
    changed: 'mapping-changed',
  });

/** Differences of the contract between a node and its clients. */
export const differContract: Differ = (before, after, where) =>
  throughTree(
    before,
    after,
    where,
    { added: 'contract-extended', removed: 'contract-changed', changed: 'contract-changed' },
    {
      info: wording,
      tags: wording,
      paths: (old, now, here) =>
        throughTree(
          operations(old),
          operations(now),
          parent(here),
          {
            added: 'operation-added',
            removed: 'operation-removed',
            changed: 'contract-changed',
          },
          operation,
        ),
      schemas: (old, now, here) =>
        byKey(named(old), named(now), here, ({ name }) => name, {
          added: always('definition-added'),
          removed: always('definition-removed'),
          isOrdered: false,
          changed: (a, b, place) => differNode(a.node, b.node, place, none, none),
        }),
    },
  );

/** Inside of an operation what is added is an extension. */
const operation: Readonly<Record<string, Differ>> = Object.fromEntries(
  ['responses', 'parameters', 'requestBody', 'security'].map((name) => [
    name,
    (before: Json, after: Json, where: string) =>
      throughTree(before ?? {}, after ?? {}, where, {
        added: 'contract-extended',
        removed: 'contract-changed',
        changed: 'contract-changed',
      }),
  ]),
);

/** `GET /v1/feed` and what it is. */
function operations(paths: Json = {}): Json {
  return Object.fromEntries(
    Object.entries<Json>(paths).flatMap(([path, methods]) =>
      Object.entries<Json>(methods).map(([method, one]) => [`${method.toUpperCase()} ${path}`, one]),
    ),
  );
}

const named = (schemas: Json = {}): Json[] =>
  Object.entries<Json>(schemas).map(([name, node]) => ({ name, node }));

/** References of the contract are names of its own, and compared as names. */
const none = (reference: string): Json => ({ $comment: reference });
