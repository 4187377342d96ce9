import type { SeededRandom } from '../random.js';

/**
 * Makes a text that fits a pattern of the schemas: literals, classes, groups with alternatives, and counts. Throws for
 * a pattern that needs more.
 */
export function samplePattern(pattern: string, random: SeededRandom, minLength = 1): string {
  const parser = { minLength, text: pattern.replace(/^\^/, '').replace(/\$$/, ''), at: 0 };
  const sample = alternatives(parser, random);
  if (parser.at !== parser.text.length) throw new Error(`The sampler does not know this pattern: ${pattern}`);
  return sample();
}

interface Parser {
  readonly text: string;
  /** How long the whole has to be; each open count takes it upon itself. */
  readonly minLength: number;
  at: number;
}

type Sample = () => string;

function alternatives(parser: Parser, random: SeededRandom): Sample {
  const choices = [sequence(parser, random)];
  while (parser.text[parser.at] === '|') {
    parser.at += 1;
    choices.push(sequence(parser, random));
  }
  return () => random.pick(choices)();
}

function sequence(parser: Parser, random: SeededRandom): Sample {
  const parts: Sample[] = [];
  while (parser.at < parser.text.length && !'|)'.includes(parser.text[parser.at] as string)) {
    const part = atom(parser, random);
    const [least, most] = count(parser);
    parts.push(() => Array.from({ length: random.int(least, most) }, part).join(''));
  }
  return () => parts.map((part) => part()).join('');
}

function atom(parser: Parser, random: SeededRandom): Sample {
  const character = parser.text[parser.at] as string;
  parser.at += 1;
  if (character === '(') {
    const group = alternatives(parser, random);
    parser.at += 1;
    return group;
  }
  if (character === '[') {
    const set = characterClass(parser);
    return () => random.pick(set);
  }
  if (character !== '\\') return () => character;
  const escaped = parser.text[parser.at] as string;
  parser.at += 1;
  return escaped === 'd' ? () => String(random.int(0, 9)) : () => escaped;
}

function characterClass(parser: Parser): string[] {
  const end = parser.text.indexOf(']', parser.at);
  const body = parser.text.slice(parser.at, end);
  parser.at = end + 1;
  const ranges = body.matchAll(/(.)-(.)|(.)/g);
  return [...ranges].flatMap(([, from, to, single]) => {
    if (single !== undefined) return [single];
    const [first, last] = [(from as string).charCodeAt(0), (to as string).charCodeAt(0)];
    return Array.from({ length: last - first + 1 }, (_, at) => String.fromCharCode(first + at));
  });
}

/** Open counts stop early: a long text shows nothing that a short one does not. */
function count(parser: Parser): [least: number, most: number] {
  const found = /^(?:([*+?])|\{(\d+)(?:,(\d*))?\})/.exec(parser.text.slice(parser.at));
  if (found === null) return [1, 1];
  parser.at += found[0].length;
  const [, sign, least, most] = found;
  if (sign !== undefined) return sign === '?' ? [0, 1] : [parser.minLength, parser.minLength + 8];
  const from = Number(least);
  return [from, most === undefined ? from : most === '' ? from + 8 : Math.min(Number(most), from + 16)];
}
