import type { HtcdsField } from './columns.js';
import { pickCountries, pickers } from './picklists.js';
import type { Draft, Entry, RowContext } from './row-context.js';
import type { ExtraRole } from './wishes.js';

type Trafficking = NonNullable<Draft['trafficking']>;
type Exploitation = NonNullable<Trafficking['exploitation']>[number];
type Place = NonNullable<Exploitation['place']>;

/** Forms that an industry says nothing about. */
const withoutSector: ReadonlySet<string> = new Set(['sexualExploitation']);
const exploitationPath = '/trafficking/exploitation';

/** How the person was recruited, controlled and exploited. */
export function readTrafficking(row: RowContext, draft: Draft): void {
  const trafficking: Trafficking = {};
  const means = row.many(
    row.entry('vic_MethodsOfControl'),
    '/trafficking/means',
    pickers.vic_MethodsOfControl,
    'means',
  );
  if (means.length > 0) trafficking.means = means.map((one) => ({ means: one, finding: 'yes' })) as never;
  const recruitment = readRecruitment(row);
  if (Object.keys(recruitment).length > 0) trafficking.recruitment = recruitment;
  const exploitation = readExploitation(row);
  if (exploitation.length > 0) trafficking.exploitation = exploitation;
  if (Object.keys(trafficking).length > 0) draft.trafficking = trafficking;
}

function readRecruitment(row: RowContext): NonNullable<Trafficking['recruitment']> {
  const path = '/trafficking/recruitment';
  const methods = row.many(
    row.entry('vic_MethodOfRecruitment'),
    `${path}/methods`,
    pickers.vic_MethodOfRecruitment,
    'recruitment-method',
  );
  const platforms = row.many(
    row.entry('vic_RecruitmentWebsitesAndApps'),
    `${path}/platforms`,
    pickers.vic_RecruitmentWebsitesAndApps,
    'platform',
  );
  const relationship = row.one(
    row.entry('vic_RelationshipToTrafficker'),
    `${path}/relationship`,
    pickers.vic_RelationshipToTrafficker,
    'trafficker-relationship',
  );
  const place = readPlace(row, 'vic_LocationOfRecruitment', 'recruitmentCountry', `${path}/place`);
  return {
    ...(methods.length === 0 ? {} : { methods }),
    ...(platforms.length === 0 ? {} : { platforms }),
    ...(relationship === undefined ? {} : { relationship }),
    ...(place === undefined ? {} : { place }),
  } as NonNullable<Trafficking['recruitment']>;
}

/** One entry a form; sexual forms and industries go to the form that they belong to, the place to each. */
function readExploitation(row: RowContext): Exploitation[] {
  const forms = row.many(
    row.entry('vic_TypeOfExploitation'),
    exploitationPath,
    pickers.vic_TypeOfExploitation,
    'exploitation-form',
  );
  const sexual = row.entry('vic_TypeOfSexExploitation');
  const sexualForms = row.many(sexual, exploitationPath, pickers.vic_TypeOfSexExploitation, 'sexual-form');
  const isImplied = sexual !== undefined && sexualForms.length > 0 && !forms.includes('sexualExploitation');
  if (isImplied) row.say('form-implied', sexual, exploitationPath);
  const all = isImplied ? [...forms, 'sexualExploitation'] : forms;
  const sectors = readSectors(row, all);
  const platforms = row.many(
    row.entry('vic_ExploitationWebsitesAndApps'),
    exploitationPath,
    pickers.vic_ExploitationWebsitesAndApps,
    'platform',
  );
  const place = readPlace(
    row,
    'vic_LocationOfExploitation',
    'exploitationCountry',
    `${exploitationPath}/0/place`,
  );
  const shared = {
    ...(platforms.length === 0 ? {} : { platforms }),
    ...(place === undefined ? {} : { place }),
  };
  const entries = all.flatMap((form) => {
    const details =
      form === 'sexualExploitation'
        ? sexualForms.map((sexualForm) => ({ sexualForm }))
        : form === sectors.form
          ? sectors.codes.map((sector) => ({ sector }))
          : [];
    return (details.length === 0 ? [{}] : details).map((detail) => ({ form, ...detail, ...shared }));
  });
  const hasShared = Object.keys(shared).length > 0;
  return (
    entries.length === 0 && hasShared ? [{ form: 'unspecified', ...shared }] : entries
  ) as Exploitation[];
}

/** Industries belong to forced labour, or else to the first other form that is no sexual one. */
function readSectors(row: RowContext, forms: readonly string[]): { form?: string; codes: readonly string[] } {
  const entry = row.entry('vic_ForcedLabourIndustry');
  const codes = row.many(entry, exploitationPath, pickers.vic_ForcedLabourIndustry, 'labour-sector');
  const form = forms.includes('forcedLabour') ? 'forcedLabour' : forms.find((one) => !withoutSector.has(one));
  if (form !== undefined) return { form, codes };
  if (entry !== undefined && codes.length > 0) {
    row.say('sector-without-labour', entry, exploitationPath);
    row.keep(entry);
  }
  return { codes: [] };
}

/** HTCDS has free text for places. A column that a mapping names as the country comes first. */
function readPlace(row: RowContext, field: HtcdsField, role: ExtraRole, path: string): Place | undefined {
  const entry = row.entry(field);
  const stated = row.one(row.extra(role), `${path}/country`, pickCountries, 'country');
  if (entry === undefined) return stated === undefined ? undefined : ({ country: stated } as Place);
  row.from(entry, `${path}/locality`);
  const country = stated ?? countryInText(row, entry, `${path}/country`);
  return { ...(country === undefined ? {} : { country }), locality: entry.text } as Place;
}

/** A country that is the whole text or what stands after its last comma. */
function countryInText(row: RowContext, entry: Entry, path: string): string | undefined {
  const parts = [entry.text, entry.text.slice(entry.text.lastIndexOf(',') + 1).trim()];
  for (const part of parts) {
    const { choices, hasRest } = pickCountries(part);
    const [only, ...others] = choices;
    // Two letters in free text are more often a district or an abbreviation than a country.
    if (only === undefined || others.length > 0 || hasRest || part.length <= 3) continue;
    row.say('place-from-text', entry, path);
    return only.to;
  }
  return undefined;
}
