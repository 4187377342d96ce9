import { type Change, type ChangeName, changeOf, type Difference } from './changes.js';
import { differCodeList } from './code-lists.js';
import { type Differ, same } from './compare.js';
import {
  differCatalogue,
  differContract,
  differDisclosure,
  differMapping,
  differMessages,
  differMigration,
  differProcedure,
  differProfile,
} from './others.js';
import type { Standard } from './read-standard.js';
import { recordDifferences } from './records.js';
import { differRuleList, differRules } from './rules.js';

interface Kind {
  readonly folder: string;
  readonly added: ChangeName | Differ;
  readonly removed: ChangeName | Differ;
  readonly differ: Differ;
}

/** A file of rules more is rules more. */
const eachRule: Differ = (before, after) => differRuleList(before?.rules, after?.rules, 'rules');

/** How the files of each folder are compared. Records are compared together, because they refer to each other. */
const kinds: readonly Kind[] = [
  { folder: 'code-lists', added: 'list-added', removed: 'list-removed', differ: differCodeList },
  { folder: 'rules', added: eachRule, removed: eachRule, differ: differRules },
  { folder: 'catalogues', added: 'catalogue-added', removed: 'catalogue-removed', differ: differCatalogue },
  { folder: 'procedures', added: 'procedure-added', removed: 'procedure-removed', differ: differProcedure },
  { folder: 'profiles', added: 'profile-added', removed: 'profile-removed', differ: differProfile },
  {
    folder: 'disclosure',
    added: 'disclosure-widened',
    removed: 'disclosure-narrowed',
    differ: differDisclosure,
  },
  { folder: 'messages', added: 'wording-changed', removed: 'wording-changed', differ: differMessages },
  { folder: 'migrations', added: 'migration-added', removed: 'migration-removed', differ: differMigration },
  { folder: 'mappings', added: 'mapping-added', removed: 'mapping-removed', differ: differMapping },
  { folder: 'api', added: 'operation-added', removed: 'operation-removed', differ: differContract },
];

/** Folders whose files decide something between those who exchange records. */
export const normativeFolders: readonly string[] = ['records', ...kinds.map(({ folder }) => folder)];

/**
 * Every change from one version of the standard to another, each as breaking, additive or wording, with whom it breaks.
 * In order of the folders, then as the files have it; each change once.
 * @example diffStandards(await readStandard('old/schemas'), await readStandard('schemas'))
 */
export function diffStandards(before: Standard, after: Standard): Change[] {
  const found = new Map<string, Change>();
  for (const difference of differences(before, after)) {
    const change = changeOf(difference);
    found.set(change.id, change);
  }
  return [...found.values()];
}

function* differences(before: Standard, after: Standard): Generator<Difference> {
  yield* recordDifferences(filesOf(before, 'records'), filesOf(after, 'records'));
  for (const { folder, added, removed, differ } of kinds) {
    for (const path of pathsOf(folder, before, after)) {
      const [old, now] = [before.files.get(path), after.files.get(path)];
      const where = path.replace(/\.json$/, '');
      if (old === undefined) yield* said(added, old, now, where);
      else if (now === undefined) yield* said(removed, old, now, where);
      else if (!same(old, now)) yield* differ(old, now, where);
    }
  }
}

function said(
  name: ChangeName | Differ,
  before: unknown,
  after: unknown,
  where: string,
): Iterable<Difference> {
  return typeof name === 'string' ? [[name, where]] : name(before, after, where);
}

function filesOf({ files }: Standard, folder: string): unknown[] {
  return [...files].filter(([path]) => path.startsWith(`${folder}/`)).map(([, json]) => json);
}

function pathsOf(folder: string, ...standards: readonly Standard[]): string[] {
  const paths = standards.flatMap(({ files }) => [...files.keys()]);
  return [...new Set(paths)].filter((path) => path.startsWith(`${folder}/`)).sort();
}
