import { htcds } from '../generated/htcds.js';
import { foldHeader } from './text.js';

/** Field of HTCDS 2.0: the 38 of the templates and the rest of the field standard. */
export type HtcdsField =
  | (typeof htcds.columns)[number]['field']
  | (typeof htcds.otherFields)[number]['field'];

/** The column that holds our ids in a copy of a workbook: its hidden name and its label. */
export const idHeader = { name: 'ctdx_id', label: 'ctdx id' } as const;

const fields: readonly { field: HtcdsField; label?: string; name?: string }[] = [
  ...htcds.columns,
  ...htcds.otherFields,
];
const standardNames = new Set<string>(fields.map(({ field }) => field));

/** What the standard calls each field, and what the templates call it where that is no field of another meaning. */
const byName = new Map<string, HtcdsField>([
  ...fields.map(({ field }) => [field.toLowerCase(), field] as const),
  ...fields.flatMap(({ field, name }) =>
    name === undefined || name === '' || standardNames.has(name)
      ? []
      : [[name.toLowerCase(), field] as const],
  ),
]);
const byLabel = new Map<string, HtcdsField>(
  fields.flatMap(({ field, label }) => (label === undefined ? [] : [[foldHeader(label), field] as const])),
);

/** The field that a name means, such as `prs_Gender`. */
export function fieldNamed(text: string): HtcdsField | undefined {
  return byName.get(foldHeader(text));
}

/** The field that a label means, such as `Gender`. */
export function fieldLabelled(text: string): HtcdsField | undefined {
  return byLabel.get(foldHeader(text));
}

/** True for a field of HTCDS. */
export function isHtcdsField(text: string): text is HtcdsField {
  return standardNames.has(text);
}

/** The fields of the templates, in their order. */
export const templateFields: readonly HtcdsField[] = htcds.columns.map(({ field }) => field);
