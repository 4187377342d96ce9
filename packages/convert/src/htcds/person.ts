import type { HtcdsField } from './columns.js';
import { pickCountries, pickers, pickLanguages } from './picklists.js';
import type { Draft, RowContext } from './row-context.js';
import { fold } from './text.js';

type Identity = NonNullable<Draft['subject']['identity']>;
type Contact = NonNullable<Identity['contact']>;

/** Texts that name the person: field, and property of the identity. */
const names = {
  prs_Salutation: 'salutation',
  prs_FirstName: 'firstName',
  prs_MiddleName: 'middleName',
  prs_SecondName: 'familyName',
  prs_Title: 'title',
} as const satisfies Partial<Record<HtcdsField, keyof Identity>>;

/** Texts that reach the person: field, property of the contact, and what is done to the text. */
const contacts = {
  prs_Email: ['email', asItIs],
  prs_HomePhone: ['homePhone', phone],
  prs_MobilePhone: ['mobilePhone', phone],
  prs_MailingStreet: ['street', asItIs],
  prs_MailingCity: ['city', asItIs],
  prs_MailingState: ['state', asItIs],
  prs_MailingPostalCode: ['postalCode', asItIs],
} as const satisfies Partial<Record<HtcdsField, readonly [keyof Contact, (text: string) => string]>>;

/** Who the person is, and what is known of the person besides the trafficking. */
export function readPerson(row: RowContext, draft: Draft): void {
  const identity: Identity = {};
  for (const [field, property] of Object.entries(names) as [HtcdsField, keyof typeof identity & string][]) {
    const entry = row.entry(field);
    if (entry === undefined) continue;
    row.from(entry, `/subject/identity/${property}`);
    Object.assign(identity, { [property]: entry.text });
  }
  const birthDate = row.date(row.entry('prs_Birthdate'), '/subject/identity/birthDate');
  if (birthDate !== undefined) identity.birthDate = birthDate;
  const number = row.entry('prs_IdentityNumber');
  if (number !== undefined) {
    row.from(number, '/subject/identity/identifiers');
    // HTCDS says "relevant national identity number" and no more.
    identity.identifiers = [{ kind: 'other', number: number.text }];
  }
  const contact = readContact(row);
  if (Object.keys(contact).length > 0) identity.contact = contact;
  if (Object.keys(identity).length > 0) draft.subject.identity = identity;

  const gender = row.one(row.entry('prs_Gender'), '/gender', pickers.prs_Gender, 'gender');
  const marital = row.one(
    row.entry('prs_MaritalStatus'),
    '/maritalStatus',
    pickers.prs_MaritalStatus,
    'marital-status',
  );
  const education = row.one(
    row.entry('prs_HighestLevelOfEducation'),
    '/education',
    pickers.prs_HighestLevelOfEducation,
    'education-level',
  );
  const citizenships = row.many(row.entry('prs_Citizenship'), '/citizenships', pickCountries, 'country');
  const languages = readLanguages(row);
  const vulnerabilities = row
    .many(row.entry('vic_Vulnerabilities'), '/vulnerabilities', pickers.vic_Vulnerabilities, 'vulnerability')
    .map((vulnerability) => ({ vulnerability, finding: 'yes' }));
  Object.assign(draft, {
    ...(gender === undefined ? {} : { gender }),
    ...(citizenships.length === 0 ? {} : { citizenships }),
    ...(languages.length === 0 ? {} : { languages }),
    ...(education === undefined ? {} : { education }),
    ...(marital === undefined ? {} : { maritalStatus: marital }),
    ...(vulnerabilities.length === 0 ? {} : { vulnerabilities }),
  });
}

function readContact(row: RowContext): Contact {
  const contact: Contact = {};
  for (const [field, [property, change]] of Object.entries(contacts) as [
    HtcdsField,
    readonly [keyof Contact, (text: string) => string],
  ][]) {
    const entry = row.entry(field);
    if (entry === undefined) continue;
    row.from(entry, `/subject/identity/contact/${property}`);
    Object.assign(contact, { [property]: change(entry.text) });
  }
  const path = '/subject/identity/contact/country';
  const country = row.one(row.entry('prs_MailingCountry'), path, pickCountries, 'country');
  return country === undefined ? contact : Object.assign(contact, { country });
}

function readLanguages(row: RowContext): string[] {
  const found = new Set<string>();
  for (const field of ['prs_PrimaryLanguage', 'prs_SecondaryLanguage'] as const) {
    const entry = row.entry(field);
    if (entry === undefined) continue;
    const { choices, hasRest } = pickLanguages(entry.text);
    row.from(entry, '/languages');
    for (const { to } of choices) found.add(to);
    if (!hasRest) continue;
    row.say('value-not-language', entry, '/languages');
    row.keep(entry);
  }
  return [...found];
}

function asItIs(text: string): string {
  return text;
}

/** E.164 when it can be had by leaving out what people put between digits; else the text as it stands. */
function phone(text: string): string {
  const digits = fold(text)
    .replace(/[\s().\-/]/g, '')
    .replace(/^00/, '+');
  return /^\+?[1-9]\d{1,14}$/.test(digits) ? digits : text;
}
