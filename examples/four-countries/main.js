// From four national workbooks to a publication that names nobody: node main.js [--out DIR] [--seed N]
import { relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { stoppedClock } from '@ctdx/testkit';
import { exchange } from './exchange.js';
import { folder } from './folder.js';
import { importWorkbook } from './import-workbook.js';
import { invent } from './invent.js';
import { pseudonymizeAll } from './pseudonymize.js';
import { publish } from './publish.js';
import { terminal } from './terminal.js';

const { values } = parseArgs({
  options: { out: { type: 'string', default: 'out' }, seed: { type: 'string', default: '218' } },
});
const seed = Number(values.seed);
if (!Number.isSafeInteger(seed)) {
  console.error('--seed takes a whole number.');
  process.exit(2);
}

// The clock stands still and chance has a seed: the same seed writes the same files. A real agency hands in neither.
const clock = stoppedClock('2026-01-31T12:00:00Z');
const out = folder(resolve(values.out));
const say = terminal();
const started = performance.now();

say.title('Four national workbooks, invented');
const workbooks = await invent(seed, out, say);

say.title('Import: each workbook becomes checked cases of its agency, and never leaves it');
const imports = [];
for (const [index, workbook] of workbooks.entries()) {
  imports.push(await importWorkbook(workbook, { file: index + 1, seed, clock, out, say }));
}

say.title('Pseudonymize: what the agreement for statistics grants, and no more');
const extracts = [];
for (const imported of imports) extracts.push(await pseudonymizeAll(imported, { seed, out, say }));

say.title('Exchange: four agencies send, the regional body reads');
const received = await exchange(extracts, { seed, clock, out, say });

say.title('Count, pool, suppress, and publish');
const release = await publish(received, { workbooks, clock, out, say });

say.summary({
  imports,
  received,
  release,
  seconds: (performance.now() - started) / 1000,
  folder: relative(process.cwd(), out.path) || '.',
});
