import { importTable, readLayoutMapping } from '@ctdx/convert';
import { countryName } from './terminal.js';

/**
 * Imports a table of screenings or the workbook of a plan, by the layout that its mapping names. The register of ids is
 * the one of the cases: the same person number means the same person. Plans hold no person and lose no text: what their
 * layout has no place for is named in findings and losses.
 */
export async function importTableOf(source, { file, ids, clock, out, say, what }) {
  const { country, profile, fileName, bytes } = source;
  const read = readLayoutMapping(source.mapping);
  if (!read.ok) throw new Error('The mapping file of a table is wrong.');
  const records = [];
  const findings = [];
  const losses = [];
  const options = { mapping: read.mapping, synthetic: true, file, ids, clock };
  for await (const item of importTable(read.mapping.mapping, bytes, options)) {
    findings.push(...item.findings);
    losses.push(...item.losses);
    if (item.value) records.push(item.value);
  }
  const mistakes = findings.filter(({ severity }) => severity !== 'information');
  say.line(
    `  ${countryName(country)}: ${records.length} ${what} from ${fileName}, ${mistakes.length} mistakes`,
  );
  for (const finding of mistakes) say.finding(finding);
  await out.write(`${profile}/${what}.ndjson`, records);
  await out.write(`${profile}/${what}-findings.json`, findings);
  await out.write(`${profile}/${what}-losses.json`, losses);
  const { agency, agencyType } = read.mapping;
  return { country, profile, source: { country, agency, agencyType }, records, mistakes };
}
