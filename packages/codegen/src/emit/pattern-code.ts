import { createHash } from 'node:crypto';

/** A stretch of characters of one class, so many of them. */
interface Run {
  readonly characters: string;
  readonly least: number;
  readonly most: number;
}

/** Name of the function that tests a pattern; it stays the same when other patterns come and go. */
export function patternName(pattern: string): string {
  return `matches_${createHash('sha256').update(pattern).digest('hex').slice(0, 8)}`;
}

/** Writes functions that test patterns, and the tables that they read. */
export function patternFunctions(patterns: readonly string[]): string {
  const tables = new Map<string, string>();
  const functions = patterns.map((pattern) => {
    const name = patternName(pattern);
    const test = testOf(pattern, tables);
    const comment = `/** \`${pattern.replaceAll('*/', '*\\/')}\` */\n`;
    if (test !== undefined) return `${comment}export const ${name} = (text: string): boolean => ${test};`;
    return `const regular_${name} = /* @__PURE__ */ new RegExp(${JSON.stringify(pattern)}, 'u');
${comment}export const ${name} = (text: string): boolean => regular_${name}.test(text);`;
  });
  const declarations = [...tables].map(
    ([characters, name]) => `const ${name} = /* @__PURE__ */ characterSet(${JSON.stringify(characters)});`,
  );
  return [...declarations, ...functions].join('\n\n');
}

/**
 * Writes the test of a pattern over character codes, two to three times faster than a regular expression. Undefined for
 * a pattern that is not a row of classes of fixed length, of which the last may vary: there a regular expression stays.
 */
function testOf(pattern: string, tables: Map<string, string>): string | undefined {
  const runs = runsOf(pattern);
  if (runs === undefined || runs.slice(0, -1).some(({ least, most }) => least !== most)) return undefined;
  const last = runs.at(-1);
  if (last === undefined) return undefined;
  const before = runs.slice(0, -1).reduce((sum, { least }) => sum + least, 0);
  const length =
    last.least === last.most
      ? `text.length === ${before + last.least}`
      : [
          `text.length >= ${before + last.least}`,
          ...(last.most === Number.POSITIVE_INFINITY ? [] : [`text.length <= ${before + last.most}`]),
        ].join(' && ');
  const tableOf = (characters: string): string => {
    const name = tables.get(characters) ?? `set${tables.size}`;
    tables.set(characters, name);
    return name;
  };
  let at = 0;
  const tests = runs.map(({ characters, least }, index) => {
    const end = index === runs.length - 1 ? 'text.length' : String(at + least);
    const test =
      characters.length === 1 && least === 1 && index < runs.length - 1
        ? `text.charCodeAt(${at}) === ${characters.charCodeAt(0)}`
        : `isRun(text, ${at}, ${end}, ${tableOf(characters)})`;
    at += least;
    return test;
  });
  return [length, ...tests].join(' && ');
}

/** The runs of a pattern that has nothing but literals, classes and counts; undefined for any other. */
function runsOf(pattern: string): Run[] | undefined {
  const body = /^\^([^|()^]*)\$$/.exec(pattern)?.[1];
  if (body === undefined) return undefined;
  const runs: Run[] = [];
  const part = /\[([^\]\\]+)\]|\\([.\\/-])|([A-Za-z0-9_:-])/y;
  while (part.lastIndex < body.length) {
    const found = part.exec(body);
    if (found === null) return undefined;
    const [, characters, escaped, literal] = found;
    const count = /(?:([*+?])|\{(\d+)(?:,(\d*))?\})?/y;
    count.lastIndex = part.lastIndex;
    const [whole = '', sign, least, most] = count.exec(body) ?? [];
    part.lastIndex += whole.length;
    runs.push({
      characters: expand(characters) ?? escaped ?? (literal as string),
      ...bounds(sign, least, most),
    });
  }
  return runs;
}

function bounds(sign: string | undefined, least: string | undefined, most: string | undefined) {
  if (sign === '?') return { least: 0, most: 1 };
  if (sign !== undefined) return { least: sign === '+' ? 1 : 0, most: Number.POSITIVE_INFINITY };
  if (least === undefined) return { least: 1, most: 1 };
  if (most === undefined) return { least: Number(least), most: Number(least) };
  return { least: Number(least), most: most === '' ? Number.POSITIVE_INFINITY : Number(most) };
}

/** `a-c_` gives `abc_`. */
function expand(characters: string | undefined): string | undefined {
  return characters?.replaceAll(/(.)-(.)/g, (_range, from: string, to: string) => {
    const [first, last] = [from.charCodeAt(0), to.charCodeAt(0)];
    return String.fromCharCode(...Array.from({ length: last - first + 1 }, (_, at) => first + at));
  });
}
