import openapiTS, { astToString } from 'openapi-typescript';
import ts from 'typescript';
import { banner, type Output } from '../output.js';
import { sourceAt } from '../source-at.js';
import type { Json, Sources } from '../sources.js';

/**
 * `model/src/generated/api.ts`: the types of the exchange contract. A schema marked `x-ctdx-type` stands for a type
 * that the model has already, so it is imported and not declared again.
 */
export async function api(sources: Sources): Promise<Output[]> {
  if (!sources.api.some(({ path }) => path === 'api/openapi.json')) return [];
  const contract = withoutRecords(sourceAt(sources.api, 'api/openapi.json'));
  const nodes = await openapiTS(contract, {
    immutable: true,
    alphabetize: true,
    silent: true,
    transform: (schema) => modelType((schema as Json)['x-ctdx-type']),
  });
  const imports = `import type { Finding } from '../finding.js';
import type { RecordOf } from '../records.js';
`;
  return [
    { path: 'packages/model/src/generated/api.ts', text: `${banner}\n${imports}\n${astToString(nodes)}` },
  ];
}

/** The contract with its marked schemas emptied: what they refer to is described elsewhere. */
function withoutRecords(node: Json): Json {
  if (Array.isArray(node)) return node.map(withoutRecords);
  if (typeof node !== 'object' || node === null) return node;
  if ('x-ctdx-type' in node) return { description: node.description, 'x-ctdx-type': node['x-ctdx-type'] };
  // Examples say nothing about types, and may hold whole parcels.
  const kept = Object.entries(node).filter(([name]) => name !== 'examples' && name !== 'example');
  return Object.fromEntries(kept.map(([name, member]) => [name, withoutRecords(member)]));
}

/**
 * `{ "record": "case", "levels": ["pseudonymized"] }` → `RecordOf<'case', 'pseudonymized'>`; `{ "name": "finding" }` →
 * `Finding`. A record goes by its type, because the contract has a `Receipt` of its own.
 */
function modelType(mark: Json): ts.TypeNode | undefined {
  if (mark === undefined) return undefined;
  if (mark.record === undefined) {
    return ts.factory.createTypeReferenceNode(mark.name.charAt(0).toUpperCase() + mark.name.slice(1));
  }
  const levels = ts.factory.createUnionTypeNode(mark.levels.map(literal));
  return ts.factory.createTypeReferenceNode('RecordOf', [literal(mark.record), levels]);
}

function literal(text: string): ts.TypeNode {
  return ts.factory.createLiteralTypeNode(ts.factory.createStringLiteral(text));
}
