import { importHtcds, memoryIds, readMapping } from '@ctdx/convert';
import { seededRandom } from '@ctdx/testkit';
import { check } from '@ctdx/validate/case-identified';
import { countryName } from './terminal.js';

/**
 * Imports one workbook. Rows with an error stay behind until somebody corrects them; the others become cases. Findings
 * and losses hold places, codes and facts of the standard, and nothing that somebody typed.
 */
export async function importWorkbook(workbook, { file, seed, clock, out, say }) {
  const { country, profile, fileName, bytes } = workbook;
  const read = readMapping(workbook.mapping);
  if (!read.ok) throw new Error('The mapping file of a workbook is wrong.');
  // Ids by a seed are for invented people only: leave `random` out, and the platform gives better ones.
  const chance = seededRandom(seed + country.charCodeAt(0) * 256 + country.charCodeAt(1));
  const random = (size) => chance.bytes(size);
  // One register for all files of an agency: a screening finds the person of a case again.
  const ids = memoryIds({ clock, random });
  const cases = [];
  const findings = [];
  const losses = [];
  let rows = 0;
  for await (const item of importHtcds(bytes, {
    mapping: read.mapping,
    synthetic: true,
    file,
    clock,
    random,
    ids,
  })) {
    if (item.at.row !== undefined) rows += 1;
    findings.push(...item.findings);
    losses.push(...item.losses);
    // The importer has checked it; whoever stores a record checks it again.
    const checked = item.value && check(item.value);
    if (checked?.ok) cases.push(checked.value);
  }
  const mistakes = findings.filter(({ severity }) => severity !== 'information');
  say.line(
    `  ${countryName(country)}: ${rows} rows of ${fileName}, ${cases.length} cases, ${mistakes.length} mistakes`,
  );
  for (const finding of mistakes) say.finding(finding);
  await out.write(`${profile}/cases.ndjson`, cases);
  await out.write(`${profile}/findings.json`, {
    valid: mistakes.every(({ severity }) => severity !== 'error'),
    rows,
    cases: cases.length,
    findings,
  });
  await out.write(`${profile}/losses.json`, losses);
  const { agency, agencyType } = read.mapping;
  return { country, profile, source: { country, agency, agencyType }, cases, mistakes, ids };
}
