// The shape of each record for zod 4: types, bounds and code lists, no cross-field rules. `@ctdx/validate` checks both.
export {
  aggregateIndicatorShape,
  aggregateParcelShape,
  caseShape,
  identifiedCaseShape,
  identifiedParcelShape,
  indicatorShape,
  parcelShape,
  pseudonymizedCaseShape,
  pseudonymizedIndicatorShape,
  pseudonymizedParcelShape,
} from './generated/zod.js';
