import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import ts from 'typescript';
import { root } from '../../../../scripts/lib/workspace.mjs';
import { exists, read } from '../files.js';
import { importsOf } from '../imports.js';
import { many, type Options, type Outcome } from '../outcome.js';
import { type Door, doorsOf, publishedPackages } from '../packages.js';

interface Names {
  readonly values: readonly string[];
  readonly types: readonly string[];
}
type Snapshot = Readonly<Record<string, Names>>;

const file = 'packages/tooling/snapshots/exports.json';

/** What users can import is exactly what the committed snapshot says; a change shows in review. */
export function checkExports({ update }: Options): Outcome {
  const named = publishedPackages().flatMap(doorsOf);
  const doors = named.filter((door) => exists(door.source));
  const now = namesOf(doors);
  if (update) save(now);
  const before: Snapshot = existsSync(join(root, file)) ? JSON.parse(read(file)) : {};
  const count = Object.values(now).reduce((sum, names) => sum + names.values.length + names.types.length, 0);
  return {
    problems: [...differences(before, now), ...doors.flatMap(stars), ...absent(named)],
    detail: `${many(count, 'name')} behind ${many(doors.length, 'sub-path')}`,
  };
}

function namesOf(doors: readonly Door[]): Snapshot {
  const config = ts.getParsedCommandLineOfConfigFile(
    join(root, 'tsconfig.base.json'),
    {},
    { ...ts.sys, onUnRecoverableConfigFileDiagnostic: () => {} },
  );
  const program = ts.createProgram(
    doors.map((door) => join(root, door.source)),
    config?.options ?? {},
  );
  const checker = program.getTypeChecker();
  return Object.fromEntries(
    doors.map((door) => [door.specifier, namesIn(program, checker, join(root, door.source))]),
  );
}

function namesIn(program: ts.Program, checker: ts.TypeChecker, path: string): Names {
  const source = program.getSourceFile(path);
  const module = source && checker.getSymbolAtLocation(source);
  const symbols = module ? checker.getExportsOfModule(module) : [];
  const isValue = (symbol: ts.Symbol): boolean => {
    const meant = symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
    const typeOnly = symbol.declarations?.some((declaration) => ts.isTypeOnlyExportDeclaration(declaration));
    return (meant.flags & ts.SymbolFlags.Value) !== 0 && !typeOnly;
  };
  const names = (list: readonly ts.Symbol[]): string[] => list.map((symbol) => symbol.name).sort();
  return {
    values: names(symbols.filter(isValue)),
    types: names(symbols.filter((symbol) => !isValue(symbol))),
  };
}

function differences(before: Snapshot, now: Snapshot): string[] {
  const doors = [...new Set([...Object.keys(before), ...Object.keys(now)])];
  const lines = doors.flatMap((door) =>
    (['values', 'types'] as const).flatMap((kind) => {
      const [old, young] = [new Set(before[door]?.[kind]), new Set(now[door]?.[kind])];
      return [
        ...[...young].filter((name) => !old.has(name)).map((name) => `+ ${door} ${name} (${kind})`),
        ...[...old].filter((name) => !young.has(name)).map((name) => `- ${door} ${name} (${kind})`),
      ];
    }),
  );
  return lines.length === 0 ? [] : [...lines, 'If that is meant: npm run check -- --only exports --update'];
}

function absent(doors: readonly Door[]): string[] {
  return doors
    .filter((door) => !exists(door.source))
    .map((door) => `${door.specifier}: there is no ${door.source}`);
}

function stars(door: Door): string[] {
  const open = /^export \*/m.test(read(door.source)) && importsOf(door.source).length > 0;
  return open ? [`${door.source} has an \`export *\`: name what it exports`] : [];
}

function save(names: Snapshot): void {
  mkdirSync(dirname(join(root, file)), { recursive: true });
  writeFileSync(join(root, file), `${JSON.stringify(names, null, 2)}\n`);
}
