import { buildParcel, createClient, privateKeyJwt, recordSigner } from '@ctdx/client';
import { createNode, trialConfiguration } from '@ctdx/server';
import { seededRandom } from '@ctdx/testkit';
import { check as checkPlan } from '@ctdx/validate/action-plan-aggregate';
import { check as checkCase } from '@ctdx/validate/case-pseudonymized';
import { check as checkScreening } from '@ctdx/validate/screening-pseudonymized';
import { countryName } from './terminal.js';

/** What goes into a parcel of each kind: the clause that grants it, the purpose, the level and the handling. */
const parcels = {
  cases: {
    purpose: 'statistics',
    level: 'pseudonymized',
    marking: 'restricted',
    legalBasis: 'statisticsLaw',
  },
  screenings: {
    purpose: 'statistics',
    level: 'pseudonymized',
    marking: 'restricted',
    legalBasis: 'statisticsLaw',
  },
  plan: { purpose: 'planMonitoring', level: 'aggregate', marking: 'public', legalBasis: 'publicInterest' },
};

/** What was checked before it is counted or shown, by the type that a record declares. */
const checks = { case: checkCase, screening: checkScreening, 'action-plan': checkPlan };

/** Starts a node on loopback, submits as four agencies, and reads back as the regional body. */
export async function exchange(sendings, { seed, clock, out, say }) {
  const trial = await trialConfiguration({ senders: sendings.cases.map(({ source }) => source) });
  const node = await createNode({ configuration: trial.configuration, trial: true, clock, log: () => {} });
  try {
    const address = await node.listen(0);
    say.line(`  A trial node listens on ${address}; it keeps nothing.`);
    let sent = 0;
    for (const [what, { purpose, level, ...rest }] of Object.entries(parcels)) {
      const handling = { level, purposes: [purpose], ...rest };
      const clause = trial.configuration.agreements[0].clauses.find((one) =>
        one.records.includes(recordType[what]),
      );
      for (const [index, { country, profile, source, records }] of sendings[what].entries()) {
        if (records.length === 0) continue;
        sent += 1;
        const receipt = await submit({ source, records, handling, purpose }, trial.agencies[index], {
          trial,
          agreement: { ...trial.agreement, clause: clause.clause },
          address,
          clock,
          seed: seed + sent,
        });
        const { accepted, rejected } = receipt.counts;
        say.line(
          `  ${countryName(country)} as ${source.agency}, ${what}: ${accepted} accepted, ${rejected} rejected`,
        );
        await out.write(`${profile}/receipt-${what}.json`, receipt);
      }
    }
    const received = await readBack(trial.regional, { address, clock });
    say.line(`  The regional body reads ${received.length} records in its feed.`);
    await out.write('regional/records.ndjson', received);
    return received;
  } finally {
    await node.close();
  }
}

const recordType = { cases: 'case', screenings: 'screening', plan: 'action-plan' };

async function submit(content, agency, { trial, agreement, address, clock, seed }) {
  const { bytes } = seededRandom(seed);
  const parcel = await buildParcel({
    ...content,
    recipients: [{ country: trial.regional.country, agency: trial.regional.agency }],
    agreement,
    issuedAt: String(clock().getUTCFullYear()),
    sign: recordSigner({ privateKey: agency.privateKey, keyId: agency.keyId }),
    random: (length) => Uint8Array.from(bytes(length)),
  });
  return clientOf(agency, { address, clock }).submit(parcel);
}

async function readBack(regional, { address, clock }) {
  const records = [];
  for await (const { record } of clientOf(regional, { address, clock }).feed()) {
    const checked = checks[record.type]?.(record);
    if (!checked?.ok) throw new Error('The node gave a record that it should not have taken.');
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
