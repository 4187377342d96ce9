import { readFileSync } from 'node:fs';

/** Version of this package, which is another number than the version of the standard. */
export function version(): string {
  const manifest = readFileSync(new URL('../package.json', import.meta.url), 'utf8');
  return (JSON.parse(manifest) as { version: string }).version;
}
