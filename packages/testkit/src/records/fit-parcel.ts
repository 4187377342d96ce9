import { entriesOf, forPurpose, type Loose } from './loose.js';

/** Purposes without which a record of a type is none. */
const needed: Readonly<Record<string, string>> = { 'action-plan': 'planMonitoring', referral: 'referral' };

/** A parcel holds records or a seal, and only records that were given for its purpose. */
export function fitParcel(parcel: Loose): Loose {
  const { records, sealed, digests, signatures, ...rest } = parcel;
  const recipients = entriesOf(rest['recipients']).slice(0, 1);
  const purposes = [rest['purpose']];
  const header = { ...rest, recipients, handling: { ...(rest['handling'] as Loose), purposes } };
  if (records === undefined && sealed !== undefined) {
    return { ...header, sealed: [{ ...entriesOf(sealed)[0], recipient: recipients[0] }] };
  }
  const fitted = entriesOf(records).map((record): Loose => {
    const handling = { ...(record['handling'] as Loose), purposes, marking: 'internal' };
    const purpose = needed[record['type'] as string];
    return purpose === undefined ? { ...record, handling } : forPurpose({ ...record, handling }, purpose);
  });
  const about = (proofs: Loose[]) =>
    fitted.slice(0, proofs.length).map(({ id, revision }, at) => ({ ...proofs[at], record: id, revision }));
  return {
    ...header,
    handling: { ...header.handling, marking: 'restricted' },
    records: fitted,
    ...(digests === undefined ? {} : { digests: about(digests as Loose[]) }),
    ...(signatures === undefined ? {} : { signatures: about(signatures as Loose[]) }),
  };
}
