import { propertyNames } from './generated/property-names.js';

/**
 * A pointer that may be told: from the first segment on that is no property of the standard, no number and no `*`, each
 * segment is written `*`. Keys that somebody made up end there.
 */
export function standardPath(path: string): string {
  const segments = path.split('/').slice(1);
  const unnamed = segments.findIndex((segment) => !isTold(segment));
  return segments.map((segment, at) => `/${unnamed === -1 || at < unnamed ? segment : '*'}`).join('');
}

function isTold(segment: string): boolean {
  return segment === '*' || /^\d{1,7}$/.test(segment) || propertyNames.has(segment);
}
