import { type Trial, type TrialAgency, trialConfiguration } from '../trial.js';

// Keys of the examples in the contract. They sign invented records in a trial that exists in tests alone.
const keys = [
  {
    x: 'PCv536gIYf9AafSWwt1xQa43OBKnE_nlxcBIrCrzWZo',
    y: 'GHG0gnasJuxmnCnpot_yxnKxKPxdCAd91ptAbNrOxkU',
    d: 'OESJrP_vJ6N1VPTqFyTf59gns-7oohxNJjuk33QceG8',
  },
  {
    x: '-KIO9oIl16R9aR9fo4cTeqGjL2C8sLHhzvqWPUomuRg',
    y: '7Wu_7cIgGcgFl0XmxXgTdRZwHDKer46VgI5r0LF0wwA',
    d: 'BYm7oHwL1DXKTB57d17yU7MPFGaIRi1CiRZxV8d5j9g',
  },
  {
    x: '9ZU2Ya4lBCOSbIr3IcG0_FVxkTCtZUznFsmHCMx4EVU',
    y: 'Iy1Uzp3OoChqYQXZpvGnqXdpNeKhmE5-ZgpAjdxbl_c',
    d: 'sSlv7XNBAy0g7Hec7o8LumRKSfnxViHkc-GzL0UCdaM',
  },
] as const;

/** The trial that the examples of the contract were made in: the same agencies, with keys that stay. */
export async function exampleTrial(): Promise<Trial> {
  const trial = await trialConfiguration();
  const withKey = (agency: TrialAgency, key: (typeof keys)[number]): TrialAgency => ({
    ...agency,
    privateKey: { ...agency.privateKey, ...key },
  });
  const agencies = trial.agencies.map((agency, index) => withKey(agency, keys[index === 0 ? 0 : 1]));
  const regional = withKey(trial.regional, keys[2]);
  const made = [...agencies, regional];
  const configuration = {
    ...trial.configuration,
    agencies: trial.configuration.agencies.map((agency, index) => {
      const { d: _private, ...publicKey } = made[index]?.privateKey ?? {};
      return { ...agency, jwks: { keys: [publicKey as (typeof agency.jwks.keys)[number]] } };
    }),
  };
  return { ...trial, configuration, agencies, regional };
}

/** When the examples happen. */
export const exampleTime = new Date('2026-02-03T10:00:00.000Z');

/** Random bytes that are the same in each run: a counter. */
export function exampleRandom(): (length: number) => Uint8Array<ArrayBuffer> {
  let count = 0;
  return (length) => {
    count += 1;
    return new Uint8Array(length).map((_, index) => (count * 31 + index * 7) % 256);
  };
}
