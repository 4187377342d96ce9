import {
  type Finding,
  type FindingCode,
  type FindingFacts,
  findingSeverities,
  type Position,
} from '@ctdx/model';

/** Makes a finding with the severity that goes with its code. */
export function makeFinding<C extends FindingCode>(
  code: C,
  path: string,
  at: Position,
  facts?: FindingFacts[C],
): Finding {
  const made = { code, severity: findingSeverities[code], path, ...at };
  return facts === undefined ? made : { ...made, facts };
}
