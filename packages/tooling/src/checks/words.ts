import { homedir, tmpdir } from 'node:os';
import { dirname } from 'node:path';
import { root } from '../../../../scripts/lib/workspace.mjs';
import { isGenerated, projectFiles, read } from '../files.js';
import { many, type Outcome } from '../outcome.js';

interface Rule {
  readonly pattern: RegExp;
  /** Paths in which it may stand. */
  readonly except: RegExp;
  readonly why: string;
}

/** Words that must not stand in the project: the table is words.json, the paths of this machine are found out here. */
export function checkWords(): Outcome {
  const table = JSON.parse(read('packages/tooling/src/words.json')) as {
    files: string;
    notIn: string;
    rules: { pattern: string; except: string; why: string }[];
  };
  const rules: Rule[] = [
    ...table.rules.map((rule) => ({
      pattern: new RegExp(rule.pattern),
      except: new RegExp(rule.except),
      why: rule.why,
    })),
    ...pathsHere().map((path) => ({
      // Only where a path begins: `parts/work/label` is a key of ours.
      pattern: new RegExp(`(?<![\\w.-])${path.replaceAll(/[^\w/-]/g, '\\$&')}`),
      except: /^$/,
      why: 'a path of this machine',
    })),
  ];
  const [looked, passed] = [new RegExp(table.files), new RegExp(table.notIn)];
  const files = projectFiles().filter(
    (path) => looked.test(path) && !passed.test(path) && !isGenerated(path),
  );
  return {
    problems: files.flatMap((path) => wordsIn(path, rules)),
    detail: `${many(rules.length, 'rule')} on ${many(files.length, 'file')}`,
  };
}

/** Folders whose names would tell where this was written; too short or too common ones would accuse everybody. */
function pathsHere(): string[] {
  return [root, dirname(root), homedir()]
    .filter((path) => path.length > 3 && path !== tmpdir())
    .map((path) => `${path}/`);
}

function wordsIn(path: string, rules: readonly Rule[]): string[] {
  const applying = rules.filter((rule) => !rule.except.test(path));
  return read(path)
    .split('\n')
    .flatMap((line, at) =>
      applying.filter((rule) => rule.pattern.test(line)).map((rule) => `${path}:${at + 1} ${rule.why}`),
    );
}
