import { banner, type Output } from '../output.js';
import { type CodeList, readCodeLists } from '../schema/code-lists.js';
import { codeArray, codeType } from '../schema/names.js';
import type { Sources } from '../sources.js';

/** `codes.ts`: the union of each list, light. `code-lists.ts`: labels, definitions and maps, for those who show them. */
export function codes(sources: Sources): Output[] {
  const lists = [...readCodeLists(sources).values()];
  return [
    { path: 'packages/model/src/generated/codes.ts', text: `${banner}\n${lists.map(union).join('\n')}` },
    { path: 'packages/model/src/generated/code-lists.ts', text: `${banner}\n${tables(lists)}` },
  ];
}

function union({ name, open, codes, file }: CodeList): string {
  const constant = codeArray(name);
  const known = `(typeof ${constant})[number]`;
  return `/** ${file.description.en} ${open ? 'An open list: other codes are carried, with a warning.' : 'A closed list.'} */
export const ${constant} = ${JSON.stringify(codes.map(({ code }) => code))} as const;
export type ${codeType(name)} = ${open ? `${known} | (string & {})` : known};
`;
}

function tables(lists: readonly CodeList[]): string {
  const entries = lists.map(({ name, file }) => {
    const { $schema: _schema, name: _name, ...rest } = file;
    return `${JSON.stringify(name)}: ${JSON.stringify({ name, ...rest })},`;
  });
  return `import type { CodeList } from '../code-list.js';

export type CodeListName = ${lists.map(({ name }) => `| '${name}'`).join('') || 'never'};

export const codeLists: { readonly [Name in CodeListName]: CodeList } = {
${entries.join('\n')}
};
`;
}
