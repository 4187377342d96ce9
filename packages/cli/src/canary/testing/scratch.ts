import { rm } from 'node:fs/promises';
import { scratch as make } from '../../testing/run-with.js';

const made: string[] = [];

/** A folder of its own, which goes with the others at the end. */
export async function scratch(): Promise<string> {
  const folder = await make();
  made.push(folder);
  return folder;
}

/** Removes every folder that was made. */
export async function removeScratch(): Promise<void> {
  await Promise.all(made.splice(0).map((folder) => rm(folder, { recursive: true, force: true })));
}
