import type { ActionPlan } from '@ctdx/model';

/** A public plan for the tests of the report: by hand, and invented. */
export function inventedPlan(change: Partial<ActionPlan> = {}): ActionPlan {
  return {
    type: 'action-plan',
    schemaVersion: '1.0',
    id: '0f5c1b2a-7d3e-4c44-8a0b-5e6f7a8b9c0d',
    revision: 1,
    issuedAt: '2026-06-30',
    source: { country: 'LC', agency: 'lc-task-force', agencyType: 'nationalCoordination' },
    handling: {
      level: 'aggregate',
      marking: 'public',
      purposes: ['planMonitoring'],
      legalBasis: 'publicInterest',
    },
    codeListVersion: '1.0',
    provenance: { synthetic: true },
    planType: 'strategyAndPlan',
    title: 'Plan <of> action',
    country: 'LC',
    period: { start: { value: '2023', precision: 'year' }, end: { value: '2026', precision: 'year' } },
    formalization: [
      { type: 'implementationStarted', date: { value: '2023-01', precision: 'month' } },
      { type: 'cabinetApproved', date: { value: '2023-04-02', precision: 'day' }, body: 'Cabinet' },
    ],
    pillars: [{ id: 'p1', pillar: 'protection', label: 'Care for survivors' }],
    objectives: [
      {
        id: 'o1',
        outcomeStatement: 'Officers know the form.',
        indicatorUses: ['i1'],
        outcomeStatus: 'partlyReached',
      },
      { id: 'o2', outcomeStatement: 'Workers know their rights.', outcomeStatus: 'reached' },
    ],
    activities: [
      {
        id: 'a1',
        title: 'Train',
        progress: 'completed',
        status: 'closed',
        budget: [{ fiscalYear: '2024', amount: { amount: 7, currency: 'XCD' } }],
      },
      { id: 'a2', title: 'Print', progress: 'delayed' },
    ],
    budget: [
      {
        fiscalYear: '2024',
        amount: { amount: 125000, currency: 'XCD' },
        executed: { amount: 98000, currency: 'XCD' },
      },
      { fiscalYear: '2024', amount: { amount: 5000, currency: 'XCD' } },
      { fiscalYear: '2024', amount: { amount: 300, currency: 'USD' } },
    ],
    indicatorUses: [
      {
        id: 'i1',
        label: 'Officers who use it',
        unit: 'percent',
        polarity: 'ascending',
        countsPersons: false,
        baseline: { value: 20 },
        targets: [
          { id: 't1', expression: 'absolute', value: 80 },
          { id: 't2', expression: 'relativeChange', value: 100 },
        ],
        actuals: [{ period: { start: '2025-01', end: '2025-12' }, value: 64, target: 't1' }],
      },
      {
        id: 'i2',
        definition: { id: 'VIC_DETECTED_N', version: '1.0' },
        countsPersons: true,
        baseline: { value: 83, protection: 'rounded' },
        actuals: [{ period: { start: '2024-01', end: '2024-12' }, value: 9191 }],
      },
      {
        id: 'i3',
        label: 'Survivors housed',
        unit: 'count',
        actuals: [{ period: { start: '2024-01', end: '2024-12' }, value: 9797 }],
      },
    ],
    ...change,
  };
}
