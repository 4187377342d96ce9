import type { Json, SourceFile, Sources } from '../sources.js';

/**
 * Lists that have no file of their own, in the form of one: the indicators of all catalogues that identify, the
 * catalogues, and the procedures. They follow from those sources, so that nothing has to be written twice.
 */
export function derivedLists(sources: Sources): readonly Json[] {
  const { catalogues, procedures } = sources;
  const signs = catalogues.filter(({ json }) => json.kind === 'identification');
  return [
    list('screening-indicator', 'Screening indicator', {
      description: 'The signs of all catalogues that help to identify a victim.',
      verification: 'secondary',
      codes: signs.flatMap(({ json }) => json.entries.map(signCode)),
    }),
    list('catalogue', 'Catalogue', {
      description: 'The catalogues of indicators.',
      verification: 'proposal',
      codes: catalogues.map(titled),
    }),
    list('procedure', 'Procedure', {
      description: 'The procedures for identifying and helping victims, as data.',
      verification: 'proposal',
      codes: procedures.map(titled),
    }),
  ];
}

function list(
  name: string,
  title: string,
  rest: { description: string; verification: string; codes: Json[] },
) {
  const { description, verification, codes } = rest;
  const source = { name: 'ctdx, from its catalogues and procedures' };
  return {
    name,
    version: '1.0',
    title: { en: title },
    description: { en: description },
    open: true,
    source,
    verification,
    codes,
  };
}

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
