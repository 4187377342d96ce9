// Prints what a language still lacks: `npx tsx packages/codegen/src/translate/main.ts ht`, one JSON object by
// source file and key. Fill it in below schemas/translations/LANGUAGE, under the path of the source file.
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readSources } from '../sources.js';
import { missingStrings } from './missing.js';

const schemas = join(fileURLToPath(new URL('../../../../', import.meta.url)), 'schemas');
const language = process.argv[2];
if (language === undefined) throw new Error('Name a language, for example: ht');
console.log(JSON.stringify(missingStrings(readSources(schemas), schemas, language), null, 2));
