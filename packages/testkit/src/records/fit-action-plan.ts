import { entriesOf, forPurpose, type Loose, some } from './loose.js';

/** Lets the parts of a plan point to parts that are there, in the order in which the plan has them. */
export function fitActionPlan(plan: Loose): Loose {
  const known = Object.fromEntries(
    ['parties', 'pillars', 'goals', 'objectives', 'activities', 'indicatorUses', 'reports', 'sources'].map(
      (name) => [name, entriesOf(plan[name]).map(({ id }) => id)],
    ),
  );
  /** Points each of these properties to the first part of its kind, or takes it away where there is none. */
  const point = (part: Loose, targets: Readonly<Record<string, string>>): Loose => {
    const pointed = Object.entries({ ...targets, sources: 'sources' }).flatMap(([name, kind]) => {
      const [first] = known[kind] ?? [];
      if (part[name] === undefined || first === undefined) return [];
      return [[name, Array.isArray(part[name]) ? [first] : first] as const];
    });
    const rest = Object.entries(part).filter(([name]) => name !== 'sources' && !(name in targets));
    return Object.fromEntries([...rest, ...pointed]);
  };
  const money = (line: Loose) => point(line, { funder: 'parties' });
  return forPurpose(
    {
      ...plan,
      ...some('legalBasis', plan['legalBasis'], (one) => point(one, {})),
      ...some('parties', plan['parties'], (one) => point(one, {})),
      ...some('pillars', plan['pillars'], (one) => point(one, {})),
      ...some('indicatorUses', plan['indicatorUses'], (one) => point(one, {})),
      ...some('formalization', plan['formalization'], (one) => point(one, {})),
      ...some('goals', plan['goals'], (one) => point(one, { pillar: 'pillars' })),
      ...some('objectives', plan['objectives'], (one) =>
        point(one, { pillar: 'pillars', goal: 'goals', owner: 'parties', indicatorUses: 'indicatorUses' }),
      ),
      ...some('activities', plan['activities'], (one) => ({
        ...point(one, { objectives: 'objectives', lead: 'parties', partners: 'parties' }),
        ...some('budget', one['budget'], money),
        ...some('outputs', one['outputs'], (output) => point(output, { indicatorUses: 'indicatorUses' })),
      })),
      ...some('budget', plan['budget'], money),
      ...some('risks', plan['risks'], (one) => point(one, { owner: 'parties' })),
      ...some('reports', plan['reports'], (one) => point(one, { author: 'parties' })),
      ...some('recommendations', plan['recommendations'], (one) =>
        point(one, { report: 'reports', activities: 'activities' }),
      ),
    },
    'planMonitoring',
  );
}
