import { readConfiguration } from '../configuration.js';
import { createNode } from '../create-node.js';
import { databaseFrom } from '../database/from-environment.js';

// A node in a process of its own, for tests that kill it: `serve.ts DIRECTORY`. It says its address on standard output.
const directory = process.argv[2] ?? '';
const node = await createNode({
  configuration: await readConfiguration(directory),
  database: databaseFrom(process.env, directory),
  trial: true,
  log: () => undefined,
});
process.stdout.write(`${await node.listen(0)}\n`);
