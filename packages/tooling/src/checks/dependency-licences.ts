import { pnpm } from '../../../../scripts/lib/managers.mjs';
import { many, type Outcome } from '../outcome.js';

/** Licences that let anybody use, change and pass on what we publish. Another one is a decision, not an accident. */
const welcome = new Set([
  'MIT',
  'ISC',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'Apache-2.0',
  '0BSD',
  'BlueOak-1.0.0',
  'CC0-1.0',
  'Unlicense',
  'PostgreSQL',
  'CC-BY-4.0',
  'MIT-0',
  'Python-2.0',
]);

/** What users install along with our packages is free of terms that would bind them. */
export async function checkDependencyLicences(): Promise<Outcome> {
  const { code, output } = await pnpm(['licenses', 'list', '--prod', '--json', '--recursive']);
  if (code !== 0) return { problems: [output], detail: 'no list' };
  // Warnings of the tool itself may stand before and after the list.
  const json = output.slice(output.indexOf('{'), output.lastIndexOf('}') + 1);
  const byLicence = JSON.parse(json) as Record<string, { name: string }[]>;
  const problems = Object.entries(byLicence)
    .filter(([licence]) => !isWelcome(licence))
    .flatMap(([licence, list]) => list.map(({ name }) => `${name} is licensed ${licence}`));
  return {
    problems,
    detail: many(Object.values(byLicence).flat().length, 'dependency').replace(/ys$/, 'ies'),
  };
}

/** `(MIT OR GPL-3.0)` lets us choose; `MIT AND X` binds to both. */
function isWelcome(expression: string): boolean {
  const choices = expression.replaceAll(/[()]/g, '').split(' OR ');
  return choices.some((choice) => choice.split(' AND ').every((licence) => welcome.has(licence.trim())));
}
