import type { KeyService } from '@ctdx/anonymize';
import { createKeyFile, readKeyFile } from '@ctdx/anonymize/node';
import { exists } from './files.js';
import { refuse } from './refusal.js';
import type { Terminal } from './terminal.js';

/** Opens the key of the agency, or makes one and says so: with another key the same person gets another pseudonym. */
export async function openKeys(path: string, terminal: Terminal): Promise<KeyService> {
  if (!(await exists(path))) {
    await createKeyFile(path).catch(() => refuse('The key file can’t be made.'));
    terminal.say(
      'A new key was made in the file of --key-file. Back it up, and keep it apart from the data.',
    );
  }
  return readKeyFile(path).catch(() => refuse('The file of --key-file is not a key file, or can’t be read.'));
}
