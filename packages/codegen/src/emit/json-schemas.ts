import { createHash } from 'node:crypto';
import { format } from 'prettier';
import type { Output } from '../output.js';
import { deriveSchemas } from '../schema/derive.js';
import { sourceAt } from '../source-at.js';
import type { Sources } from '../sources.js';

/** `schemas/generated`: one self-contained schema per type and level, for every language, and their digests. */
export async function jsonSchemas(sources: Sources): Promise<Output[]> {
  const outputs = await Promise.all(
    deriveSchemas(sources).map(async ({ type, level, schema }) => ({
      path: `schemas/generated/${type}.${level}.schema.json`,
      text: await format(JSON.stringify(schema), { parser: 'json', printWidth: 110 }),
    })),
  );
  const digests = outputs.map(({ path, text }) => [path.split('/').at(-1), digest(text)]);
  const { newest } = sourceAt(sources.migrations, 'migrations/versions.json');
  const manifest = { version: newest, algorithm: 'sha-256', files: Object.fromEntries(digests) };
  return [...outputs, { path: 'schemas/generated/manifest.json', text: JSON.stringify(manifest) }];
}

function digest(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}
