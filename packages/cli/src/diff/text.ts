import type { Change } from './changes.js';

/** Changes as lines for people, what breaks first. */
export function changesText(changes: readonly Change[]): string {
  const order = ['breaking', 'additive', 'wording'] as const;
  const lines = order.flatMap((kind) => changes.filter((change) => change.class === kind)).map(lineOf);
  const counts = order.map((kind) => `${changes.filter((change) => change.class === kind).length} ${kind}`);
  return [...lines, `${counts.join(', ')}.`, ''].join('\n');
}

function lineOf({ id, class: kind, breaks, why }: Change): string {
  const whom = breaks.length > 0 ? ` [${breaks.join(', ')}]` : '';
  return `${kind}${whom}: ${id}: ${why}`;
}
