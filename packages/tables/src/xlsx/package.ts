import type { Position } from '@ctdx/model';
import type { Limits } from '../limits.js';
import { Refusal } from '../refusal.js';
import { type Bytes, randomAccess, type Source } from '../source.js';
import { type ZipEntry, zipDirectory } from '../zip/directory.js';
import { type Budget, unpack } from '../zip/unpack.js';
import { refuseOldFormats } from './old-formats.js';
import { attribute, parseXml } from './xml.js';

/** A relation from one part of a package to another. */
export interface Relation {
  readonly id: string;
  /** Last word of the type: `worksheet`, `sharedStrings`; the same in the transitional and the strict form. */
  readonly type: string;
  /** Name of the part it leads to. */
  readonly target: string;
}

/** A workbook as a package of parts. */
export interface Package {
  readonly names: readonly string[];
  has(name: string): boolean;
  /** Unpacks a part; ends the reading when there is none. */
  part(name: string): AsyncGenerator<Uint8Array, void, undefined>;
  relations(of: string): Promise<readonly Relation[]>;
}

/** Opens a source as a package. Nothing but the directory is read yet. */
export async function openPackage(source: Source, limits: Limits, at: Position): Promise<Package> {
  const bytes: Bytes = await randomAccess(source, limits.bytes, at);
  if (bytes.size === 0) throw new Refusal('empty-file', at);
  await refuseOldFormats(bytes, at);
  const entries = await zipDirectory(bytes, limits, at);
  const budget: Budget = { left: limits.unpackedBytes };
  // Part names are compared without regard to case.
  const byName = new Map<string, ZipEntry>();
  for (const [name, entry] of entries) byName.set(key(name), entry);

  const part = (name: string): AsyncGenerator<Uint8Array, void, undefined> => {
    const entry = byName.get(key(name));
    if (entry === undefined) throw new Refusal('not-a-workbook', at);
    return unpack(bytes, entry, limits, budget, at);
  };
  const has = (name: string): boolean => byName.has(key(name));
  return {
    names: [...entries.keys()],
    has,
    part,
    relations: async (of) => {
      const name = relationsName(of);
      return has(name) ? await readRelations(part(name), of, limits, at) : [];
    },
  };
}

/** Name of the part that lists the relations of a part; the package itself has the name ''. */
export function relationsName(of: string): string {
  const slash = of.lastIndexOf('/') + 1;
  return `${of.slice(0, slash)}_rels/${of.slice(slash)}.rels`;
}

/** Last word of a relation's type. */
export function relationType(type: string): string {
  return type.slice(type.lastIndexOf('/') + 1);
}

/** Resolves the target of a relation against the part it starts from. */
export function resolveTarget(from: string, target: string): string {
  const clean = target.replaceAll('\\', '/');
  const whole = clean.startsWith('/') ? clean : `${from.slice(0, from.lastIndexOf('/') + 1)}${clean}`;
  const path: string[] = [];
  for (const segment of whole.split('/')) {
    if (segment === '..') path.pop();
    else if (segment !== '' && segment !== '.') path.push(segment);
  }
  return path.join('/');
}

async function readRelations(
  chunks: AsyncIterable<Uint8Array>,
  from: string,
  limits: Limits,
  at: Position,
): Promise<Relation[]> {
  const relations: Relation[] = [];
  await parseXml(
    chunks,
    {
      open(name, attributes) {
        if (name !== 'Relationship' || attribute(attributes, 'TargetMode') === 'External') return;
        if (relations.length >= limits.entries) throw new Refusal('limit-entries', at, limits.entries);
        relations.push({
          id: attribute(attributes, 'Id') ?? '',
          type: relationType(attribute(attributes, 'Type') ?? ''),
          target: resolveTarget(from, attribute(attributes, 'Target') ?? ''),
        });
      },
    },
    limits,
    at,
  );
  return relations;
}

function key(name: string): string {
  return name.toLowerCase();
}
