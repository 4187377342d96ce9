// The command line has the comparison; it is taken from its source, so that a check needs no build.
import {
  type Change,
  diffStandards,
  readStandard,
  type Standard,
  snapshotText,
} from '../../cli/src/diff/index.js';

export type { Standard };
export { readStandard, snapshotText };

/** What is wrong between a version that was released, the schemas of today and what changesets say about them. */
export interface Breaks {
  /** Breaks that no changeset declares. */
  readonly undeclared: readonly Change[];
  /** Declarations of what breaks nobody. */
  readonly idle: readonly string[];
  readonly changes: readonly Change[];
}

/** Compares two standards with the breaks that the changesets declare, each by the id that `ctdx diff` prints. */
export function undeclaredBreaks(before: Standard, after: Standard, changesets: readonly string[]): Breaks {
  const changes = diffStandards(before, after);
  const declared = new Set(changesets.flatMap(declaredIn));
  const breaking = changes.filter((change) => change.class === 'breaking');
  const ids = new Set(breaking.map(({ id }) => id));
  return {
    undeclared: breaking.filter(({ id }) => !declared.has(id)),
    idle: [...declared].filter((id) => !ids.has(id)),
    changes,
  };
}

/** The lines of every block ```breaks of a changeset. They stay in the change log, where people look for them. */
function declaredIn(text: string): string[] {
  return [...text.matchAll(/^```breaks\r?\n([\s\S]*?)^```/gm)].flatMap(([, lines = '']) =>
    lines
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== ''),
  );
}

/** The newest of the files that `npm run snapshot` wrote: `1.10.json` after `1.9.json`. */
export function newestSnapshot(names: readonly string[]): string | undefined {
  const known = names.flatMap((name) => {
    const found = /^(\d+)\.(\d+)\.json$/.exec(name);
    return found === null ? [] : [{ name, major: Number(found[1]), minor: Number(found[2]) }];
  });
  return known.sort((a, b) => a.major - b.major || a.minor - b.minor).at(-1)?.name;
}
