// Count
export { measure } from './measure.js';
export { toRows } from './rows.js';
export type { Figure, Measurement, MeasureOptions } from './measure.js';
export type { PersonRow, PersonRows, RowOptions } from './rows.js';
export type { Uncounted } from './uncounted.js';
export type { Coverage } from './coverage.js';

// Count who was screened
export { measureScreened, screenedCategories, toScreenedRows } from './screened.js';
export type {
  AnyScreening,
  ScreenedFigure,
  ScreenedOptions,
  ScreenedRow,
  ScreenedRows,
  Screenings,
} from './screened.js';

// Say over what
export { calendarYears, periodBetween, yearsFrom } from './periods.js';
export { dimensions } from './dimensions.js';
export type { CountingPeriod } from './periods.js';
export type { Dimension, DimensionName } from './dimensions.js';

// Say what is counted
export { definitions, indicatorNames } from './definitions.js';
export { statusBases } from './status-bases.js';
export type { Definition, IndicatorName } from './definitions.js';
export type { StatusBasis } from './status-bases.js';

// Add up and hand on
export { addUp } from './totals.js';
export { fromIndicators } from './from-indicators.js';
export { toIndicators } from './to-indicators.js';
export type { Total, TotalRefusal, Totals } from './totals.js';
export type { ReadFigures } from './from-indicators.js';
export type { IndicatorHeader } from './to-indicators.js';

// Cases in
export type { AnyCase, Cases } from './any-case.js';
