import { packages as list } from '../../../scripts/lib/workspace.mjs';

/** The part of a package.json that the checks read. */
export interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly license?: string;
  readonly files?: readonly string[];
  readonly bin?: Readonly<Record<string, string>>;
  readonly exports?: Readonly<Record<string, string | Readonly<Record<string, string>>>>;
  readonly scripts?: Readonly<Record<string, string>>;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
}

export interface Package {
  readonly name: string;
  /** Absolute. */
  readonly folder: string;
  /** From the root, with forward slashes. */
  readonly path: string;
  readonly manifest: Manifest;
  readonly published: boolean;
}

/** A sub-path of a package: what a user imports, and the source it stands for. */
export interface Door {
  readonly owner: Package;
  /** `.` or `./zod`. */
  readonly name: string;
  /** What a user writes: `@ctdx/model/zod`. */
  readonly specifier: string;
  /** From the root. */
  readonly source: string;
}

export function packages(): Package[] {
  return list() as unknown as Package[];
}

export function publishedPackages(): Package[] {
  return packages().filter((one) => one.published);
}

/** Every sub-path that leads to code of ours. */
export function doorsOf(owner: Package): Door[] {
  return Object.entries(owner.manifest.exports ?? {}).flatMap(([name, target]) => {
    const source = typeof target === 'string' ? undefined : target['@ctdx/source'];
    if (source === undefined) return [];
    return [{ owner, name, specifier: owner.name + name.slice(1), source: owner.path + source.slice(1) }];
  });
}
