import type { Code, CodeList } from '../schema/code-lists.js';
import type { ListedTexts } from '../schema/listed-texts.js';
import type { Json } from '../sources.js';
import { allLanguages } from '../translate/translations.js';

/** A column of the spreadsheet of a code list. */
export interface Column {
  readonly name: string;
  readonly about: string;
  /** Type of Frictionless Table Schema. */
  readonly type: 'string' | 'integer' | 'number' | 'boolean' | 'date' | 'list';
  readonly constraints?: Json;
  readonly cell: (code: Code) => string;
}

/** Parts of a cell that holds several values. */
export const separator = ' | ';

const join = (values: readonly string[] = []): string => values.join(separator);
const verifications = ['verified', 'secondary', 'inferred', 'conflicting', 'unverified', 'proposal'];

/** The columns of a list: those that all lists have, then what this one has beside them. */
export function columnsOf(list: CodeList, texts: ListedTexts): Column[] {
  return [
    ...wordColumns(list, texts),
    ...stateColumns(list, texts),
    ...factColumns(list),
    ...mapColumns(list),
  ];
}

function wordColumns(list: CodeList, texts: ListedTexts): Column[] {
  const code: Column = {
    name: 'code',
    about: 'What a record writes. Text, even where it looks like a number.',
    type: 'string',
    constraints: { required: true, unique: true },
    cell: (one) => one.code,
  };
  const word = (kind: 'label' | 'definition') =>
    allLanguages.map((language): Column => {
      const about = `${kind === 'label' ? 'Name for people' : 'What the code means'}, in the language ${language}.`;
      return {
        name: `${kind}_${language}`,
        about,
        type: 'string',
        cell: (one) => texts[kind](list, one, language)?.text ?? '',
      };
    });
  return [code, ...word('label'), ...word('definition')];
}

function stateColumns(list: CodeList, texts: ListedTexts): Column[] {
  return [
    {
      name: 'status',
      about: 'A deprecated code stays readable; new records do not use it.',
      type: 'string',
      constraints: { required: true, enum: ['active', 'deprecated'] },
      cell: (code) => code.status,
    },
    {
      name: 'deprecated_on',
      about: 'Day of deprecation.',
      type: 'date',
      cell: (code) => code.deprecatedOn ?? '',
    },
    {
      name: 'replaced_by',
      about: 'The code of this list to use instead.',
      type: 'string',
      cell: (code) => code.replacedBy ?? '',
    },
    {
      name: 'broader',
      about: 'The code of this list that takes this one in.',
      type: 'string',
      cell: (code) => code.broader ?? '',
    },
    {
      name: 'verification',
      about: 'How the code is known.',
      type: 'string',
      constraints: { required: true, enum: verifications },
      cell: (code) => (code as Json).verification ?? list.file.verification,
    },
    {
      name: 'reviewed_languages',
      about: 'Languages in which a person has approved label and definition; the others are unreviewed.',
      type: 'list',
      cell: (code) =>
        join(
          allLanguages.filter((language) =>
            [texts.label(list, code, language), texts.definition(list, code, language)].every(
              (said) => said?.reviewed === true,
            ),
          ),
        ),
    },
  ];
}

/** Sunset, ages and attributes, where a list has them. */
function factColumns(list: CodeList): Column[] {
  const codes: readonly Json[] = list.codes;
  const sunset: Column[] = codes.some((code) => code.sunset !== undefined)
    ? [
        {
          name: 'sunset',
          about: 'Day by which nobody should write the code any more.',
          type: 'date',
          cell: (code) => code.sunset ?? '',
        },
      ]
    : [];
  const ages = ['minimumAge', 'maximumAge'].filter((name) => codes.some((code) => code[name] !== undefined));
  const attributes = [...new Set(codes.flatMap((code) => Object.keys(code.attributes ?? {})))];
  return [
    ...sunset,
    ...ages.map((name): Column => {
      const about =
        name === 'minimumAge' ? 'Lowest completed age, included.' : 'Highest completed age, included.';
      return { name: snake(name), about, type: 'integer', cell: (code: Json) => String(code[name] ?? '') };
    }),
    ...attributes.map((name): Column => {
      const values = codes.flatMap((code) => code.attributes?.[name] ?? []);
      const type = ['number', 'boolean'].find((kind) =>
        values.every((value: unknown) => typeof value === kind),
      );
      return {
        name: `attribute_${snake(name)}`,
        about: 'A further fact that software may use.',
        type: (type ?? 'string') as Column['type'],
        cell: (code: Json) => String(code.attributes?.[name] ?? ''),
      };
    }),
  ];
}

/** For each other standard its codes, and how ours stand to them and are known where that is said. */
function mapColumns(list: CodeList): Column[] {
  const codes: readonly Json[] = list.codes;
  const schemes = [...new Set(codes.flatMap((code) => Object.keys(code.maps ?? {})))].sort();
  return schemes.flatMap((scheme): Column[] => {
    const name = `map_${snake(scheme)}`;
    const aside = (field: string, ending: string, about: string, usual: string): Column[] =>
      codes.some((code) => code[field]?.[scheme] !== undefined)
        ? [
            {
              name: `${name}_${ending}`,
              about,
              type: 'string',
              cell: (code: Json) =>
                code.maps?.[scheme] === undefined ? '' : (code[field]?.[scheme] ?? usual),
            },
          ]
        : [];
    return [
      {
        name,
        about: `Codes of the other standard (${scheme}), exactly as it writes them.`,
        type: 'list',
        cell: (code) => join(code.maps?.[scheme]),
      },
      ...aside('mapRelation', 'relation', 'How our code stands to theirs.', 'exact'),
      ...aside('mapVerification', 'verification', 'How the map is known.', 'verified'),
    ];
  });
}

function snake(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
