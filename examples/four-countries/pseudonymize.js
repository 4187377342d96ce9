import { keyServiceFrom, pseudonymize } from '@ctdx/anonymize';
import { seededRandom } from '@ctdx/testkit';
import { countryName } from './terminal.js';

/** Makes the minimal extract of each case or screening. The key is the agency's own; whoever has it can undo the pseudonyms. */
export async function pseudonymizeAll({ country, profile, source, records: all }, { seed, out, say, what }) {
  // A key by a seed is worth nothing. A real agency: createKeyFile and readKeyFile of @ctdx/anonymize/node.
  const keys = keyServiceFrom(Uint8Array.from(seededRandom(seed ^ country.charCodeAt(1)).bytes(32)));
  const records = [];
  const pairs = [];
  const left = new Map();
  const step = say.progress(countryName(country), all.length);
  for (const record of all) {
    const stripped = await pseudonymize(record, { purpose: 'statistics', keys });
    step();
    if (stripped.ok) {
      records.push(stripped.value);
      pairs.push(...stripped.pairs);
    }
    for (const { code, path } of stripped.losses) left.set(`${code} ${path}`, { code, path });
  }
  say.line(
    `  ${countryName(country)}: ${records.length} extracts of ${what}; ${left.size} kinds of facts stay in the agency or get coarser`,
  );
  await out.write(`${profile}/extract-${what}.ndjson`, records);
  // With these the agency can revise and withdraw every copy; nobody else may see them.
  await out.write(`${profile}/pseudonyms-${what}.ndjson`, pairs);
  await out.write(`${profile}/extract-${what}-losses.json`, [...left.values()]);
  return { country, profile, source, records };
}
