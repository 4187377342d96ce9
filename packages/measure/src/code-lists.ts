import { codeLists } from '@ctdx/model/codes';

type ListName = keyof typeof codeLists;

/** The codes of a list in its own order, deprecated ones included: a record may still carry them. */
export function codesOf(list: ListName): string[] {
  return codeLists[list].codes.map(({ code }) => code);
}

/** The widest code of the list that holds this one: the code itself when nothing does. */
export function broadest(list: ListName, code: string): string {
  const wider = codeLists[list].codes.find((one) => one.code === code)?.broader;
  return wider === undefined ? code : broadest(list, wider);
}
