/** Who has to do something because of a change. `subject`: the person whom a record is about is protected less. */
export type Party = 'sender' | 'receiver' | 'analyst' | 'subject';

/** What a change asks of others: work, nothing, or a look at the words. */
export type ChangeClass = 'breaking' | 'additive' | 'wording';

interface Meaning {
  readonly breaks: readonly Party[];
  /** For what breaks nobody. */
  readonly class?: 'additive' | 'wording';
  readonly why: string;
}

const breaks = (breaks: readonly Party[], why: string): Meaning => ({ breaks, why });
const adds = (why: string): Meaning => ({ breaks: [], class: 'additive', why });
const rewords = (why: string): Meaning => ({ breaks: [], class: 'wording', why });

const everyone = ['sender', 'receiver', 'analyst'] as const;

/** Every kind of change, whom it breaks, and why. What is in no row of this table can't be said. */
export const changes = {
  // Records
  'record-added': adds('Nobody has to send or take it.'),
  'record-removed': breaks(everyone, 'Records of this type are refused, and nothing takes their place.'),
  'record-level-added': breaks(
    ['subject'],
    'The record may be told at a level at which it could not be told.',
  ),
  'record-level-removed': breaks(everyone, 'Records at that level are refused.'),
  'property-added': adds(
    'Older software carries it at the level identified; below it the sender leaves it out.',
  ),
  'property-added-required': breaks(['sender'], 'Records without it are refused.'),
  'property-required': breaks(['sender'], 'Records without it are refused.'),
  'property-optional': breaks(['receiver', 'analyst'], 'It may be missing where it could be counted on.'),
  'property-removed': breaks(everyone, 'Records that hold it are refused, and nobody is told it any more.'),
  'property-deprecated': adds('It is read with a warning.'),
  'deprecation-changed': adds('The warning has another date or replacement.'),
  'deprecation-withdrawn': adds('It is recommended again.'),
  'meaning-changed': breaks(everyone, 'The same words say something else than before.'),
  'type-changed': breaks(everyone, 'Values of the old type are refused, and the new ones are not expected.'),
  'type-tightened': breaks(['sender'], 'Values that were right are refused.'),
  'type-loosened': breaks(['receiver'], 'Values come that could not come.'),
  'value-changed': breaks(everyone, 'The one value that was right is refused.'),
  'value-added': adds('Older software carries it at the level identified.'),
  'value-removed': breaks(['sender', 'analyst'], 'A value that was right is refused.'),
  'bound-tightened': breaks(['sender'], 'Values that were right are refused.'),
  'bound-loosened': breaks(['receiver'], 'Values come that could not come.'),
  'pattern-changed': breaks(
    ['sender', 'receiver'],
    'Values that were right may be refused, and others may come.',
  ),
  'format-changed': breaks(
    ['sender', 'receiver'],
    'Values that were right may be refused, and others may come.',
  ),
  'object-closed': breaks(['sender'], 'Properties that nobody described are refused.'),
  'object-opened': breaks(['receiver', 'subject'], 'Anything may stand there, a name too.'),
  'choice-added': adds('Nobody has to send it.'),
  'choice-removed': breaks(['sender', 'receiver'], 'What could stand there is refused.'),
  'reference-changed': rewords('It is described elsewhere, in the same way.'),
  'definition-added': adds('It means nothing until a property uses it.'),
  'definition-removed': rewords('No property uses it.'),
  'privacy-loosened': breaks(['subject'], 'Forms, logs and releases will protect it less.'),
  'privacy-tightened': breaks(['analyst'], 'What could be shown or tabulated is protected now.'),
  'level-widened': breaks(['subject'], 'It may be told at a level at which it was left out.'),
  'level-narrowed': breaks(everyone, 'It is refused at a level at which it could be told.'),
  'coding-changed': breaks(everyone, 'Its values come from another list.'),
  'maps-added': adds('Conversions may carry more.'),
  'maps-changed': breaks(['analyst'], 'Conversions come out otherwise than before.'),
  // Code lists
  'list-added': adds('It means nothing until a property uses it.'),
  'list-removed': breaks(everyone, 'Its codes mean nothing any more.'),
  'list-opened': breaks(['receiver'], 'Codes come that no list has.'),
  'list-closed': breaks(['sender'], 'Codes of one’s own are refused.'),
  'code-added': adds('Older software carries it at the level identified; below it the sender coarsens it.'),
  'code-removed': breaks(everyone, 'Codes are never deleted: records that hold it are refused.'),
  'code-deprecated': adds('It is read with a warning.'),
  'broader-changed': breaks(['analyst'], 'Counts of the wider code change.'),
  'code-ages-changed': breaks(['sender', 'analyst'], 'The same band holds other ages.'),
  'code-attributes-changed': breaks(['analyst'], 'Software reads other facts about the code.'),
  // Rules
  'rule-added': breaks(['sender'], 'Records that were right are refused.'),
  'warning-added': adds('Records are taken as before, with a warning.'),
  'rule-removed': breaks(['receiver'], 'Records come that could not come.'),
  'warning-removed': adds('One warning less.'),
  'rule-stricter': breaks(['sender'], 'What was a warning is refused.'),
  'rule-milder': breaks(['receiver'], 'What was refused comes with a warning.'),
  'rule-changed': breaks(
    ['sender', 'receiver'],
    'Records that were right may be refused, and others may come.',
  ),
  'rule-path-changed': adds('The finding points elsewhere.'),
  // Catalogues and procedures
  'catalogue-added': adds('Nobody has to use it.'),
  'catalogue-removed': breaks(['receiver', 'analyst'], 'Answers that refer to it can’t be read.'),
  'catalogue-changed': breaks(['analyst'], 'Results that rest on it may differ.'),
  'entry-added': adds('Answers may refer to it; older software carries them with a warning.'),
  'entry-removed': breaks(['receiver', 'analyst'], 'Answers that refer to it can’t be read.'),
  'entry-changed': breaks(['analyst'], 'Results that rest on it may differ.'),
  'strength-changed': breaks(['analyst'], 'The same answers give other results.'),
  'verification-changed': breaks(
    ['analyst'],
    'What may be scored, and the caveat on results, change with it.',
  ),
  'procedure-added': adds('Nobody has to follow it.'),
  'procedure-removed': breaks(['receiver', 'analyst'], 'Results that name it can’t be explained.'),
  'procedure-changed': breaks(everyone, 'The same answers or events may have another result.'),
  // Profiles
  'profile-added': adds('Nobody has to keep it.'),
  'profile-removed': breaks(['sender', 'receiver'], 'Nothing national is checked any more.'),
  'requirement-added': breaks(['sender'], 'Records that kept the profile no longer do.'),
  'requirement-removed': breaks(['receiver'], 'Records come that the profile did not allow.'),
  'profile-entry-added': adds('There is more to refer to.'),
  'profile-entry-removed': breaks(['sender'], 'Records that refer to it no longer keep the profile.'),
  'profile-changed': breaks(['sender', 'receiver'], 'What keeps the profile may be different.'),
  'identifier-added': adds('More is recognised as personal data.'),
  'identifier-removed': breaks(['subject'], 'Personal data of this form is no longer recognised.'),
  'identifier-changed': breaks(['subject'], 'Personal data of the old form may no longer be recognised.'),
  'extension-added': breaks(['subject'], 'A national field may be carried that could not be.'),
  'extension-removed': breaks(['sender', 'receiver'], 'The national field is refused.'),
  'extension-changed': breaks(
    ['sender', 'receiver', 'subject'],
    'The national field says more, less or other.',
  ),
  // Disclosure
  'disclosure-widened': breaks(['subject'], 'More is told about a person than before.'),
  'disclosure-narrowed': breaks(['receiver', 'analyst'], 'Less is told than before.'),
  'disclosure-changed': breaks(
    ['subject', 'analyst'],
    'It is told in another way; whether that is more, a person must decide.',
  ),
  // Messages
  'finding-added': adds('Software that handles findings may meet it.'),
  'finding-removed': breaks(['receiver'], 'Software that waits for it waits in vain.'),
  'finding-stricter': breaks(['sender'], 'What was a warning is refused.'),
  'finding-milder': breaks(['receiver'], 'What was refused comes with a warning.'),
  'fact-added': adds('Findings say more.'),
  'fact-changed': breaks(['receiver'], 'Software that reads the fact finds something else, or nothing.'),
  // Migrations and versions
  'migration-added': adds('Records can be brought further.'),
  'migration-removed': breaks(
    ['sender', 'receiver'],
    'Records of that version can’t be brought to the other.',
  ),
  'migration-changed': breaks(['sender', 'receiver'], 'The same record is converted otherwise than before.'),
  'version-added': adds('Receivers take it from now on.'),
  'version-removed': breaks(['sender', 'receiver'], 'Records of that version mean nothing any more.'),
  'support-widened': adds('Receivers take older records than before.'),
  'support-narrowed': breaks(['sender'], 'Receivers refuse records that they took.'),
  // Mappings and the contract
  'mapping-added': adds('More can be read.'),
  'mapping-removed': breaks(['sender', 'analyst'], 'Something can’t be read any more.'),
  'mapping-changed': breaks(['analyst'], 'Imports come out otherwise than before.'),
  'operation-added': adds('Nobody has to call it.'),
  'operation-removed': breaks(['sender', 'receiver'], 'Calls fail.'),
  'contract-extended': adds('Nobody has to use it.'),
  'contract-changed': breaks(['sender', 'receiver'], 'A call or its answer is different.'),
  // Anywhere
  'wording-changed': rewords('It says the same in other words.'),
  'order-changed': rewords('It stands elsewhere in the same list.'),
  'version-changed': rewords('A number that says that something has changed.'),
  'undecided-change': breaks(
    everyone,
    'Nobody has decided what this does to others, so it counts as a break.',
  ),
} as const satisfies Readonly<Record<string, Meaning>>;

/** Kind of a change; {@link changes} says what it means. */
export type ChangeName = keyof typeof changes;

/** A change as a differ finds it: which kind, and where. */
export type Difference = readonly [what: ChangeName, where: string];

/** One change between two versions of the standard. */
export interface Change {
  /** `what where`; a changeset declares a break by it. */
  readonly id: string;
  readonly what: ChangeName;
  /** Place in the standard: `records/case/subject/sex`. */
  readonly where: string;
  readonly class: ChangeClass;
  /** Nobody, unless the change is breaking. */
  readonly breaks: readonly Party[];
  readonly why: string;
}

/** The change with all that the table says about it. */
export function changeOf([what, where]: Difference): Change {
  const { breaks, why, class: harmless }: Meaning = changes[what];
  return { id: `${what} ${where}`, what, where, class: harmless ?? 'breaking', breaks, why };
}
