import { banner, type Output } from '../output.js';
import { readCodeLists } from '../schema/code-lists.js';
import type { Json, Sources } from '../sources.js';

/**
 * `anonymize/src/generated/disclosure.ts`: what a record may still say, per disclosure list, and the facts of the code
 * lists that coarsening needs: world regions of countries, ages of bands, codes of open lists.
 */
export function disclosure(sources: Sources): Output[] {
  if (sources.disclosure.length === 0) return [];
  const lists = sources.disclosure.map(({ json }) => json as Json);
  const all = readCodeLists(sources);
  const list = (name: string): Json => all.get(name)?.file;
  // A few areas, Antarctica among them, lie in no region of the list; nobody's region is guessed.
  const regions = Object.fromEntries(
    list('country').codes.flatMap(({ code, maps }: Json) =>
      maps?.region === undefined ? [] : [[code, maps.region[0]]],
    ),
  );
  const bands = list('age-band')
    .codes.filter(({ minimumAge }: Json) => minimumAge !== undefined)
    .map(({ code, minimumAge, maximumAge }: Json) => ({
      code,
      minimumAge,
      ...(maximumAge === undefined ? {} : { maximumAge }),
    }));
  const named = new Set(
    lists
      .flatMap(({ allow }) =>
        allow.map(({ options, as }: Json) => (as === 'knownProcedure' ? 'procedure' : options?.list)),
      )
      .filter(Boolean),
  );
  const open = Object.fromEntries(
    [...named].map((name) => [name, list(name as string).codes.map(({ code }: Json) => code)]),
  );
  const text = `${banner}
/** Lists of what may be disclosed, by name. */
export const disclosureLists = ${JSON.stringify(Object.fromEntries(lists.map((one) => [one.name, slim(one)])))} as const;

/** World region of each country. */
export const regionOfCountry: Readonly<Record<string, string>> = ${JSON.stringify(regions)};

/** Age bands with their ages in whole years, both included. */
export const ageBands: readonly { readonly code: string; readonly minimumAge: number; readonly maximumAge?: number }[] = ${JSON.stringify(bands)};

/** Codes of the lists whose unlisted codes are left out. */
export const listedCodes: Readonly<Record<string, readonly string[]>> = ${JSON.stringify(open)};
`;
  return [{ path: 'packages/anonymize/src/generated/disclosure.ts', text }];
}

/** Reasons are for people who read the list; the program needs the rest. */
function slim({ name, version, record, level, purposes, allow }: Json): Json {
  return {
    name,
    version,
    record,
    level,
    purposes,
    allow: allow.map(({ why: _why, ...entry }: Json) => entry),
  };
}
