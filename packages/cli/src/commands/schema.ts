import { readFile } from 'node:fs/promises';
import type { Command } from '../command.js';
import { textOf } from '../parse-arguments.js';
import { refuse } from '../refusal.js';

/** The levels at which each record exists, its most telling one first. */
const levelsOf = {
  case: ['identified', 'pseudonymized'],
  indicator: ['pseudonymized', 'aggregate'],
  parcel: ['identified', 'pseudonymized', 'aggregate'],
} as const satisfies Record<string, readonly string[]>;

export const schema: Command = {
  name: 'schema',
  summary: 'Print the JSON Schema of a record type at a level, complete in one file.',
  operands: 'TYPE',
  count: [1, 1],
  options: {
    level: {
      value: 'LEVEL',
      says: 'Disclosure level (default: the first of the type).',
      among: ['identified', 'pseudonymized', 'aggregate'],
    },
  },
  more: [
    `Types: ${Object.entries(levelsOf)
      .map(([type, levels]) => `${type} (${levels.join(', ')})`)
      .join('; ')}.`,
  ],
  async run(args, terminal) {
    const type = args.operands[0] as string;
    if (!Object.hasOwn(levelsOf, type))
      refuse(`There is no such record type. Types: ${Object.keys(levelsOf).join(', ')}.`);
    const levels: readonly string[] = levelsOf[type as keyof typeof levelsOf];
    const level = textOf(args, 'level') ?? levels[0];
    if (!levels.includes(level as string)) refuse(`${type} exists at the levels ${levels.join(', ')}.`);
    const place = import.meta.resolve(`@ctdx/schemas/generated/${type}.${level}.schema.json`);
    terminal.out(await readFile(new URL(place), 'utf8'));
    return 0;
  },
};
