import { fourNationalWorkbooks, fourPlanWorkbooks, fourScreeningFiles } from '@ctdx/testkit';
import { countryName } from './terminal.js';

/** Writes what the four offices keep, and the mapping file that each keeps beside its own. */
export async function invent(seed, out, say) {
  const workbooks = fourNationalWorkbooks(seed);
  const screenings = await fourScreeningFiles(seed);
  const plans = await fourPlanWorkbooks();
  const kinds = { mapping: workbooks, 'screenings-mapping': screenings, 'plan-mapping': plans };
  for (const [name, files] of Object.entries(kinds)) {
    for (const { fileName, bytes, mapping, profile } of files) {
      await out.write(`workbooks/${fileName}`, bytes);
      await out.write(`workbooks/${profile}-${name}.json`, mapping);
    }
  }
  for (const [index, { fileName, country, victims }] of workbooks.entries()) {
    const years = Object.values(victims);
    const others = `${screenings[index].fileName}, ${plans[index].fileName}`;
    say.line(
      `  ${countryName(country)}: ${fileName}, ${Math.min(...years)} to ${Math.max(...years)} rows a year; ${others}`,
    );
  }
  return { workbooks, screenings, plans };
}
