import { posix } from 'node:path';
import ts from 'typescript';
import { exists, read } from './files.js';

export interface Import {
  /** As written: `./a.js`, `node:fs`, `@ctdx/model/zod`. */
  readonly specifier: string;
  /** `import type`, `export type` or a type in angle brackets: gone when it runs. */
  readonly typeOnly: boolean;
}

/** Every import and re-export of a file, static, dynamic or resolved, and the types it names by `import('x')`. */
export function importsOf(path: string): Import[] {
  return importsIn(path, read(path));
}

/** The same for a text; `path` tells the compiler which language it is. */
export function importsIn(path: string, text: string): Import[] {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.ESNext, false);
  const found: Import[] = [];
  const visit = (node: ts.Node): void => {
    const one = importIn(node);
    if (one) found.push(one);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

function importIn(node: ts.Node): Import | undefined {
  if (ts.isImportDeclaration(node))
    return named(node.moduleSpecifier, node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword);
  if (ts.isExportDeclaration(node)) return named(node.moduleSpecifier, node.isTypeOnly);
  if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument))
    return named(node.argument.literal, true);
  if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword)
    return named(node.arguments[0], false);
  if (ts.isCallExpression(node) && isMetaResolve(node.expression)) return named(node.arguments[0], false);
  return undefined;
}

/** `import.meta.resolve(…)`: how a program finds a file of another package. */
function isMetaResolve(node: ts.Node): boolean {
  return (
    ts.isPropertyAccessExpression(node) && ts.isMetaProperty(node.expression) && node.name.text === 'resolve'
  );
}

function named(specifier: ts.Node | undefined, typeOnly: boolean): Import | undefined {
  // Of a template, its fixed beginning names the package.
  if (specifier && ts.isTemplateExpression(specifier)) return { specifier: specifier.head.text, typeOnly };
  return specifier && ts.isStringLiteralLike(specifier) ? { specifier: specifier.text, typeOnly } : undefined;
}

/** `@ctdx/model/zod` belongs to `@ctdx/model`; a relative or `node:` import belongs to no package. */
export function packageOf(specifier: string): string | undefined {
  if (specifier.startsWith('.') || specifier.startsWith('node:')) return undefined;
  return specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/');
}

/** The source file that a relative import of `from` leads to: sources are written with `.js` endings. */
export function fileOf(from: string, specifier: string): string {
  const path = posix.join(posix.dirname(from), specifier);
  const source = path.replace(/\.js$/, '.ts');
  return exists(source) || !exists(path) ? source : path;
}
