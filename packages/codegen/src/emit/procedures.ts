import { banner, type Output } from '../output.js';
import { camel } from '../schema/names.js';
import { withoutTexts } from '../schema/without-texts.js';
import type { Sources } from '../sources.js';

/** `model/src/generated/procedures.ts`: each procedure as data, without the texts that only people read. */
export function procedures(sources: Sources): Output[] {
  const all = sources.procedures.map(({ json }) => json);
  const constants = all.map(({ $schema: _schema, ...procedure }) => {
    const { id, title } = procedure;
    return `/** ${title.en}. */\nexport const ${camel(id)} = ${JSON.stringify(withoutTexts(procedure))} as const;\n`;
  });
  const text = `${banner}
/** Ids of all procedures. */
export const procedureIds = ${JSON.stringify(all.map(({ id }) => id))} as const;

${constants.join('\n')}`;
  return [{ path: 'packages/model/src/generated/procedures.ts', text }];
}
