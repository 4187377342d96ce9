import { fourNationalWorkbooks } from '@ctdx/testkit';
import { countryName } from './terminal.js';

/** Writes the workbooks and the mapping file that each agency keeps beside its own. */
export async function invent(seed, out, say) {
  const workbooks = fourNationalWorkbooks(seed);
  for (const { fileName, bytes, mapping, profile, country, victims } of workbooks) {
    await out.write(`workbooks/${fileName}`, bytes);
    await out.write(`workbooks/${profile}-mapping.json`, mapping);
    const years = Object.values(victims);
    say.line(
      `  ${countryName(country)}: ${fileName}, ${Math.min(...years)} to ${Math.max(...years)} rows a year`,
    );
  }
  return workbooks;
}
