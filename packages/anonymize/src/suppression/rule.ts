/** What counts as too small to say, and what is known to everybody who reads the output. */
export interface Rule {
  /** Fewest persons that a published number may stand for. */
  readonly minimum: number;
  /** `protected`: nobody in a cell is as sensitive as one person. `shown`: zeros are published. */
  readonly zeros: 'protected' | 'shown';
}

/** The usual floor in this field; a single country in a single year seldom reaches it. */
export const defaultRule: Rule = { minimum: 5, zeros: 'protected' };

/**
 * Fills the defaults in.
 * @throws {RangeError} when the minimum is no integer from 3 to 15. Below 3 a contributor who subtracts their own
 * record would know the other person; values up to twice the minimum are kept as the bits of one integer.
 */
export function ruleOf(options: Partial<Rule> = {}): Rule {
  const rule = { ...defaultRule, ...options };
  if (!Number.isInteger(rule.minimum) || rule.minimum < 3 || rule.minimum > 15) {
    throw new RangeError('minimum: an integer from 3 to 15');
  }
  if (rule.zeros !== 'protected' && rule.zeros !== 'shown') {
    throw new RangeError('zeros: protected or shown');
  }
  return rule;
}

/** True when a count may not be published for its own sake. */
export function isSmall(value: number, rule: Rule): boolean {
  return value < rule.minimum && (value > 0 || rule.zeros === 'protected');
}
