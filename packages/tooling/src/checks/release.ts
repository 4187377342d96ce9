import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { run } from '../../../../scripts/lib/run.mjs';
import { readJson, root } from '../../../../scripts/lib/workspace.mjs';
import { projectFiles } from '../files.js';
import { many, type Outcome } from '../outcome.js';
import { packAll } from '../pack/pack.js';
import { type Package, publishedPackages } from '../packages.js';
import { inScratch } from '../scratch.js';

/** A release would work: versions rise, the change log is written, and what is built from that packs. Nothing leaves. */
export function checkRelease(): Promise<Outcome> {
  return inScratch(async (folder) => {
    const copy = join(folder, 'ctdx');
    for (const path of projectFiles()) {
      mkdirSync(dirname(join(copy, path)), { recursive: true });
      cpSync(join(root, path), join(copy, path));
    }
    const list = publishedPackages();
    writeFileSync(join(copy, '.changeset', 'rehearsal.md'), rehearsal(list));
    for (const [what, command, ...args] of steps()) {
      const { code, output } = await run(command, args, { cwd: copy });
      if (code !== 0) return { problems: [`${what} fails:\n${output}`], detail: 'broke off' };
    }
    const released = list.map((one) => there(one, copy));
    const problems = released.flatMap((one, at) => unreleased(one, list[at]?.manifest.version ?? ''));
    const packed = await packAll(released, folder);
    return {
      problems: [...problems, ...packed.flatMap(({ one, content }) => mismatches(one, content, released))],
      detail: `${many(packed.length, 'package')} at ${[...new Set(released.map((one) => one.manifest.version))].join(', ')}`,
    };
  });
}

/** Right after a release no change is waiting, and the rehearsal needs one. */
function rehearsal(list: readonly Package[]): string {
  return ['---', ...list.map((one) => `'${one.name}': patch`), '---', '', 'A rehearsal.', ''].join('\n');
}

/** Changesets asks git when each change was made, so the copy gets a history of its own. */
function steps(): (readonly [string, string, ...string[]])[] {
  const who = [
    '-c',
    'user.name=rehearsal',
    '-c',
    'user.email=rehearsal@example.org',
    '-c',
    'commit.gpgsign=false',
  ];
  return [
    ['git init', 'git', 'init', '--quiet', '--initial-branch=main'],
    ['git add', 'git', 'add', '--all'],
    ['git commit', 'git', ...who, 'commit', '--quiet', '--no-verify', '-m', 'Rehearse'],
    ['changeset version', process.execPath, join(root, 'node_modules/@changesets/cli/bin.js'), 'version'],
    ['build', process.execPath, 'scripts/run.mjs', 'build'],
  ];
}

function there(one: Package, copy: string): Package {
  const folder = join(copy, one.path);
  return { ...one, folder, manifest: readJson(join(folder, 'package.json')) };
}

function unreleased({ name, manifest }: Package, before: string): string[] {
  return manifest.version === before ? [`${name} stays at ${before}`] : [];
}

/** A published package asks for the versions that are published with it. */
function mismatches(
  one: Package,
  content: ReadonlyMap<string, string>,
  released: readonly Package[],
): string[] {
  const { dependencies = {} } = JSON.parse(content.get('package.json') ?? '{}') as {
    dependencies?: Record<string, string>;
  };
  const wrong = released.filter(
    (other) => other.name in dependencies && dependencies[other.name] !== `^${other.manifest.version}`,
  );
  return [
    ...wrong.map(
      (other) =>
        `${one.name} asks for ${other.name} ${dependencies[other.name]}, not ^${other.manifest.version}`,
    ),
    ...(content.has('CHANGELOG.md') ? [] : [`${one.name} is packed without its CHANGELOG.md`]),
  ];
}
