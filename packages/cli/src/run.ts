import { commands } from './commands.js';
import { overview, usage } from './help.js';
import { parseArguments } from './parse-arguments.js';
import { isRefusal } from './refusal.js';
import { processTerminal, type Terminal } from './terminal.js';
import { version } from './version.js';

/**
 * Runs the command that the words name and returns its exit code: 0 when all is well, 1 when something is invalid,
 * 2 when the call or a file can't be used. It never throws, and it never prints a stack trace.
 */
export async function run(words: readonly string[], terminal: Terminal = processTerminal()): Promise<number> {
  const [first, ...rest] = words;
  const asks = (short: string, long: string, among: readonly string[]) =>
    among.slice(0, boundary(among)).some((word) => word === short || word === long);
  const command = commands.find((one) => one.name === first);
  if (command === undefined) {
    if (first === '--version' || first === '-v') {
      terminal.out(`${version()}\n`);
      return 0;
    }
    if (first === undefined || first === '--help' || first === '-h' || first === 'help') {
      terminal.out(overview(commands));
      return first === undefined ? 2 : 0;
    }
    terminal.say('ctdx: there is no such command. See: ctdx --help');
    return 2;
  }
  if (asks('-h', '--help', rest)) {
    terminal.out(usage(command));
    return 0;
  }
  if (asks('-v', '--version', rest)) {
    terminal.out(`${version()}\n`);
    return 0;
  }
  try {
    return await command.run(parseArguments(command, rest), terminal);
  } catch (error) {
    terminal.say(
      `ctdx: ${isRefusal(error) ? error.message : 'something went wrong that should not have; nothing was sent. Please report how to repeat it, without real data.'}`,
    );
    return 2;
  }
}

/** Options end at a bare `--`. */
function boundary(words: readonly string[]): number {
  const at = words.indexOf('--');
  return at < 0 ? words.length : at;
}
