/** Text that is markup already. Everything else is escaped when it enters a page. */
export interface Html {
  readonly markup: string;
}

type Part = string | number | Html | readonly Part[] | undefined | false;

/** Writes markup around values; values are escaped unless they are {@link Html}. */
export function html(markup: TemplateStringsArray, ...parts: Part[]): Html {
  return { markup: markup.reduce((text, next, index) => text + toMarkup(parts[index - 1]) + next) };
}

/** Takes a text for markup. For our own style sheet only: nothing that a release holds comes here. */
export function trusted(markup: string): Html {
  return { markup };
}

function toMarkup(part: Part): string {
  if (part === undefined || part === false) return '';
  if (typeof part === 'number') return String(part);
  if (typeof part === 'string') return part.replace(/[&<>"']/g, (sign) => entities[sign] ?? '');
  return 'markup' in part ? part.markup : part.map(toMarkup).join('');
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
