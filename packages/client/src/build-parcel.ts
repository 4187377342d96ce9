import {
  type AgencyRef,
  type LevelOf,
  newestVersion,
  type Parcel,
  type RecordOf,
  type RecordType,
  type Valid,
} from '@ctdx/model';
import { check as checkReleased } from '@ctdx/validate/parcel-aggregate';
import { check as checkParcel } from '@ctdx/validate/parcel-pseudonymized';
import { CtdxClientError } from './client-error.js';
import { base64url, type Random, systemRandom, uuid } from './handed-in.js';
import { recordBytes, type SignRecord, saltedDigest } from './sign-record.js';

/** Levels at which a parcel may leave an agency. */
export type SendableLevel = 'pseudonymized' | 'aggregate';

/** Records that may travel at a level: of every type that knows it, but no parcel in a parcel. */
export type SendableRecord<L extends SendableLevel> = {
  [T in Exclude<RecordType, 'parcel'>]: L extends LevelOf<T> ? RecordOf<T, L> : never;
}[Exclude<RecordType, 'parcel'>];

type Header<L extends SendableLevel> = Parcel<L>;

/** What a parcel says and holds. What can be worked out is left out: type, digests and signatures. */
export interface ParcelParts<L extends SendableLevel> {
  /** Agency that sends; it is the source of the envelope too. */
  readonly source: Header<L>['source'];
  readonly recipients: readonly AgencyRef[];
  readonly purpose: Header<L>['purpose'];
  readonly agreement: Header<L>['agreement'];
  /** Level, marking, purposes and legal basis of the envelope. The level is that of its records. */
  readonly handling: Header<L>['handling'] & { readonly level: L };
  /** Year, or finer where the purpose allows it. */
  readonly issuedAt: string;
  readonly records: readonly Valid<SendableRecord<L>>[];
  /** Signs each record revision for its source agency. */
  readonly sign: SignRecord;
  /** @defaultValue a random UUID */
  readonly id?: string;
  /** @defaultValue 1.0 */
  readonly codeListVersion?: string;
  /** @defaultValue the platform's */
  readonly random?: Random;
}

/** Bytes of a salt: as many as the digest could be guessed with otherwise. */
const saltLength = 16;

/**
 * Puts valid records into a parcel: a salted digest and the source agency's detached signature for each, and
 * `provenance.synthetic` if one of them is invented.
 * @throws {CtdxClientError} `not-sendable` with the findings when the parcel is not valid
 */
export async function buildParcel<L extends SendableLevel>(parts: ParcelParts<L>): Promise<Valid<Parcel<L>>> {
  const { records, sign, random = systemRandom, id, codeListVersion = '1.0', recipients, ...header } = parts;
  const proofs = [];
  for (const record of records) proofs.push(await prove(record as Proved, sign, random));
  const isInvented = records.some((record) => (record as Proved).provenance?.synthetic === true);
  const parcel = {
    type: 'parcel',
    schemaVersion: newestVersion,
    id: id ?? uuid(random),
    revision: 1,
    codeListVersion,
    ...header,
    ...(isInvented ? { provenance: { synthetic: true } } : {}),
    sender: { country: header.source.country, agency: header.source.agency },
    recipients: [...recipients],
    records: [...records],
    digests: proofs.map(({ digest }) => digest),
    signatures: proofs.map(({ signature }) => signature),
  };
  const checked = header.handling.level === 'aggregate' ? checkReleased(parcel) : checkParcel(parcel);
  if (!checked.ok) throw new CtdxClientError('not-sendable', { findings: checked.findings });
  return checked.value as Valid<Parcel<L>>;
}

/** What of a record its proofs name. */
interface Proved {
  readonly id: string;
  readonly revision: number;
  readonly provenance?: { readonly synthetic?: boolean };
}

async function prove(record: Proved, sign: SignRecord, random: Random) {
  const bytes = recordBytes(record);
  const about = { record: record.id, revision: record.revision };
  const salt = random(saltLength);
  const digest = await saltedDigest(salt, bytes);
  return {
    digest: { ...about, algorithm: 'sha-256', salt: base64url(salt), digest },
    signature: { ...about, ...(await sign(bytes)) },
  };
}
