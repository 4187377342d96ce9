import { readCodeLists } from '../schema/code-lists.js';
import type { Json, SourceFile, Sources } from '../sources.js';
import { formProblems } from './procedure-form.js';
import { stepProblems } from './procedure-steps.js';
import { codesOf, exactly, isSurer, lookIn, twice } from './references.js';

/** Procedures name codes, sources and catalogue entries that exist, and leave none out that they speak about. */
export function procedureProblems(sources: Sources): string[] {
  const all = sources.procedures.flatMap((file) => [
    ...shared(file),
    ...kinds[file.json.kind as keyof typeof kinds](file, sources),
  ]);
  return [...all, ...vectorProblems(sources)];
}

const kinds = {
  strengthRule: strengthProblems,
  elementRule: elementProblems,
  steps: stepProblems,
  safety: safetyProblems,
  interview: interviewProblems,
  form: formProblems,
} as const satisfies Record<string, (file: SourceFile, sources: Sources) => readonly string[]>;

/** Every statement names a source of its file and is no surer than that, and no id stands twice in one array. */
function shared({ path, json }: SourceFile): string[] {
  const known = new Map<string, string>(json.sources.map((one: Json) => [one.id, one.verification]));
  const problems = path === `procedures/${json.id}.json` ? [] : [`${path}: is named ${json.id}`];
  const walk = (node: Json): void => {
    if (typeof node !== 'object' || node === null) return;
    if (Array.isArray(node)) {
      const ids = node.flatMap((item) => item?.id ?? []);
      problems.push(...twice(ids).map((id) => `${path}: ${id} stands twice`));
    } else if (typeof node.source === 'string') {
      const source = known.get(node.source);
      if (source === undefined) problems.push(`${path}: ${node.source} is no source`);
      else if (isSurer(node.verification, source))
        problems.push(`${path}: what is read in ${node.source} is said to be ${node.verification}`);
    }
    Object.values(node).forEach(walk);
  };
  walk(json);
  return problems;
}

function strengthProblems({ path, json }: SourceFile, sources: Sources): string[] {
  const caveats = codesOf(readCodeLists(sources), 'result-caveat');
  const catalogue = sources.catalogues.find((one) => one.json.id === json.catalogue)?.json;
  const { bySet, emptySet, always } = json.scoring;
  const said = [...bySet, emptySet, json.disputed, json.unanswered].flatMap(
    ({ caveat }: Json) => caveat ?? [],
  );
  const dimensions: string[] = (catalogue?.dimensions ?? []).map(({ id }: Json) => id);
  const profiled = json.classProfiles.flatMap(({ classes }: Json) =>
    classes.flatMap(({ positive, negative }: Json) => [...positive.flat(), ...negative]),
  );
  return [
    ...exactly(path, `dimension of ${json.catalogue}`, json.dimensions, dimensions),
    ...lookIn(path)('dimension', profiled, dimensions),
    ...lookIn(path)('code of result-caveat', [...said, ...always], caveats),
    ...exactly(
      path,
      'verification',
      bySet.map(({ verification }: Json) => verification),
      codesOf(readCodeLists(sources), 'verification'),
    ),
  ];
}

function elementProblems({ path, json }: SourceFile, sources: Sources): string[] {
  const lists = readCodeLists(sources);
  const look = lookIn(path);
  const rows: Json[] = json.ages;
  const states = rows.flatMap(({ when }) => when.states);
  const caveats = [...json.caveats, ...rows.flatMap((row) => row.caveats)];
  return [
    ...look('code of age-state', states, codesOf(lists, 'age-state')),
    ...codesOf(lists, 'age-state')
      .filter((state) => !states.includes(state))
      .map((state) => `${path}: nothing is said about ages that are ${state}`),
    ...look(
      'code of age-reference-point',
      rows.flatMap(({ when }) => when.at ?? []),
      codesOf(lists, 'age-reference-point'),
    ),
    ...look('code of result-caveat', caveats, codesOf(lists, 'result-caveat')),
    ...look(
      'row of ages',
      [json.otherAges],
      rows.map(({ id }) => id),
    ),
    ...exactly(
      path,
      'code of screening-proposal',
      json.proposals.map(({ id }: Json) => id),
      codesOf(lists, 'screening-proposal'),
    ),
    ...exactly(
      path,
      'code of palermo-element',
      json.elements.map(({ id }: Json) => id),
      codesOf(lists, 'palermo-element'),
    ),
  ];
}

function safetyProblems({ path, json }: SourceFile, sources: Sources): string[] {
  const lists = readCodeLists(sources);
  const flags: Json[] = json.flags;
  return [
    ...exactly(
      path,
      'code of safety-flag',
      flags.map(({ id }) => id),
      codesOf(lists, 'safety-flag'),
    ),
    ...lookIn(path)(
      'code of next-step',
      flags.flatMap(({ asksFor }) => asksFor),
      codesOf(lists, 'next-step'),
    ),
    ...lookIn(path)(
      'code of urgency',
      flags.map(({ urgency }) => urgency),
      codesOf(lists, 'urgency'),
    ),
  ];
}

/** The items are the answers that a record of consent has. */
function interviewProblems({ path, json }: SourceFile, sources: Sources): string[] {
  const common = sources.records.find((file) => file.path === 'records/common.schema.json')?.json;
  const answers = Object.keys(common?.$defs.consent.properties.interview.properties ?? {});
  return exactly(
    path,
    'answer of the interview',
    json.items.map(({ id }: Json) => id),
    answers,
  );
}

/** The vectors of a procedure are about one that exists, in its present version. */
function vectorProblems(sources: Sources): string[] {
  const versions = new Map(sources.procedures.map(({ json }) => [json.id as string, json.version as string]));
  const vectors = sources.conformance.filter(({ path }) => path.startsWith('conformance/procedures/'));
  return vectors.flatMap(({ path, json }) => [
    ...(path.startsWith(`conformance/procedures/${json.procedure}/`)
      ? []
      : [`${path}: is about ${json.procedure}`]),
    ...(versions.get(json.procedure) === json.version
      ? []
      : [`${path}: there is no ${json.procedure} ${json.version}`]),
  ]);
}
