import { open, readFile } from 'node:fs/promises';
import { type KeyService, keyServiceFrom } from '../pseudonyms/key-service.js';

/** Why a key file can't be used. */
export type KeyFileFault = 'exists' | 'unreadable' | 'unwritable' | 'malformed';

const sentences: Record<KeyFileFault, string> = {
  exists: 'There is a file already; a key is never written over.',
  unreadable: 'The key file can not be read.',
  unwritable: 'The key file can not be written.',
  malformed: 'The file is not a key file.',
};

/** A key file can't be used. Neither path nor key is told. */
export class KeyFileError extends Error {
  override readonly name = 'KeyFileError';
  readonly code: KeyFileFault;

  constructor(code: KeyFileFault) {
    super(sentences[code]);
    this.code = code;
  }
}

/**
 * Makes a new random key of 256 bits in a file that only its owner can read. Whoever loses it can't find their own
 * records again; whoever steals it can link them. Keep it apart from the data.
 * @throws {KeyFileError} `exists`, `unwritable`
 */
export async function createKeyFile(path: string, now: () => Date = () => new Date()): Promise<void> {
  const key = crypto.getRandomValues(new Uint8Array(32));
  const text = JSON.stringify(
    { kid: crypto.randomUUID(), key: Buffer.from(key).toString('base64url'), createdAt: now().toISOString() },
    null,
    2,
  );
  const file = await open(path, 'wx', 0o600).catch((error: NodeJS.ErrnoException) => {
    throw new KeyFileError(error.code === 'EEXIST' ? 'exists' : 'unwritable');
  });
  try {
    await file.writeFile(`${text}\n`);
    await file.sync();
  } catch {
    throw new KeyFileError('unwritable');
  } finally {
    await file.close();
  }
}

/**
 * A key service over a key file.
 * @throws {KeyFileError} `unreadable`, `malformed`
 */
export async function readKeyFile(path: string): Promise<KeyService> {
  const text = await readFile(path, 'utf8').catch(() => {
    throw new KeyFileError('unreadable');
  });
  return keyServiceFrom(keyIn(text));
}

function keyIn(text: string): Uint8Array<ArrayBuffer> {
  let key: unknown;
  try {
    key = (JSON.parse(text) as { key?: unknown } | null)?.key;
  } catch {
    throw new KeyFileError('malformed');
  }
  if (typeof key !== 'string' || !/^[A-Za-z0-9_-]{43}$/.test(key)) throw new KeyFileError('malformed');
  return new Uint8Array(Buffer.from(key, 'base64url'));
}
