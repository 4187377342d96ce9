export interface Block {
  /** Line of the opening fence, from 1. */
  readonly line: number;
  /** `ts` of "```ts no-run". */
  readonly language: string;
  /** `no-run` of "```ts no-run". */
  readonly marks: readonly string[];
  readonly text: string;
}

/** The fenced blocks of a page. */
export function blocksIn(page: string): Block[] {
  const found: Block[] = [];
  const lines = page.split('\n');
  for (let at = 0; at < lines.length; at++) {
    const [, fence, info] = /^ {0,3}(```+|~~~+)(.*)$/.exec(lines[at] ?? '') ?? [];
    if (fence === undefined || info === undefined) continue;
    const end = lines.findIndex((line, below) => below > at && line.trim().startsWith(fence));
    const close = end === -1 ? lines.length : end;
    const [language = '', ...marks] = info.trim().split(/\s+/);
    found.push({ line: at + 1, language, marks, text: lines.slice(at + 1, close).join('\n') });
    at = close;
  }
  return found;
}

/** A page without its code: what is said, not what is shown. */
function proseIn(page: string): string {
  return page
    .replaceAll(/^ {0,3}(```+|~~~+)[\s\S]*?^ {0,3}\1 *$/gm, '')
    .replaceAll(/`[^`\n]*`/g, (code) => code.replaceAll(/[[\]()]/g, ' '));
}

/** The anchors of a page, made of its headings the way GitHub makes them. */
export function anchorsIn(page: string): Set<string> {
  const anchors = new Set<string>();
  for (const [, heading = ''] of proseIn(page).matchAll(/^#{1,6}\s+(.+?)\s*#*$/gm)) {
    const slug = slugOf(heading);
    let name = slug;
    for (let more = 1; anchors.has(name); more++) name = `${slug}-${more}`;
    anchors.add(name);
  }
  for (const [, name = ''] of page.matchAll(/<a (?:id|name)="([^"]+)"/g)) anchors.add(name);
  return anchors;
}

function slugOf(heading: string): string {
  const shown = heading.replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1').replaceAll(/[`*]/g, '');
  return shown
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
    .replaceAll(/\s/g, '-');
}

/** Where a page leads within the project; the wide world may move without us. */
export function linksIn(page: string): string[] {
  const prose = proseIn(page);
  const inline = [...prose.matchAll(/\]\(\s*<?([^\s)>]+)>?(?:\s+"[^"]*")?\s*\)/g)].map(
    (match) => match[1] ?? '',
  );
  const named = [...prose.matchAll(/^\[[^\]]+\]:\s+(\S+)/gm)].map((match) => match[1] ?? '');
  return [...inline, ...named].filter((target) => !/^[a-z][a-z0-9+.-]*:/i.test(target));
}
