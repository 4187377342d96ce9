import { checkArrow } from './checks/arrow.js';
import { checkBreaks } from './checks/breaks.js';
import { checkBrowser } from './checks/browser.js';
import { checkDependencyLicences } from './checks/dependency-licences.js';
import { checkExamples } from './checks/examples.js';
import { checkExports } from './checks/exports.js';
import { checkLicences } from './checks/licences.js';
import { checkLinks } from './checks/links.js';
import { checkLint } from './checks/lint.js';
import { checkGenerated, ownChecks } from './checks/own.js';
import { checkPack } from './checks/pack.js';
import { checkReadmes } from './checks/readmes.js';
import { checkReference } from './checks/reference.js';
import { checkRelease } from './checks/release.js';
import { checkTypes } from './checks/types.js';
import { checkWords } from './checks/words.js';
import type { Check } from './outcome.js';

/** Every check, the quick ones first. */
export const checks: readonly Check[] = [
  { name: 'words', run: checkWords },
  { name: 'licences', run: checkLicences },
  { name: 'links', run: checkLinks },
  { name: 'lint', run: checkLint },
  { name: 'arrow', run: checkArrow },
  { name: 'browser', run: checkBrowser },
  { name: 'dependency-licences', run: checkDependencyLicences },
  { name: 'breaks', run: checkBreaks },
  { name: 'generated', run: checkGenerated },
  ...ownChecks(),
  { name: 'exports', run: checkExports },
  { name: 'types', run: checkTypes },
  { name: 'readmes', run: checkReadmes },
  { name: 'examples', run: checkExamples },
  { name: 'pack', run: checkPack },
  { name: 'reference', run: checkReference },
  { name: 'release', run: checkRelease },
];
