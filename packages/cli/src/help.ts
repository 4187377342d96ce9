import type { Command, Option } from './command.js';

const both: Readonly<Record<string, Option>> = {
  help: { says: 'Show this help.' },
  version: { says: 'Show the version.' },
};

/** The overview of all commands. */
export function overview(commands: readonly Command[]): string {
  const width = Math.max(...commands.map((command) => command.name.length));
  return [
    'ctdx: exchange records on human trafficking without exposing a victim',
    '',
    'Usage: ctdx COMMAND …',
    '',
    ...commands.map((command) => `  ${command.name.padEnd(width)}  ${command.summary}`),
    '',
    'ctdx COMMAND --help says more. Exit codes: 0 all is well, 1 something is invalid, 2 the call or a file can’t be used.',
    '',
  ].join('\n');
}

/** The help of one command. */
export function usage(command: Command): string {
  const options = Object.entries({ ...command.options, ...both });
  const shown = options.map(
    ([name, option]) => [`--${name}${option.value ? ` ${option.value}` : ''}`, option] as const,
  );
  const width = Math.max(...shown.map(([text]) => text.length));
  const required = options
    .flatMap(([name, option]) => (option.required ? [` --${name} ${option.value}`] : []))
    .join('');
  return [
    command.summary,
    '',
    `Usage: ctdx ${command.name} ${command.operands}${required} [options]`.replace(/ {2,}/g, ' '),
    '',
    ...shown.map(([text, option]) => {
      const among = option.among === undefined ? '' : ` One of: ${option.among.join(', ')}.`;
      return `  ${text.padEnd(width)}  ${option.says}${among}`;
    }),
    ...(command.more === undefined ? [] : ['', ...command.more]),
    '',
  ].join('\n');
}
