import { banner, type Output } from '../output.js';
import { camel } from '../schema/names.js';
import { withoutTexts } from '../schema/without-texts.js';
import type { Json, Sources } from '../sources.js';

/**
 * `model/src/generated/catalogues.ts`: ids of indicators by catalogue and set, and the catalogues as data. What an
 * engine needs and nothing that only people read, except what figures are counted by, which stands nowhere else.
 */
export function catalogues(sources: Sources): Output[] {
  const all: Json[] = sources.catalogues.map(({ json }) => json);
  const signs = all.filter(({ kind }) => kind === 'identification');
  const ids = signs.map((one) => `${JSON.stringify(one.id)}: ${JSON.stringify(idsOf(one))},`);
  const sets = signs.flatMap((one) =>
    (one.sets ?? []).map((set: Json) => `${set.id}: ${JSON.stringify(idsOf(one, inSet(set.id)))},`),
  );
  const text = `${banner}
import type { IdentificationCatalogue, SlotCatalogue, StatisticalCatalogue } from '../catalogue.js';

/** Ids of all catalogues. */
export const catalogueIds = ${JSON.stringify(all.map(({ id }) => id))} as const;

/** Ids of the signs of each catalogue that identifies. */
export const indicatorIds = {
${ids.join('\n')}
} as const;

/** Ids of the signs that each set holds: those that are said not to be in it are left out. */
export const setIndicatorIds = {
${sets.join('\n')}
} as const;

${all.map((one) => data(one, sources)).join('\n')}`;
  return [{ path: 'packages/model/src/generated/catalogues.ts', text }];
}

function idsOf({ entries }: Json, keep: (entry: Json) => boolean = () => true): string[] {
  return entries.filter(keep).map(({ id }: Json) => id);
}

function inSet(set: string): (entry: Json) => boolean {
  return ({ sets }) => sets[set].strength !== 'notInList';
}

function data({ $schema: _schema, ...catalogue }: Json, sources: Sources): string {
  const { title, kind, id } = catalogue;
  const [type, value] = {
    identification: () => [
      `IdentificationCatalogue<(typeof indicatorIds)['${id}'][number]>`,
      withoutTexts({ ...catalogue, entries: catalogue.entries.map(asked) }),
    ],
    statistical: () => ['StatisticalCatalogue', withNames(catalogue, sources)],
    slot: () => ['SlotCatalogue', withoutTexts(catalogue)],
  }[kind as 'identification' | 'statistical' | 'slot']();
  return `/** ${title.en}. */\nexport const ${camel(id)}: ${type} = ${JSON.stringify(value)};\n`;
}

/** Whether a sign is asked for or seen is more than a text. */
function asked(entry: Json): Json {
  return { ...entry, asked: entry.question !== undefined };
}

/** A figure with what its code list calls it, so that who reads the catalogue needs nothing else. */
function withNames(catalogue: Json, sources: Sources): Json {
  const list = sources.codeLists.find(({ json }) => json.name === catalogue.codeList)?.json;
  const entries = catalogue.entries.map((entry: Json) => {
    const named = list?.codes.find(({ code }: Json) => code === entry.id);
    return { ...entry, label: named?.label, definition: named?.definition };
  });
  return { ...withoutTexts(catalogue), entries };
}
