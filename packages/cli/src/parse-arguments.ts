import type { Arguments, Command } from './command.js';
import { refuse } from './refusal.js';

/**
 * Sorts what was typed into operands and options of one command. Every option must be one of the command's, be
 * given once and have its value. The refusals name options of ours and argument numbers, never what was typed:
 * a mistyped name may be a person's.
 * @throws {Refusal} when the call can't be understood.
 */
export function parseArguments(command: Command, words: readonly string[]): Arguments {
  const operands: string[] = [];
  const options: Record<string, string | true> = Object.create(null);
  const help = `See: ctdx ${command.name} --help`;
  let literal = false;
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] as string;
    if (literal || word === '-' || !word.startsWith('-')) {
      operands.push(word);
      continue;
    }
    if (word === '--') {
      literal = true;
      continue;
    }
    const [name, inline] = split(word);
    const option = Object.hasOwn(command.options, name) ? command.options[name] : undefined;
    if (option === undefined) refuse(`Word ${at + 1} after ${command.name} is not an option of it. ${help}`);
    if (name in options) refuse(`--${name} is given twice. ${help}`);
    if (option.value === undefined) {
      if (inline !== undefined) refuse(`--${name} takes no value. ${help}`);
      options[name] = true;
      continue;
    }
    const value = inline ?? words[++at];
    if (value === undefined || value === '') refuse(`--${name} needs a value: ${option.value}. ${help}`);
    if (option.among !== undefined && !option.among.includes(value)) {
      refuse(`--${name} must be one of: ${option.among.join(', ')}.`);
    }
    options[name] = value;
  }
  for (const [name, option] of Object.entries(command.options)) {
    if (option.required === true && !(name in options)) refuse(`--${name} is required. ${help}`);
  }
  const [least, most] = command.count;
  if (operands.length < least) refuse(`${command.name} needs ${command.operands}. ${help}`);
  if (operands.length > most)
    refuse(`${command.name} takes no more than ${most} of: ${command.operands}. ${help}`);
  return { operands, options };
}

function split(word: string): [name: string, value: string | undefined] {
  const bare = word.replace(/^--?/, '');
  const equals = bare.indexOf('=');
  return equals < 0 ? [bare, undefined] : [bare.slice(0, equals), bare.slice(equals + 1)];
}

/** The text of an option that takes one, or undefined. */
export function textOf(args: Arguments, name: string): string | undefined {
  const value = args.options[name];
  return typeof value === 'string' ? value : undefined;
}
