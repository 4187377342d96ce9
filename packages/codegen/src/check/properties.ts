import type { Sources } from '../sources.js';
import { propertiesOf } from './walk.js';

const classes = ['direct', 'quasi', 'sensitive', 'plain'];
const lowest = ['identified', 'pseudonymized', 'aggregate'];

/** Each property has a privacy class and a lowest level, and what names a person stays at `identified`. */
export function propertyProblems(sources: Sources): string[] {
  return propertiesOf(sources).flatMap(({ place, name, node }) => {
    const { privacy, lowestLevel } = node['x-ctdx'] ?? {};
    const problems: string[] = [];
    if (!classes.includes(privacy)) problems.push(`${place}: has no privacy class`);
    if (!lowest.includes(lowestLevel)) problems.push(`${place}: has no lowest level`);
    if (privacy === 'direct' && lowestLevel !== 'identified') {
      problems.push(`${place}: names a person, so its lowest level is identified`);
    }
    // The validators rely on it: of a plain object, reading such a name never gives undefined.
    if (name in Object.prototype)
      problems.push(`${place}: every JavaScript object has a property of that name`);
    return problems;
  });
}
