import { readFile } from 'node:fs/promises';
import type { Standard, versionOf } from '@ctdx/codegen/profile';
import { codeLists } from '@ctdx/model/codes';

// biome-ignore lint/suspicious/noExplicitAny: schemas/meta describes these files
type Json = any;

/** The standard that this command carries with it, read from `@ctdx/schemas`: no network. */
export async function readStandard(version: typeof versionOf): Promise<Standard> {
  const manifest = await json('generated/manifest.json');
  const files = Object.keys(manifest.files).filter((file) => /^[a-z-]+\.[a-z]+\.schema\.json$/.test(file));
  const schemas = await Promise.all(
    files.map(async (file) => {
      const [type = '', level = ''] = file.split('.');
      return { type, level, schema: await json(`generated/${file}`) };
    }),
  );
  const lists = Object.values(codeLists).map(
    ({ name, open, codes }) => [name, { open, codes: codes.map(({ code }) => code) }] as const,
  );
  const meta = await Promise.all([json('meta/profile.schema.json'), json('meta/code-list.schema.json')]);
  return { version: version(schemas[0]?.schema), schemas, lists: new Map(lists), meta };
}

async function json(path: string): Promise<Json> {
  return JSON.parse(await readFile(new URL(import.meta.resolve(`@ctdx/schemas/${path}`)), 'utf8'));
}
