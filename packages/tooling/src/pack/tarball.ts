import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';

/** What lies in a packed package: paths below `package/`, and their text. */
export function readTarball(file: string): Map<string, string> {
  const bytes = gunzipSync(readFileSync(file));
  const found = new Map<string, string>();
  // A tar file is a row of 512-byte blocks: a header, then the content filled up to a whole block.
  for (let at = 0; at + 512 <= bytes.length; ) {
    const text = (from: number, length: number): string =>
      bytes.toString('utf8', at + from, at + from + length).replace(/\0.*$/s, '');
    const name = [text(345, 155), text(0, 100)].filter((part) => part !== '').join('/');
    const size = Number.parseInt(text(124, 12), 8) || 0;
    const isFile = text(156, 1) === '0' || text(156, 1) === '';
    if (name !== '' && isFile) {
      found.set(name.replace(/^package\//, ''), bytes.toString('utf8', at + 512, at + 512 + size));
    }
    at += 512 + Math.ceil(size / 512) * 512;
  }
  return found;
}
