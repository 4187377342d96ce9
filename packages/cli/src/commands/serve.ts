import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';
import {
  ConfigurationError,
  type ConfigurationInput,
  createNode,
  DatabaseError,
  databaseFrom,
  readConfiguration,
  trialConfiguration,
} from '@ctdx/server';
import type { Command } from '../command.js';
import { exists } from '../files.js';
import { textOf } from '../parse-arguments.js';
import { refuse } from '../refusal.js';
import type { Terminal } from '../terminal.js';

const defaultPort = 8080;

export const serve: Command = {
  name: 'serve',
  summary: 'Run an exchange node on this machine.',
  operands: '',
  count: [0, 0],
  options: {
    port: {
      value: 'N',
      says: `Port on the loopback interface (default: ${defaultPort}; 0 takes any that is free).`,
    },
    data: {
      value: 'DIR',
      says: 'Folder for the configuration and the embedded database (default: .ctdx; a trial without it keeps nothing).',
    },
    trial: { says: 'A trial node: it takes invented records only, and any other node takes none.' },
  },
  more: [
    'A node reads DIR/configuration.json: who may talk to it, and under which agreements.',
    'A trial node without one makes an example, with a key for each agency in DIR/keys.',
    'With DATABASE_URL set, the state is kept in PostgreSQL.',
  ],
  async run(args, terminal) {
    const port = portOf(textOf(args, 'port'));
    const trial = args.options.trial === true;
    const directory = textOf(args, 'data') ?? (trial ? undefined : '.ctdx');
    try {
      const node = await createNode({
        configuration: await configurationOf(directory, trial, terminal),
        database: databaseFrom(process.env, directory),
        trial,
      });
      try {
        const address = await node
          .listen(port)
          .catch(() => refuse('The port is taken, or not allowed. Try --port 0.'));
        terminal.out(
          `Listening on ${address}${trial ? ' (trial: invented records only)' : ''}. Stop with Ctrl+C.\n`,
        );
        await terminal.interrupted;
      } finally {
        await node.close();
      }
    } catch (error) {
      if (error instanceof DatabaseError) refuse(error.message);
      if (error instanceof ConfigurationError) refuse(faultsOf(error));
      throw error;
    }
    return 0;
  },
};

function portOf(text: string | undefined): number {
  if (text === undefined) return defaultPort;
  const port = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN;
  return port <= 65_535 ? port : refuse('--port must be a number from 0 to 65535.');
}

async function configurationOf(
  directory: string | undefined,
  trial: boolean,
  terminal: Terminal,
): Promise<ConfigurationInput> {
  if (directory !== undefined && (await exists(join(directory, 'configuration.json')))) {
    return (await readConfiguration(directory)) as ConfigurationInput;
  }
  if (!trial) refuse('The folder of --data has no configuration.json. See: ctdx serve --help');
  const made = await trialConfiguration();
  if (directory !== undefined) {
    const keys = join(directory, 'keys');
    await mkdir(keys, { recursive: true, mode: 0o700 }).catch(() =>
      refuse('The folder of --data can’t be written.'),
    );
    await Promise.all(
      [...made.agencies, made.regional].map(async (agency) => {
        const path = join(keys, `${agency.clientId}.json`);
        await writeFile(path, `${JSON.stringify(agency, null, 2)}\n`, { mode: 0o600 });
        await chmod(path, 0o600);
      }),
    );
    await writeFile(
      join(directory, 'configuration.json'),
      `${JSON.stringify(made.configuration, null, 2)}\n`,
      { mode: 0o600 },
    );
    terminal.say('A configuration for a trial and a key for each agency were made in the folder of --data.');
  }
  return made.configuration;
}

function faultsOf(error: ConfigurationError): string {
  const [first] = error.faults;
  if (first?.code === 'unreadable')
    return 'The configuration.json in the folder of --data can’t be read as JSON.';
  return `The configuration.json in the folder of --data is wrong in ${error.faults.length} place(s).`;
}
