import { codeLists } from '@ctdx/model/codes';
import type { Command } from '../command.js';
import { textOf } from '../parse-arguments.js';
import { refuse } from '../refusal.js';

export const codes: Command = {
  name: 'codes',
  summary: 'Print a code list: code, label and status; without a list, the names of all lists.',
  operands: '[LIST]',
  count: [0, 1],
  options: { lang: { value: 'LANGUAGE', says: 'Language of the labels (default: en).' } },
  more: ['Example: ctdx codes means'],
  async run(args, terminal) {
    const language = textOf(args, 'lang') ?? 'en';
    const names = Object.keys(codeLists).sort();
    const name = args.operands[0];
    if (language !== 'en') refuse('Labels exist in: en.');
    if (name === undefined) {
      terminal.out(`${names.join('\n')}\n`);
      return 0;
    }
    if (!Object.hasOwn(codeLists, name)) refuse('There is no such list. See: ctdx codes');
    const list = codeLists[name as keyof typeof codeLists];
    const rows = list.codes.map((entry) => [entry.code, entry.label.en, entry.status]);
    const width = Math.max(...rows.map(([code]) => (code as string).length));
    terminal.out(`${list.title.en} (${list.open ? 'open' : 'closed'}, ${rows.length} codes)\n`);
    for (const [code, label, status] of rows) {
      terminal.out(
        `  ${(code as string).padEnd(width)}  ${label}${status === 'active' ? '' : ` [${status}]`}\n`,
      );
    }
    return 0;
  },
};
