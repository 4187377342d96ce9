import { fileURLToPath } from 'node:url';
import { generate } from './generate.js';
import { stale, write } from './output.js';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const outputs = await generate(root);

if (process.argv.includes('--check')) {
  const files = stale(root, outputs);
  for (const file of files) console.error(`stale: ${file}`);
  if (files.length > 0) console.error('Run `npm run generate` and commit the result.');
  process.exitCode = files.length > 0 ? 1 : 0;
} else {
  const files = write(root, outputs);
  console.log(`${outputs.length} generated files, ${files.length} changed`);
}
