import type { AgencyRef, Parcel } from '@ctdx/model';
import { exportJWK, generateKeyPair, type JWK } from 'jose';
import type { ConfigurationInput } from './configuration.js';
import { trialClauses } from './trial-clauses.js';

type AgencyType = Parcel<'pseudonymized'>['source']['agencyType'];
type Country = AgencyRef['country'];

/** What one agency of a trial needs to talk to the node: who it is, and its private key. */
export interface TrialAgency extends AgencyRef {
  readonly agencyType: AgencyType;
  readonly clientId: string;
  readonly keyId: string;
  /** Signs records and assertions. Made for the trial, and worth nothing outside of it. */
  readonly privateKey: JWK;
}

/** A configuration for a node on loopback, and the keys of those who talk to it. */
export interface Trial {
  readonly configuration: ConfigurationInput;
  /** The agencies that send, in the order in which their countries were given. */
  readonly agencies: readonly TrialAgency[];
  /** The regional body that reads. */
  readonly regional: TrialAgency;
  /** The clause under which the agencies send figures and extracts of cases: what a parcel names. */
  readonly agreement: { readonly ref: string; readonly version: number; readonly clause: string };
  readonly purpose: 'statistics';
}

export interface TrialOptions {
  /** Countries of the sending agencies. @defaultValue four invented ones, XA to XD */
  readonly countries?: readonly Country[];
  /** The agencies that send, by name, where they exist already. @defaultValue a national node a country */
  readonly senders?: readonly (AgencyRef & { readonly agencyType: AgencyType })[];
  /** Country under which the regional body is registered. @defaultValue the first of the countries, as its host */
  readonly regionalCountry?: Country;
  /** Fields that its clause for statistics grants, beside the header. @defaultValue the minimal extract for statistics */
  readonly fields?: readonly string[];
}

const purpose = 'statistics';
const agreement = { ref: 'trial-statistics', version: 1, clause: '1' } as const;

/**
 * Makes keys and a configuration for a trial: one agency a country, a regional body, and an agreement between them
 * for statistics, referrals and plans. For a node with `trial: true`, which takes invented records only.
 * @example const { configuration, agencies, regional } = await trialConfiguration();
 */
export async function trialConfiguration(options: TrialOptions = {}): Promise<Trial> {
  const senders = options.senders ?? (options.countries ?? (['XA', 'XB', 'XC', 'XD'] as const)).map(nodeOf);
  const made = await Promise.all([
    ...senders.map(({ country, agency, agencyType }) => makeAgency(country, agency, agencyType)),
    makeAgency(
      options.regionalCountry ?? senders[0]?.country ?? 'XA',
      'regional-body',
      'internationalOrganisation',
    ),
  ]);
  const members = made.map(({ agency }) => agency);
  const regional = members.at(-1) as TrialAgency;
  const agencies = members.slice(0, -1);
  const configuration: ConfigurationInput = {
    node: { id: 'trial-node', country: regional.country, audience: 'urn:ctdx:trial-node' },
    agencies: made.map(({ agency, publicKey }) => ({
      ...refOf(agency),
      agencyType: agency.agencyType,
      clientId: agency.clientId,
      jwks: { keys: [publicKey] },
    })),
    agreements: [
      {
        ref: agreement.ref,
        version: agreement.version,
        validFrom: '2000-01-01', // a trial is in force on any clock that it is run under
        clauses: trialClauses({
          senders: agencies.map(refOf),
          regional: refOf(regional),
          fields: options.fields,
        }),
      },
    ],
  };
  return { configuration, agencies, regional, agreement, purpose };
}

const refOf = ({ country, agency }: AgencyRef): AgencyRef => ({ country, agency });

function nodeOf(country: Country) {
  const agency = `${country.toLowerCase()}-national-node`;
  return { country, agency, agencyType: 'nationalCoordination' } as const;
}

async function makeAgency(country: Country, agency: string, agencyType: AgencyType) {
  const { publicKey, privateKey } = await generateKeyPair('ES256', { extractable: true });
  const keyId = `${agency}-1`;
  const named = { kid: keyId, alg: 'ES256' };
  return {
    agency: {
      country,
      agency,
      agencyType,
      clientId: agency,
      keyId,
      privateKey: { ...(await exportJWK(privateKey)), ...named },
    },
    publicKey: {
      ...(await exportJWK(publicKey)),
      ...named,
    } as ConfigurationInput['agencies'][number]['jwks']['keys'][number],
  };
}
