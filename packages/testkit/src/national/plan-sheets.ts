import type { NationalPlan } from './countries.js';
import type { FilledSheet, SheetCell } from './sheets.js';

/** The workbook of one plan, and what was planted in it. */
export interface PlanSheets {
  readonly country: NationalPlan['country'];
  readonly sheets: readonly FilledSheet[];
  /** Sheet by name, row from 1, header (or letters of an unnamed column), and what must be found there. */
  readonly planted: readonly {
    readonly sheet: string;
    readonly row?: number;
    readonly header?: string;
    readonly code: string;
  }[];
}

/** A sheet from its headers and rows; a row may end early. */
function sheet(
  name: string,
  headers: readonly string[],
  ...rows: readonly (readonly SheetCell[])[]
): FilledSheet {
  return {
    name,
    headers,
    rows: rows.map((row) => Object.fromEntries(headers.map((header, index) => [header, row[index]]))),
  };
}

const day = (date: string): SheetCell => ({ date });

/** A whole results framework: outcomes with baseline, target and actual, and one that nobody can measure. */
const bahamas: PlanSheets = {
  country: 'BS',
  sheets: [
    sheet(
      'Plan',
      [
        'Plan no.',
        'Type of plan',
        'Title',
        'Languages',
        'Start',
        'End',
        'Fiscal year begins',
        'Legal basis',
        'Law',
        'Instrument',
      ],
      [
        'NAP-1',
        'Action plan',
        'Safe Islands: plan of action against trafficking in persons 2023 to 2026',
        'English',
        '2023-01',
        '2026-12',
        '07-01',
        'Statute',
        'BS-TIPPSA-2008',
        'Trafficking in Persons Act',
      ],
    ),
    sheet(
      'Formalization',
      ['Event', 'Date', 'Body', 'Instrument', 'Sources'],
      ['mandateGiven', '2021-11', 'Cabinet'],
      ['draftCompleted', '2022-08', 'Task force'],
      ['cabinetApproved', day('2022-12-06'), 'Cabinet', 'Decision 118', 'gazette'],
      ['launched', day('2023-02-14'), 'Task force'],
    ),
    sheet(
      'Parties',
      ['Id', 'Name', 'Kind of organisation', 'Role'],
      ['tf', 'National task force', 'Government', 'Coordinator'],
      ['police', 'Police unit', 'Government', 'Implementing'],
      ['labour', 'Labour inspectorate', 'Government', 'Implementing'],
      ['shelters', 'Network of shelters', 'National organisation of civil society', 'Partner'],
      ['treasury', 'Ministry of finance', 'Government', 'Funding'],
    ),
    sheet(
      'Pillars',
      ['Id', 'Common pillar', 'Own words'],
      ['p1', 'Prevention', 'Before it happens'],
      ['p2', 'Protection', 'Care for survivors'],
      ['p3', 'Prosecution', 'Holding traffickers to account'],
      ['p4', 'Partnership', 'Together'],
    ),
    sheet(
      'Objectives',
      ['Id', 'Pillar', 'Owner', 'Outcome', 'Result level', 'Indicators', 'Outcome status'],
      ['o1', 'p2', 'tf', 'Frontline officers recognise victims.', 'Outcome', 'i1', 'Partly reached'],
      ['o2', 'p1', 'labour', 'Workers from abroad know their rights.', 'Outcome', 'i2', 'Not measurable'],
      ['o3', 'p3', 'police', 'Cases are brought to court without delay.', 'Outcome', 'i3', 'Reached'],
      ['o4', 'p2', 'shelters', 'Every survivor is offered shelter.', 'Outcome', 'i4', 'Not assessed'],
    ),
    sheet(
      'Activities',
      [
        'Id',
        'Objectives',
        'Title',
        'Lead',
        'Partners',
        'Planned start',
        'Planned end',
        'Actual start',
        'Actual end',
        'Status',
        'Progress',
        'Comment of the desk',
      ],
      [
        'a1',
        'o1',
        'Train frontline officers in every district',
        'police',
        'shelters',
        '2023-03',
        '2024-12',
        '2023-04',
        '2025-02',
        'Closed',
        'Completed',
      ],
      [
        'a2',
        'o1',
        'Write one screening form for all agencies',
        'National task force',
        'police; labour',
        '2023-01',
        '2023-12',
        '2023-02',
        '2023-11',
        'Closed',
        'Completed',
        'sent round in May',
      ],
      [
        'a3',
        'o2',
        'Leaflets at ports of entry in four languages',
        'labour',
        undefined,
        '2023-06',
        '2025-06',
        '2024-01',
        undefined,
        'Under way',
        'Delayed',
      ],
      [
        'a4',
        'o3',
        'A prosecutor for every case from the first day',
        'Directorate of courts',
        undefined,
        '2024-01',
        '2026-12',
        '2024-02',
        undefined,
        'Under way',
        'On track',
      ],
      [
        'a5',
        'o4',
        'A second shelter, outside the capital',
        'shelters',
        'treasury',
        '2025-01',
        '2026-12',
        undefined,
        undefined,
        'Planned',
        'At risk',
      ],
    ),
    sheet(
      'Milestones',
      ['Activity', 'Title', 'Due on', 'Status', 'Met on'],
      ['a1', 'Course written', '2023-06', 'Met', '2023-07'],
      ['a5', 'Site chosen', '2026-06', 'Scheduled'],
    ),
    sheet(
      'Budget',
      [
        'Activity',
        'Fiscal year',
        'Planned',
        'Currency',
        'Spent',
        'Original or revised',
        'Source of funds',
        'Funder',
      ],
      [undefined, '2023/24', 180000, 'BSD', 171500, 'Original', 'National budget', 'treasury'],
      [undefined, '2024/25', 210000, 'BSD', 148000, 'Original', 'National budget', 'treasury'],
      [undefined, '2025/26', 320000, 'BSD', undefined, 'Revised', 'National budget', 'treasury'],
      ['a1', '2023/24', 60000, 'BSD', 58200, 'Original', 'National budget'],
      ['a3', '2024/25', '12,500', 'BSD', undefined, 'Original', 'Grant of a donor'],
    ),
    sheet(
      'Indicators',
      [
        'Id',
        'Common indicator',
        'Own words',
        'Result level',
        'Measure',
        'Unit',
        'Direction',
        'Counts persons',
        'Period of the baseline',
        'Baseline',
        'Status of the baseline',
        'Protection of the baseline',
      ],
      [
        'i1',
        undefined,
        'Staff who use the common form',
        'Outcome',
        'percentage',
        'percent',
        'ascending',
        'No',
        '2022',
        15,
      ],
      [
        'i2',
        undefined,
        'Workers who know whom to call',
        'Outcome',
        'percentage',
        'percent',
        'ascending',
        'No',
      ],
      [
        'i3',
        undefined,
        'Days from report to first hearing',
        'Outcome',
        'unit',
        'days',
        'descending',
        'No',
        '2022',
        410,
      ],
      [
        'i4',
        'VIC_DETECTED_N',
        undefined,
        'Outcome',
        'unit',
        'count',
        'none',
        'Yes',
        '2022',
        undefined,
        'Q',
        'suppressed',
      ],
    ),
    sheet(
      'Targets',
      ['Indicator', 'Id', 'Period', 'Expression', 'Value'],
      ['i1', 't1', '2025', 'absolute', 80],
      ['i3', 't1', '2025', 'absolute', 240],
    ),
    sheet(
      'Actuals',
      ['Indicator', 'Period', 'Value', 'Status', 'Target', 'Protection'],
      ['i1', '2025', 62, 'A', 't1'],
      ['i3', '2025', 225, 'A', 't1'],
      ['i4', '2023-01/2025-12', undefined, 'Q', undefined, 'suppressed'],
    ),
    sheet(
      'Risks',
      ['Risk', 'Likelihood', 'Impact', 'Mitigation', 'Owner'],
      ['Trained officers are moved to other posts.', 'High', 'Medium', 'Train in pairs.', 'police'],
    ),
    sheet('Sources', ['Id', 'Title', 'Verification'], ['gazette', 'Official gazette', 'Verified']),
  ],
  planted: [
    { sheet: 'Activities', row: 1, header: 'Comment of the desk', code: 'column-unknown' },
    { sheet: 'Activities', row: 5, header: 'Lead', code: 'reference-unknown' },
    { sheet: 'Budget', row: 6, header: 'Planned', code: 'amount-unreadable' },
  ],
};

