import { readFile } from 'node:fs/promises';
import { isDraft, newestVersion, recordTypes, supportedVersions } from '@ctdx/model';
import type { Command } from '../command.js';
import { textOf } from '../parse-arguments.js';
import { refuse } from '../refusal.js';

export const schema: Command = {
  name: 'schema',
  summary:
    'Print the JSON Schema of a record type at a level, complete in one file; without a type, what is supported.',
  operands: '[TYPE]',
  count: [0, 1],
  options: {
    level: {
      value: 'LEVEL',
      says: 'Disclosure level (default: the first of the type).',
      among: ['identified', 'pseudonymized', 'aggregate'],
    },
  },
  more: [
    `Types: ${Object.entries(recordTypes)
      .map(([type, levels]) => `${type} (${levels.join(', ')})`)
      .join('; ')}.`,
  ],
  async run(args, terminal) {
    const type = args.operands[0];
    if (type === undefined) {
      terminal.out(supported());
      return 0;
    }
    if (!Object.hasOwn(recordTypes, type))
      refuse(`There is no such record type. Types: ${Object.keys(recordTypes).join(', ')}.`);
    const levels: readonly string[] = recordTypes[type as keyof typeof recordTypes];
    const level = textOf(args, 'level') ?? levels[0];
    if (!levels.includes(level as string)) refuse(`${type} exists at the levels ${levels.join(', ')}.`);
    const place = import.meta.resolve(`@ctdx/schemas/generated/${type}.${level}.schema.json`);
    terminal.out(await readFile(new URL(place), 'utf8'));
    return 0;
  },
};

/** The version of the standard, those that are taken, and the types with their levels. */
function supported(): string {
  const types = Object.entries(recordTypes).map(([type, levels]) => `  ${type}: ${levels.join(', ')}`);
  return [
    `ctdx ${newestVersion}${isDraft ? ' (draft)' : ''}; supported: ${supportedVersions.join(', ')}`,
    ...types,
    '',
  ].join('\n');
}
