// `npm run check [-- --only NAME[,NAME]] [--update]`: every promise of the design that a program can look at.
import { parseArgs } from 'node:util';
import { each } from '../../../scripts/lib/run.mjs';
import { checks } from './checks.js';
import type { Check, Options, Outcome } from './outcome.js';

const { values } = parseArgs({
  options: { only: { type: 'string' }, update: { type: 'boolean', default: false } },
  strict: true,
});
const wanted = values.only?.split(',');
const unknown = wanted?.filter((name) => !checks.some((check) => check.name === name)) ?? [];
if (unknown.length > 0) {
  console.error(
    `There is no check called ${unknown.join(', ')}. There are: ${checks.map((check) => check.name).join(', ')}`,
  );
  process.exit(2);
}

const chosen = checks.filter((check) => wanted?.includes(check.name) ?? true);
// Two at once: more would make the slow ones slower on the two cores that we count on.
const passed = await each(chosen, 2, (check) => report(check, { update: values.update }));
const failed = passed.filter((ok) => !ok).length;
console.log(`${passed.length - failed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;

async function report(check: Check, options: Options): Promise<boolean> {
  const started = Date.now();
  const { problems, detail } = await outcomeOf(check, options);
  const ok = problems.length === 0;
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  const lines = problems.map((problem) => `     ${problem.trimEnd().replaceAll('\n', '\n     ')}`);
  console.log([`${ok ? 'ok  ' : 'FAIL'} ${check.name} – ${detail} (${seconds} s)`, ...lines].join('\n'));
  return ok;
}

async function outcomeOf(check: Check, options: Options): Promise<Outcome> {
  try {
    return await check.run(options);
  } catch (error) {
    // A check that falls over has proved nothing: that is a failure like any other, and the others still run.
    return {
      problems: [error instanceof Error ? (error.stack ?? error.message) : String(error)],
      detail: 'fell over',
    };
  }
}