/** A strategy and a plan in one document, with activities and money, and without a single indicator. */
const jamaica: PlanSheets = {
  country: 'JM',
  sheets: [
    sheet(
      'Plan',
      ['Plan no.', 'Type of plan', 'Title', 'Start', 'End', 'Fiscal year begins', 'Legal basis', 'Law'],
      [
        'JM-S',
        'Strategy and action plan',
        'National strategy and plan of action 2022 to 2027',
        '2022',
        '2027',
        '04-01',
        'Statute',
        'JM-TIPA-2007',
      ],
    ),
    sheet(
      'Formalization',
      ['Event', 'Date', 'Body'],
      ['consultationHeld', '2021-06', 'National task force'],
      ['implementationStarted', '2022-01', 'National task force'],
      ['cabinetApproved', day('2022-07-18'), 'Cabinet'],
    ),
    sheet(
      'Parties',
      ['Id', 'Name', 'Role'],
      ['tf', 'National task force', 'Coordinator'],
      ['police', 'Vice squad', 'Implementing'],
      ['rap', 'National rapporteur', 'nationalRapporteur'],
    ),
    sheet(
      'Pillars',
      ['Id', 'Common pillar', 'Own words'],
      ['1', 'Prevention', 'Public education'],
      ['2', 'Identification', 'Finding those who are hidden'],
      ['3', 'Prosecution', 'Justice'],
      ['4', 'Monitoring and evaluation', 'Learning'],
    ),
    sheet(
      'Objectives',
      ['Id', 'Pillar', 'Outcome', 'Outcome status'],
      ['1.1', '1', 'School leavers can tell a false offer of work.', 'Not assessed'],
      ['2.1', '2', 'Victims are found at workplaces as well.', 'Not measurable'],
      ['3.1', '3', 'Cases end within two years.', 'Not yet due'],
    ),
    sheet(
      'Activities',
      ['Id', 'Objectives', 'Title', 'Lead', 'Planned start', 'Planned end', 'Status', 'Progress'],
      ['1.1.1', '1.1', 'Lessons in the last school year', 'tf', '2022', '2024', 'Under way', 'On track'],
      ['1.1.2', '1.1', 'Radio series', 'tf', '2023', '2023', 'Cancelled', 'Discontinued'],
      ['2.1.1', '2.1', 'Joint workplace visits', 'police', '2022-10', '2026', 'Being done', 'On track'],
      ['3.1.1', '3.1', 'Training of judges', 'tf', '2024', '2025', 'Planned', 'Not started'],
    ),
    sheet(
      'Budget',
      ['Fiscal year', 'Planned', 'Currency', 'Spent', 'Source of funds'],
      ['2022/23', 24000000, 'JMD', 19500000, 'National budget'],
      ['2023/24', 26500000, 'JMD', undefined, 'National budget'],
      ['2023/24', 90000, 'USD', 90000, 'International organisation'],
    ),
  ],
  planted: [{ sheet: 'Activities', row: 4, header: 'Status', code: 'value-unlisted' }],
};

