import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { run } from './run.mjs';
import { cache, root } from './workspace.mjs';

/**
 * @typedef {object} Counts
 * @property {number} passed
 * @property {number} failed a file that could not be read, and an error outside of any test, count as one each
 * @property {string[]} skipped titles
 * @property {number} shared tests that ran and whose title says that they need CTDX_SHARED
 */

/**
 * Runs vitest and counts what it did. The last line of every suite is this one's, for people and for machines.
 * @param {string} name of the suite, for its report
 * @param {readonly string[]} args
 * @param {Record<string, string | undefined>} [env]
 * @returns {Promise<Counts>}
 */
export async function runTests(name, args, env = {}) {
  const report = join(cache, `${name}.json`);
  rmSync(report, { force: true });
  const program = join(root, 'node_modules', 'vitest', 'vitest.mjs');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const { code } = await run(process.execPath, [program, 'run', ...reporters, ...args], { show: true, env });
  const counts = count(report);
  if (code !== 0 && counts.failed === 0) counts.failed = 1;
  for (const title of counts.skipped) console.log(`skipped: ${title}`);
  if (counts.shared > 0)
    console.log(`${counts.shared} ${counts.shared === 1 ? 'test' : 'tests'} used CTDX_SHARED`);
  console.log(`${counts.passed} passed, ${counts.failed} failed`);
  return counts;
}

/** @param {string} report @returns {Counts} */
function count(report) {
  /** @type {{ testResults: { status: string, assertionResults: { status: string, fullName: string }[] }[] }} */
  let read = { testResults: [] };
  try {
    read = JSON.parse(readFileSync(report, 'utf8'));
  } catch {
    // No report: vitest itself fell, and its exit code says so.
  }
  const tests = read.testResults.flatMap((file) => file.assertionResults);
  const unread = read.testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.length === 0,
  );
  const ran = tests.filter((test) => test.status === 'passed' || test.status === 'failed');
  return {
    passed: tests.filter((test) => test.status === 'passed').length,
    failed: tests.filter((test) => test.status === 'failed').length + unread.length,
    skipped: tests.filter((test) => !ran.includes(test)).map((test) => test.fullName),
    shared: ran.filter((test) => test.fullName.includes('needs CTDX_SHARED')).length,
  };
}
