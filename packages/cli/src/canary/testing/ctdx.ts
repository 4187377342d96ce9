import process from 'node:process';
import { run } from '../../run.js';

// The command line in a process of its own, on the sources: what `bin/ctdx.js` does with the built package.
run(process.argv.slice(2)).then((code) => {
  process.exitCode = code;
});
