import type { Command } from './command.js';
import { codes } from './commands/codes.js';
import { compile } from './commands/compile.js';
import { diff } from './commands/diff.js';
import { importFile } from './commands/import.js';
import { migrate } from './commands/migrate.js';
import { pseudonymizeFile } from './commands/pseudonymize.js';
import { schema } from './commands/schema.js';
import { serve } from './commands/serve.js';
import { validate } from './commands/validate.js';

/** Every command, in the order of the overview. */
export const commands: readonly Command[] = [
  validate,
  importFile,
  pseudonymizeFile,
  serve,
  codes,
  schema,
  migrate,
  diff,
  compile,
];
