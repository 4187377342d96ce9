import type { PlanDimension, ReleaseBasis, ReleasePlan } from '@ctdx/model';

/** A grouping of the declared categories: indexes into them. Level 0 has one group per category. */
export type DimensionLevel = readonly { readonly code: string; readonly of: readonly number[] }[];

/** A dimension with its unknown category and its levels worked out. */
export interface Dimension {
  readonly name: string;
  readonly categories: readonly string[];
  /** Index of the category for what nobody recorded. */
  readonly unknown: number | undefined;
  readonly set: boolean;
  readonly levels: readonly DimensionLevel[];
}

/** Dimensions whose tables hang together. No person's place in one component says anything about another. */
export interface Component {
  readonly dimensions: readonly Dimension[];
  /** The two-way table's dimensions that may be pooled, in order of trying. */
  readonly pool: readonly string[];
}

/** A plan that was checked. */
export interface PreparedPlan {
  readonly dimensions: ReadonlyMap<string, Dimension>;
  readonly components: readonly Component[];
}

/** The code of the category for what nobody recorded. */
export const unknownCode = 'unknown';

const wrong = (what: string): never => {
  throw new TypeError(`Not a plan: ${what}.`);
};

/**
 * Checks a plan and splits it into components.
 * @throws {TypeError} for a plan that can't be audited exactly: three dimensions, a dimension in two two-way tables, a
 * set-valued one in any, pools that are no partition, names or codes that repeat.
 */
export function preparePlan(plan: ReleasePlan): PreparedPlan {
  const dimensions = new Map(plan.dimensions.map((given) => [given.name, prepareDimension(given)]));
  if (dimensions.size !== plan.dimensions.length) wrong('two dimensions have one name');
  if (new Set(plan.tables.map((table) => table.id)).size !== plan.tables.length)
    wrong('two tables have one id');
  if (
    plan.bases !== undefined &&
    (plan.bases.length === 0 || !plan.bases.every((basis) => bases.has(basis)))
  ) {
    wrong('its bases are identified, presumed, identifiedOrPresumed');
  }
  const stands = (...names: string[]) =>
    plan.tables.some(
      (table) => table.dimensions.join(' ') === names.join(' ') && table.dimensions.length === names.length,
    );
  if (!stands()) wrong('it has no table of the total, a table without dimensions');
  const paired = new Map<string, Component>();
  const pairs: Component[] = [];
  for (const table of plan.tables) {
    const members = table.dimensions.map(
      (name) => dimensions.get(name) ?? wrong('a table names no dimension of it'),
    );
    if (members.length > 2) wrong('a table has more than two dimensions');
    if (members.length < 2) continue;
    if (!members.every((member) => stands(member.name)))
      wrong('a two-way table stands without its two one-way tables');
    if (members[0] === members[1]) wrong('a table names a dimension twice');
    if (members.some((member) => member.set)) wrong('a set-valued dimension stands in a two-way table');
    if (members.some((member) => paired.has(member.name))) wrong('a dimension stands in two two-way tables');
    const component = { dimensions: members, pool: table.pool ?? [] };
    pairs.push(component);
    for (const member of members) paired.set(member.name, component);
  }
  const alone = [...dimensions.values()].filter(({ name }) => !paired.has(name));
  return { dimensions, components: [...pairs, ...alone.map((one) => ({ dimensions: [one], pool: [] }))] };
}

const bases = new Set<ReleaseBasis>(['identified', 'presumed', 'identifiedOrPresumed']);

function prepareDimension(given: PlanDimension): Dimension {
  const declared = [...given.categories];
  if (given.unknown !== false && !declared.includes(unknownCode)) declared.push(unknownCode);
  if (new Set(declared).size !== declared.length) wrong('a dimension has a category twice');
  if (given.set !== true && declared.length < 2) wrong('a dimension has fewer than two categories');
  const unknown = declared.indexOf(unknownCode);
  const finest: DimensionLevel = declared.map((code, index) => ({ code, of: [index] }));
  return {
    name: given.name,
    categories: declared,
    unknown: unknown < 0 ? undefined : unknown,
    set: given.set === true,
    levels: levelsOf(given.pools ?? [], declared, finest),
  };
}

function levelsOf(
  pools: NonNullable<PlanDimension['pools']>,
  categories: readonly string[],
  finest: DimensionLevel,
): DimensionLevel[] {
  const levels = [finest];
  for (const pool of pools) levels.push(levelOf(pool.groups, categories, levels.at(-1) ?? finest));
  return levels;
}

/** A level, checked to be a partition that is coarser than the one before it. */
function levelOf(
  groups: Readonly<Record<string, readonly string[]>>,
  categories: readonly string[],
  finer: DimensionLevel,
): DimensionLevel {
  const level = Object.entries(groups).map(([code, of]) => ({
    code,
    of: of.map((one) => categories.indexOf(one)),
  }));
  const used = level.flatMap((group) => group.of);
  const missing = categories.map((_, index) => index).filter((index) => !used.includes(index));
  // `unknown` stays what it is unless a pool takes it in.
  if (missing.length === 1 && categories[missing[0] as number] === unknownCode) {
    level.push({ code: unknownCode, of: missing });
  } else if (missing.length > 0) wrong('a pool leaves out a category');
  const whole = finer.every((fine) =>
    level.some((group) => fine.of.every((index) => group.of.includes(index))),
  );
  if (used.includes(-1) || new Set(used).size !== used.length || !whole) wrong('a pool is no partition');
  if (level.length < 2) wrong('a pool has a single group: name the dimension in the table’s `pool` instead');
  return level;
}

/** The component that a table's dimensions stand in; none for the total. */
export function componentOf(plan: PreparedPlan, names: readonly string[]): Component | undefined {
  if (names.length === 0) return undefined;
  return plan.components.find((component) =>
    names.every((name) => component.dimensions.some((dimension) => dimension.name === name)),
  );
}
