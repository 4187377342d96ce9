import { type Output, pageBanner } from '../../output.js';

/** Text as a cell or a line of Markdown shows it: what would be markup is shown, not obeyed. */
export function prose(text: string): string {
  return text.replaceAll(/[\\`*_[\]<>]/g, (sign) => `\\${sign}`).replaceAll(/\s*\n\s*/g, ' ');
}

/** A word of the standard: a code, a path, a name of a property. */
export function code(text: string): string {
  return `\`${text}\``;
}

export function link(text: string, to: string): string {
  return `[${text}](${to})`;
}

/**
 * A table, or nothing when it has no rows. Cells are Markdown already, in which a bar is not yet escaped: it divides
 * cells in a table, even within code, and nowhere else. Columns that are empty throughout drop out.
 */
export function table(headers: readonly string[], rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return '';
  const kept = headers.map((_, at) => at === 0 || rows.some((row) => (row[at] ?? '') !== ''));
  const line = (cells: readonly string[]): string =>
    `| ${headers.flatMap((_, at) => (kept[at] ? [(cells[at] ?? '').replaceAll('|', '\\|')] : [])).join(' | ')} |`;
  return [line(headers), line(headers.map(() => '---')), ...rows.map(line)].join('\n');
}

export function fenced(language: string, text: string): string {
  return `\`\`\`${language}\n${text.trimEnd()}\n\`\`\``;
}

export function bullets(lines: readonly string[]): string {
  return lines.map((line) => `* ${line}`).join('\n');
}

/** The anchor that a heading gets. */
export function anchor(heading: string): string {
  return heading
    .replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replaceAll(/[`*\\]/g, '')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
    .replaceAll(/\s/g, '-');
}

/** A page below `docs/reference`. Empty parts drop out. */
export function page(path: string, title: string, parts: readonly string[]): Output {
  const body = [`# ${title}`, ...parts].filter((part) => part !== '').join('\n\n');
  return { path: `docs/reference/${path}`, text: `${pageBanner}\n${body}\n` };
}

/** `1 code`, `2 codes`. */
export function many(count: number, noun: string): string {
  return `${count} ${count === 1 ? noun : noun.endsWith('y') ? `${noun.slice(0, -1)}ies` : `${noun}s`}`;
}
