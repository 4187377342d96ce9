import type { Rule } from './rule.js';

/** A set-valued attribute of a known number of persons: how many have each code. Hidden ones are undefined. */
export interface CodeTable {
  readonly persons: number;
  readonly yes: readonly (number | undefined)[];
  /** The code that stands for no other one. Everybody has it or at least one of the others. */
  readonly unknown: number | undefined;
}

/** Is one half of a yes/other table, or the other, a count that may not be said? */
export function isTelling(yes: number, persons: number, rule: Rule): boolean {
  const small = (value: number) => value < rule.minimum && (value > 0 || rule.zeros === 'protected');
  return small(yes) || small(persons - yes);
}

/**
 * Hides the codes that few persons have or lack, then one more from the front at a time until the rest is open. Undefined
 * when nothing is left to show.
 */
export function hideCodes(
  exact: Omit<CodeTable, 'yes'> & { readonly yes: readonly number[] },
  rule: Rule,
): CodeTable | undefined {
  const counts: readonly number[] = exact.yes;
  const hidden = counts.map((yes) => isTelling(yes, exact.persons, rule));
  for (;;) {
    const yes = counts.map((value, code) => (hidden[code] ? undefined : value));
    if (yes.every((value) => value === undefined)) return undefined;
    const table = { ...exact, yes };
    if (judgeCodes(table, rule)) return table;
    hidden[hidden.indexOf(false)] = true;
  }
}

/**
 * Is a table of codes safe to show? Looks at what it shows only. The worlds are all counts of hidden codes that the rule
 * hides, that leave nobody without a code, and that give `unknown` to those with no other: such counts always belong to
 * some set of persons, so each is a world. A contributor knows their own codes: hidden counts lose 0 or the whole.
 */
export function judgeCodes(table: CodeTable, rule: Rule): boolean {
  if (table.yes.some((yes) => yes !== undefined && isTelling(yes, table.persons, rule))) return false;
  return table.yes.every(
    (yes, code) =>
      yes !== undefined ||
      (isOpen(possible(table, code, rule, 0), table.persons, rule, 0) &&
        isOpen(possible(table, code, rule, 1), table.persons, rule, 1)),
  );
}

function isOpen(values: readonly number[], persons: number, rule: Rule, own: number): boolean {
  const apart = rule.minimum - (rule.zeros === 'shown' ? 2 : 1) - own;
  if (values.length === 0 || Math.max(...values) - Math.min(...values) < apart) return false;
  return (
    hasCompany(values, rule) &&
    hasCompany(
      values.map((value) => persons - value),
      rule,
    )
  );
}

/** Whatever small value it may have, another one less than the minimum away is possible too. */
function hasCompany(values: readonly number[], { minimum }: Rule): boolean {
  return values
    .filter((value) => value < minimum)
    .every((value) => values.some((other) => other !== value && Math.abs(other - value) < minimum));
}

/** The values that a hidden code takes in some world; with `own` 1, as a contributor sees it. */
function possible(table: CodeTable, code: number, rule: Rule, own: number): number[] {
  const { persons, yes, unknown } = table;
  const telling = Array.from({ length: persons + 1 }, (_, value) => value).filter(
    (value) => isTelling(value, persons, rule) && value >= own && value <= persons - own,
  );
  const domain = (index: number) => {
    const shown = yes[index];
    return shown === undefined ? telling : [shown];
  };
  const others = yes.map((_, index) => index).filter((index) => index !== unknown && index !== code);
  const without = unknown === undefined ? [0] : domain(unknown);
  const fits = (nobody: number, value: number): boolean => {
    const most = persons - nobody;
    let sum = code === unknown ? 0 : value;
    if (sum > most) return false;
    for (const index of others) {
      const high = Math.max(...domain(index).filter((one) => one <= most), -1);
      if (high < 0) return false;
      sum += high;
    }
    return sum >= most;
  };
  return domain(code).filter((value) =>
    code === unknown ? fits(value, value) : without.some((nobody) => fits(nobody, value)),
  );
}