/** A draft that was never approved and has no money, and of which a part is done all the same. */
const barbados: PlanSheets = {
  country: 'BB',
  sheets: [
    sheet(
      'Plan',
      ['Plan no.', 'Type of plan', 'Title', 'Start', 'End', 'Legal basis'],
      ['BB-D', 'Action plan', 'Draft plan of action 2020 to 2023', '2020', '2023', 'None'],
    ),
    sheet(
      'Formalization',
      ['Event', 'Date', 'Body', 'Note'],
      ['draftingStarted', '2019-03', 'Task force'],
      ['draftCompleted', '2019-11', 'Task force', 'Not sent to Cabinet.'],
    ),
    sheet(
      'Pillars',
      ['Id', 'Common pillar', 'Own words'],
      ['p', 'Prevention', 'Awareness'],
      ['q', 'Protection', 'Help'],
    ),
    sheet(
      'Objectives',
      ['Id', 'Pillar', 'Outcome', 'Outcome status'],
      ['o', 'p', 'The public knows the hotline.', 'Not measurable'],
      ['o2', 'q', 'Victims are housed safely.', 'Not measurable'],
    ),
    sheet(
      'Activities',
      ['Id', 'Objectives', 'Title', 'Progress', 'Actual end'],
      ['1', 'o', 'Posters of the hotline number', 'Completed', '2021-09'],
      ['2', 'o2', 'Agreement with a guest house', 'Not started'],
      ['3', 'o2', undefined, 'Not started'],
    ),
    sheet('Diary', ['When', 'What'], ['May', 'talked to the ministry']),
  ],
  planted: [
    { sheet: 'Activities', row: 4, header: 'Title', code: 'cell-missing' },
    { sheet: 'Diary', code: 'sheet-unknown' },
  ],
};

