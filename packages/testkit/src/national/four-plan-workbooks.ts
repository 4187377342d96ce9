import { type NationalPlan, nationalPlans } from './countries.js';
import { planSheets } from './plan-sheets.js';
import { lettersOf, packWorkbook, type SheetMistake } from './sheets.js';

/** An invented workbook with the plan of action of one country. Import it as synthetic. */
export interface PlanWorkbook {
  readonly country: NationalPlan['country'];
  readonly profile: NationalPlan['profile'];
  readonly fileName: string;
  readonly bytes: Uint8Array;
  /** The mapping file of the source, ready to be written as JSON. */
  readonly mapping: Readonly<Record<string, unknown>>;
  readonly manifest: readonly SheetMistake[];
}

/**
 * Makes the plans of The Bahamas, Barbados, Jamaica and Saint Lucia: a whole results framework; a draft that was never
 * approved and has no money; a strategy and plan without indicators; an extended plan with relative targets.
 */
export function fourPlanWorkbooks(): Promise<readonly PlanWorkbook[]> {
  return Promise.all(
    nationalPlans.map(async ({ country, profile, agency, agencyType }) => {
      const plan = planSheets.find((one) => one.country === country);
      if (plan === undefined) throw new RangeError('A country has no plan.');
      const manifest = plan.planted.map(({ sheet: name, header, row, code }) => {
        const index = plan.sheets.findIndex((sheet) => sheet.name === name);
        const place = header === undefined ? {} : { column: lettersOf(plan.sheets[index] as never, header) };
        return { code, sheet: index + 1, ...(row === undefined ? {} : { row }), ...place } as SheetMistake;
      });
      return {
        country,
        profile,
        fileName: `${profile}-plan.xlsx`,
        bytes: await packWorkbook(plan.sheets),
        mapping: {
          mapping: 'action-plan-workbook-1.0',
          country,
          agency,
          agencyType,
          profile,
          handling: {
            marking: 'public',
            purposes: ['planMonitoring', 'statistics'],
            legalBasis: 'publicInterest',
          },
        },
        manifest,
      };
    }),
  );
}
