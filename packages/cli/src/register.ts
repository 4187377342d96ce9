import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { KeyService } from '@ctdx/anonymize';
import type { IdKind, IdRegister, Revision } from '@ctdx/convert';
import { uuid7 } from '@ctdx/convert';
import { CompactEncrypt, compactDecrypt } from 'jose';
import { exists, writeFile } from './files.js';
import { refuse } from './refusal.js';

/** A register on disk: which UUIDv7 was given to which source id, and at which revision each record is. */
export interface Register extends IdRegister {
  /** Writes the register; until then nothing on disk has changed. */
  save(): Promise<void>;
}

interface Content {
  readonly version: 1;
  /** By kind and source id. */
  readonly ids: Record<string, string>;
  readonly revisions: Record<string, Revision & { readonly digest: string }>;
}

/**
 * Opens the register beside a key file, or begins one. Source ids may name a person, so the whole register is
 * encrypted under a key derived from the key file (JWE, `dir`, A256GCM), and of what a row said it keeps a keyed digest.
 * @throws {Refusal} when the register was written under another key or is damaged.
 */
export async function openRegister(path: string, keys: KeyService, now: () => Date): Promise<Register> {
  const [secret] = await keys.derive('ctdx/import-register', ['encryption']);
  const key = (secret as Uint8Array).slice(0, 32);
  const content = (await exists(path))
    ? await decrypt(path, key)
    : { version: 1 as const, ids: {}, revisions: {} };
  const ids = new Map(Object.entries(content.ids));
  const revisions = new Map(Object.entries(content.revisions));
  return {
    idFor(kind: IdKind, sourceId: string) {
      const name = `${kind} ${sourceId}`;
      const id = ids.get(name) ?? uuid7(now().getTime(), (length) => new Uint8Array(randomBytes(length)));
      ids.set(name, id);
      return id;
    },
    async revisionFor(sourceId: string, said: string, at: Date) {
      const [bytes] = await keys.derive('ctdx/import-content', [said]);
      const digest = Buffer.from(bytes as Uint8Array).toString('base64url');
      const last = revisions.get(sourceId);
      if (last?.digest === digest) return { revision: last.revision, issuedAt: last.issuedAt };
      const next = { revision: (last?.revision ?? 0) + 1, issuedAt: at.toISOString() };
      revisions.set(sourceId, { ...next, digest });
      return next;
    },
    async save() {
      const text = JSON.stringify({
        version: 1,
        ids: Object.fromEntries(ids),
        revisions: Object.fromEntries(revisions),
      } satisfies Content);
      const sealed = await new CompactEncrypt(new TextEncoder().encode(text))
        .setProtectedHeader({ alg: 'dir', enc: 'A256GCM', typ: 'ctdx-register' })
        .encrypt(key);
      await writeFile(path, '--key-file', one(sealed));
    },
  };
}

async function decrypt(path: string, key: Uint8Array): Promise<Content> {
  const sealed = await readFile(path, 'utf8').catch(() =>
    refuse('The register beside the key file can’t be read.'),
  );
  try {
    const { plaintext } = await compactDecrypt(sealed.trim(), key);
    return JSON.parse(new TextDecoder().decode(plaintext)) as Content;
  } catch {
    return refuse(
      'The register beside the key file belongs to another key, or is damaged. Restore both from one backup.',
    );
  }
}

async function* one(text: string): AsyncGenerator<string> {
  yield text;
}
