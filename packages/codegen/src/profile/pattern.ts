/** What is wrong with a pattern, if anything. */
export type PatternProblem = 'pattern' | 'costly' | undefined;

/**
 * Ways in which the parts of a pattern may vary, multiplied. A match at one place of a text tries no more ways than
 * these, so that no text, however made, takes long.
 */
const mostWays = 2000;

/**
 * Looks whether a pattern is of the safe kind: literals, `\d`, classes, `\b`, counts with an end, `?`, and groups
 * `(?:…|…)` that nothing repeats. No `*`, no `+`, nothing that looks around or back.
 */
export function patternProblem(pattern: string): PatternProblem {
  const reader = { pattern, at: 0 };
  const ways = alternatives(reader, 0);
  if (ways === undefined || reader.at !== pattern.length) return 'pattern';
  try {
    new RegExp(pattern, 'u');
  } catch {
    return 'pattern';
  }
  return ways > mostWays ? 'costly' : undefined;
}

interface Reader {
  readonly pattern: string;
  at: number;
}

/** Groups may hold groups, this many deep. */
const deepest = 3;

const atom = /\\[d.\-+()/]|\[-?(?:[A-Za-z0-9]-[A-Za-z0-9]|[A-Za-z0-9 ./])+\]|[A-Za-z0-9 :/#-]/y;
/\\[d.\-+()/]|\[(?:[A-Za-z0-9 ./]|(?<=[A-Za-z0-9])-(?=[A-Za-z0-9])|-(?=\]))+\]|[A-Za-z0-9 :/#-]/y;
const edge = /\\b/y;
const count = /\?|\{(\d{1,2})(?:,(\d{1,2}))?\}/y;

/** Ways of `a|b|c`; undefined when it is not of the safe kind. */
function alternatives(reader: Reader, depth: number): number | undefined {
  let all = 0;
  for (;;) {
    const ways = sequence(reader, depth);
    if (ways === undefined) return undefined;
    all += ways;
    if (reader.pattern[reader.at] !== '|') return all;
    reader.at += 1;
  }
}

function sequence(reader: Reader, depth: number): number | undefined {
  let ways = 1;
  let length = 0;
  while (reader.at < reader.pattern.length && !'|)'.includes(reader.pattern[reader.at] as string)) {
    if (eat(reader, edge) !== null) continue;
    const found = part(reader, depth);
    if (found === undefined) return undefined;
    ways *= found;
    length += 1;
  }
  return length === 0 ? undefined : ways; // an empty way would match everywhere
}

function part(reader: Reader, depth: number): number | undefined {
  if (reader.pattern.startsWith('(?:', reader.at)) {
    if (depth >= deepest) return undefined;
    reader.at += 3;
    const inside = alternatives(reader, depth + 1);
    if (inside === undefined || reader.pattern[reader.at] !== ')') return undefined;
    reader.at += 1;
    if (reader.pattern[reader.at] !== '?') return inside;
    reader.at += 1;
    return inside + 1;
  }
  if (eat(reader, atom) === null) return undefined;
  const counted = eat(reader, count);
  if (counted === null) return 1;
  const [sign, least = '0', most = least] = counted;
  if (sign === '?') return 2;
  const [from, to] = [Number(least), Number(most)];
  return to < from || to === 0 || to > 40 ? undefined : to - from + 1;
}

function eat(reader: Reader, expression: RegExp): RegExpExecArray | null {
  expression.lastIndex = reader.at;
  const found = expression.exec(reader.pattern);
  if (found !== null) reader.at += found[0].length;
  return found;
}
