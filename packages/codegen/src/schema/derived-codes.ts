import type { Json, SourceFile, Sources } from '../sources.js';

/**
 * The codes of a list that says `codesFrom` in place of `codes`, in the form of a list: the signs of all catalogues, the
 * catalogues, or the procedures. They follow from those sources, so that nothing has to be written twice.
 */
export function derivedCodes(from: string, sources: Sources): readonly Json[] {
  return origins[from as Origin](sources);
}

type Origin = 'signs' | 'catalogues' | 'procedures';

const origins: Record<Origin, (sources: Sources) => readonly Json[]> = {
  signs: ({ catalogues }) =>
    catalogues
      .filter(({ json }) => json.kind === 'identification')
      .flatMap(({ json }) => json.entries.map(signCode)),
  catalogues: ({ catalogues }) => catalogues.map(titled),
  procedures: ({ procedures }) => procedures.map(titled),
};

function signCode({ id, label, definition, verification, deprecatedOn, replacedBy }: Json): Json {
  return {
    code: id,
    label,
    ...(definition === undefined ? {} : { definition }),
    ...statusOf({ deprecatedOn, replacedBy }),
    verification,
  };
}

function titled({ json }: SourceFile): Json {
  const { id, title, description, verification, deprecatedOn, replacedBy } = json;
  return {
    code: id,
    label: title,
    definition: description,
    ...statusOf({ deprecatedOn, replacedBy }),
    verification,
  };
}

function statusOf({ deprecatedOn, replacedBy }: Json): Json {
  if (deprecatedOn === undefined) return { status: 'active' };
  return { status: 'deprecated', deprecatedOn, ...(replacedBy === undefined ? {} : { replacedBy }) };
}
