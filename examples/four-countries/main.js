// From what four national offices keep to a publication that names nobody: node main.js [--out DIR] [--seed N]
import { relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { stoppedClock } from '@ctdx/testkit';
import { exchange } from './exchange.js';
import { folder } from './folder.js';
import { importTableOf } from './import-table.js';
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

say.title('Four national workbooks, screenings and plans, invented');
const { workbooks, screenings, plans } = await invent(seed, out, say);

say.title('Import: each workbook becomes checked cases of its agency, and never leaves it');
const imports = [];
for (const [index, workbook] of workbooks.entries()) {
  imports.push(await importWorkbook(workbook, { file: index + 1, seed, clock, out, say }));
}

say.title('Import: tables of screenings, and plans of action, which hold no person');
const tables = { screenings: [], plan: [] };
for (const [what, files] of Object.entries({ screenings, plan: plans })) {
  for (const [index, source] of files.entries()) {
    const { ids } = imports[index];
    tables[what].push(await importTableOf(source, { file: index + 1, ids, clock, out, say, what }));
  }
}

say.title('Pseudonymize: what the agreement for statistics grants, and no more');
const sendings = { cases: [], screenings: [], plan: tables.plan };
const people = {
  cases: imports.map(({ cases, ...rest }) => ({ ...rest, records: cases })),
  screenings: tables.screenings,
};
for (const [what, list] of Object.entries(people)) {
  for (const imported of list) sendings[what].push(await pseudonymizeAll(imported, { seed, out, say, what }));
}

say.title('Exchange: four agencies send, the regional body reads');
const received = await exchange(sendings, { seed, clock, out, say });

say.title('Count, pool, suppress, and publish');
const { release, screened } = await publish(received, { workbooks, clock, out, say });

say.summary({
  imports: [...people.cases, ...tables.screenings, ...tables.plan],
  received,
  releases: [release, screened],
  seconds: (performance.now() - started) / 1000,
  folder: relative(process.cwd(), out.path) || '.',
});