/** A plan that was extended once, with targets against the baseline. */
const saintLucia: PlanSheets = {
  country: 'LC',
  sheets: [
    sheet(
      'Plan',
      [
        'Plan no.',
        'Type of plan',
        'Title',
        'Start',
        'End',
        'Original end',
        'Fiscal year begins',
        'Legal basis',
        'Law',
      ],
      [
        'LC-2',
        'Action plan',
        'Plan of action 2021 to 2025, extended',
        '2021-01',
        '2025-12',
        '2023-12',
        '04-01',
        'Statute',
        'LC-CTA-2010',
      ],
    ),
    sheet(
      'Formalization',
      ['Event', 'Date', 'Body'],
      ['cabinetApproved', '2020-12', 'Cabinet'],
      ['gazetted', '03/02/2021', 'Government printer'],
      ['extended', '2023-10', 'Cabinet'],
    ),
    sheet(
      'Parties',
      ['Id', 'Name', 'Role'],
      ['tf', 'Task force', 'Coordinator'],
      ['donor', 'Regional fund', 'Funding'],
    ),
    sheet(
      'Pillars',
      ['Id', 'Common pillar', 'Own words'],
      ['p1', 'Prevention', 'Awareness and training'],
      ['p2', 'Partnership', 'Working with neighbours'],
      ['p3', 'Other', 'The sea'],
    ),
    sheet(
      'Objectives',
      ['Id', 'Pillar', 'Outcome', 'Indicators', 'Outcome status'],
      ['o1', 'p1', 'More workplaces are inspected.', 'i1', 'Reached'],
      ['o2', 'p2', 'Requests from neighbours are answered sooner.', 'i2', 'Not reached'],
      ['o3', 'p3', 'Boats are looked at.', undefined, 'Not measurable'],
    ),
    sheet(
      'Activities',
      ['Id', 'Objectives', 'Title', 'Lead', 'Status', 'Progress', 'Actual end'],
      ['a1', 'o1', 'Inspect workplaces together', 'tf', 'Closed', 'Completed', '2025-06'],
      ['a2', 'o2', 'A contact point for neighbours', 'tf', 'Under way', 'Delayed'],
      ['a3', 'o3', 'Joint patrols', 'tf', 'Suspended', 'At risk'],
    ),
    sheet(
      'Budget',
      ['Fiscal year', 'Planned', 'Currency', 'Spent', 'Source of funds', 'Funder'],
      ['2021/22', 80000, 'XCD', 64000, 'Grant of a donor', 'donor'],
      ['2022/23', 80000, 'XCD', 80000, 'Grant of a donor', 'donor'],
      ['2024/25', 45000, 'XCD', undefined, 'National budget'],
    ),
    sheet(
      'Indicators',
      [
        'Id',
        'Own words',
        'Result level',
        'Measure',
        'Unit',
        'Direction',
        'Counts persons',
        'Period of the baseline',
        'Baseline',
      ],
      ['i1', 'Workplaces inspected in a year', 'Outcome', 'unit', 'count', 'ascending', 'No', '2020', 20],
      ['i2', 'Days until a request is answered', 'Outcome', 'unit', 'days', 'descending', 'No', '2020', 40],
    ),
    sheet(
      'Targets',
      ['Indicator', 'Id', 'Period', 'Expression', 'Value'],
      ['i1', 't1', '2025', 'relativeChange', 100],
      ['i2', 't1', '2025', 'relativeChange', -50],
      ['i2', 't2', 'Year 2', 'relativeChange', -25],
    ),
    sheet(
      'Actuals',
      ['Indicator', 'Period', 'Value', 'Target'],
      ['i1', '2025', 46, 't1'],
      ['i2', '2025', 33, 't1'],
    ),
  ],
  planted: [
    { sheet: 'Formalization', row: 3, header: 'Date', code: 'date-ambiguous' },
    { sheet: 'Targets', row: 4, header: 'Period', code: 'period-unreadable' },
  ],
};

/** The plans of the four countries, each of another shape. Every fact is invented. */
export const planSheets: readonly PlanSheets[] = [bahamas, barbados, jamaica, saintLucia];
