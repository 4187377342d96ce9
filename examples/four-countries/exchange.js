import { buildParcel, createClient, privateKeyJwt, recordSigner } from '@ctdx/client';
import { createNode, trialConfiguration } from '@ctdx/server';
import { seededRandom } from '@ctdx/testkit';
import { check } from '@ctdx/validate/case-pseudonymized';
import { countryName } from './terminal.js';

const handling = {
  level: 'pseudonymized',
  marking: 'restricted',
  purposes: ['statistics'],
  legalBasis: 'statisticsLaw',
};

/** Starts a node on loopback, submits as four agencies, and reads back as the regional body. */
export async function exchange(extracts, { seed, clock, out, say }) {
  const trial = await trialConfiguration({ senders: extracts.map(({ source }) => source) });
  const node = await createNode({ configuration: trial.configuration, trial: true, clock, log: () => {} });
  try {
    const address = await node.listen(0);
    say.line(`  A trial node listens on ${address}; it keeps nothing.`);
    for (const [index, extract] of extracts.entries()) {
      if (extract.records.length === 0) continue;
      const receipt = await submit(extract, trial.agencies[index], {
        trial,
        address,
        clock,
        seed: seed + index,
      });
      const { accepted, rejected } = receipt.counts;
      say.line(
        `  ${countryName(extract.country)} as ${extract.source.agency}: ${accepted} accepted, ${rejected} rejected`,
      );
      await out.write(`${extract.profile}/receipt.json`, receipt);
    }
    const received = await readBack(trial.regional, { address, clock });
    say.line(`  The regional body reads ${received.length} records in its feed.`);
    await out.write('regional/records.ndjson', received);
    return received;
  } finally {
    await node.close();
  }
}

async function submit({ source, records }, agency, { trial, address, clock, seed }) {
  const { bytes } = seededRandom(seed);
  const parcel = await buildParcel({
    source,
    handling,
    recipients: [{ country: trial.regional.country, agency: trial.regional.agency }],
    purpose: trial.purpose,
    agreement: trial.agreement,
    issuedAt: String(clock().getUTCFullYear()),
    records,
    sign: recordSigner({ privateKey: agency.privateKey, keyId: agency.keyId }),
    random: (length) => Uint8Array.from(bytes(length)),
  });
  return clientOf(agency, { address, clock }).submit(parcel);
}

async function readBack(regional, { address, clock }) {
  const records = [];
  for await (const { record } of clientOf(regional, { address, clock }).feed()) {
    const checked = check(record);
    if (!checked.ok) throw new Error('The node gave a record that it should not have taken.');
    records.push(checked.value);
  }
  return records;
}

function clientOf({ clientId, privateKey }, { address, clock }) {
  const tokenEndpoint = `${address}/v1/token`;
  return createClient({
    baseUrl: address,
    auth: privateKeyJwt({ clientId, privateKey, tokenEndpoint, clock, allowInsecureLoopback: true }),
  });
}
