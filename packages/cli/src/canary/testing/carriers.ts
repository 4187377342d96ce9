type Json = Record<string, unknown>;

/** What may carry what somebody typed, and why. Everything else may not. */
export const carriers = {
  disclosureList: {
    what: 'the agencies and the legal facts in a pseudonymized record, and what a referral carries sealed',
    why: 'the disclosure lists let them out as they are: the recipient must know who sends, and under what',
    paths: [
      '/source/agency',
      '/from/agency',
      '/to/agency',
      '/agreement/ref',
      '/agreement/clause',
      '/sealed/keyId',
    ],
  },
  importedRecord: {
    what: 'the file of `import --out` and the copy of `--workbook`',
    why: 'they are the record itself, at the identified level, readable by its owner alone',
    paths: [],
  },
  heldRecord: {
    what: 'the record in answers of the feed and of /v1/records/{id}',
    why: 'handing it to whom it was sent is what the node is for',
    paths: [],
  },
  accessToken: {
    what: 'the access token in the answer to a token request',
    why: 'it names its own client, to that client',
    paths: ['/access_token'],
  },
  nodeIdentity: {
    what: 'id and audience of the node in capabilities and receipts, the clause in a refusal to its parties',
    why: 'a party of an agreement must know which node and which clause answered; the keeper of the node chose them to be told',
    paths: ['/node', '/token/audience', '/clause', '/verdicts/*/findings/*/facts/clause'],
  },
  releasePlan: {
    what: 'the plan in a release: names of dimensions, categories and tables',
    why: 'it is public and decided before anybody is counted',
    paths: [],
  },
  reportHead: {
    what: 'title, subtitle, day and coverage of a report',
    why: 'whoever publishes the page writes them for its readers',
    paths: [],
  },
} as const satisfies Record<string, { what: string; why: string; paths: readonly string[] }>;

export type Carrier = keyof typeof carriers;

const used = new Set<Carrier>();

/** Carriers that carried something in this run. */
export function carriersUsed(): ReadonlySet<Carrier> {
  return used;
}

/** Says that a carrier is passed by where it can't be taken out of an output. */
export function passBy(name: Carrier): void {
  used.add(name);
}

/** A copy of JSON without what the carrier may say. */
export function carry(name: Carrier, value: unknown): unknown {
  const copy = structuredClone(value);
  for (const path of carriers[name].paths) if (remove(copy, path.split('/').slice(1))) used.add(name);
  return copy;
}

function remove(value: unknown, [segment, ...rest]: readonly string[]): boolean {
  if (typeof value !== 'object' || value === null || segment === undefined) return false;
  if (segment === '*')
    return Object.values(value)
      .map((inner) => remove(inner, rest))
      .includes(true);
  if (!Object.hasOwn(value, segment)) return false;
  if (rest.length > 0) return remove((value as Json)[segment], rest);
  delete (value as Json)[segment];
  return true;
}
