// Procedures of identification and help as data. Their texts are behind the door `forms`.

import type { procedureIds } from './generated/procedures.js';

export {
  consentInterview,
  iloStrength,
  palermo,
  procedureIds,
  referralSteps,
  safety,
  screeningForm,
} from './generated/procedures.js';

/** Id of a procedure. */
export type ProcedureId = (typeof procedureIds)[number];
