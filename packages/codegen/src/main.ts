import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { checkSources } from './check/check-sources.js';
import { generate } from './generate.js';
import { stale, write } from './output.js';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const problems = checkSources(join(root, 'schemas'));
for (const problem of problems) console.error(`schemas/${problem}`);
if (problems.length > 0) process.exitCode = 1;

const outputs = await generate(root);
if (process.argv.includes('--check')) {
  const files = stale(root, outputs);
  for (const file of files) console.error(`stale: ${file}`);
  if (files.length > 0) {
    console.error('Run `npm run generate` and commit the result.');
    process.exitCode = 1;
  }
} else {
  const files = write(root, outputs);
  console.log(`${outputs.length} generated files, ${files.length} changed`);
}
