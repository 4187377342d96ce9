import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** A folder to write into: bytes or text as they are, a list as NDJSON, anything else as JSON. */
export function folder(path) {
  return {
    path,
    async write(name, content) {
      const file = join(path, name);
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, toBytes(name, content));
    },
  };
}

function toBytes(name, content) {
  if (typeof content === 'string' || content instanceof Uint8Array) return content;
  if (name.endsWith('.ndjson')) return content.map((record) => `${JSON.stringify(record)}\n`).join('');
  return `${JSON.stringify(content, null, 2)}\n`;
}
