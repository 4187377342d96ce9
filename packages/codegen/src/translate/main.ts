// What is translated and what is not.
//   npm run translations                          per language: how many strings, how many reviewed, what to look at
//   npm run translations -- ht                    what Haitian Creole lacks, as JSON by source file and key
//   npm run translations -- --accept              strings that are translated into every language for the first time
//   npm run translations -- --accept FILE KEY…    the translations fit the English of today (no key: all of the file)
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readSources, type Sources } from '../sources.js';
import { accepted, acceptedNew, lockPath } from './lock.js';
import { missingStrings } from './missing.js';
import { translationNotes, translationProblems } from './problems.js';
import { stringsOf, translatedSources } from './strings.js';
import { languages, translationsOf } from './translations.js';

const schemas = join(fileURLToPath(new URL('../../../../', import.meta.url)), 'schemas');
const [first, ...rest] = process.argv.slice(2);
const sources = readSources(schemas);

if (first === '--accept') {
  const [path, ...keys] = rest;
  const lock = path === undefined ? acceptedNew(sources) : accepted(sources, path, keys);
  writeFileSync(join(schemas, lockPath), `${JSON.stringify(lock, null, 2)}\n`);
} else if (first !== undefined) {
  console.log(JSON.stringify(missingStrings(sources, schemas, first), null, 2));
} else {
  console.log(overview(sources));
}

function overview(sources: Sources): string {
  const translations = translationsOf(sources);
  const strings = translatedSources(sources).flatMap((file) =>
    [...stringsOf(file)].map(([key, english]) => ({ path: file.path, key, english })),
  );
  const lines = languages.map((language) => {
    const said = strings.flatMap(
      ({ path, key, english }) => translations(language, path, key, english) ?? [],
    );
    const reviewed = said.filter((one) => one.reviewed).length;
    return `${language}: ${said.length} of ${strings.length} strings, ${reviewed} reviewed by a person`;
  });
  return [...lines, ...translationNotes(sources), ...translationProblems(sources)].join('\n');
}
