import { type Checked, newestVersion } from '@ctdx/model';
import { indicatorIds } from '@ctdx/model/catalogues';
import type { Revision } from '../ids.js';
import type { Layout } from './layout.js';
import type { HandlingWishes } from './options.js';

type Json = Record<string, unknown>;

/** What every record of one import has in common. */
export interface FrameFacts {
  readonly source: { readonly country: string; readonly agency: string; readonly agencyType: string };
  readonly profile: string | undefined;
  readonly synthetic: boolean;
  readonly handling: HandlingWishes;
  /** True where the agency's own number stands for a person. */
  readonly format: 'nationalWorkbook';
}

/** What a type of record needs around the content of its rows. */
export interface Frame {
  /** Whether the record has a place for text that no code fits. */
  readonly keepsText: boolean;
  /** Completes the content before its revision is known. */
  complete(content: Json, facts: FrameFacts): Json;
  /** What depends on the day of issue. */
  issue(revision: Revision, facts: FrameFacts): Json;
  check(): Promise<(record: unknown) => Checked<unknown>>;
}

/** Version of the code lists that imported codes are taken from. */
const codeListVersion = '1.0';

/** Ten years let a screening outlast the proceedings and appeals that may follow it. */
const retainYears = 10;

/** How the rows of each type of record become records. */
export const frames: { readonly [Type in Layout['record']]: Frame } = {
  screening: {
    keepsText: true,
    complete(content, { source, profile, synthetic, format }) {
      const { answers, age, result, screenedBy, subject } = content as Record<string, Json | undefined>;
      const { state, ...rest } = (age ?? {}) as Json;
      const knownAge = state === undefined && Object.keys(rest).every((key) => key === 'referencePoint');
      const catalogues = answers === undefined ? [] : cataloguesOf(answers as unknown as Answers);
      return {
        ...head('screening', source, profile),
        provenance: { ...(synthetic ? { synthetic: true } : {}), format },
        ...without(content, knownAge ? ['age'] : []),
        screenedBy: { ...source, ...screenedBy },
        ...(catalogues.length > 0 ? { catalogues } : {}),
        ...(result === undefined ? {} : { result: { ...result, caveats: caveatsOf(state) } }),
        deduplicated: subject === undefined ? 'unknown' : 'agency',
      };
    },
    issue: ({ revision, issuedAt }, { handling }) => ({
      revision,
      issuedAt,
      handling: {
        level: 'identified',
        marking: handling.marking ?? 'restricted',
        purposes: [...(handling.purposes ?? ['assistance', 'statistics'])],
        legalBasis: handling.legalBasis ?? 'counterTraffickingLaw',
        retainUntil: yearsAfter(issuedAt, handling.retainYears ?? retainYears),
      },
    }),
    check: async () => (await import('@ctdx/validate/screening-identified')).check,
  },
  'action-plan': {
    keepsText: false,
    complete(content, { source, profile, synthetic }) {
      return {
        ...head('action-plan', source, profile),
        ...(synthetic ? { provenance: { synthetic: true } } : {}),
        ...('country' in content || 'jurisdictions' in content ? {} : { country: source.country }),
        ...content,
      };
    },
    issue: ({ revision, issuedAt }, { handling }) => ({
      revision,
      issuedAt: issuedAt.slice(0, 10),
      handling: {
        level: 'aggregate',
        marking: handling.marking ?? 'internal',
        purposes: [...(handling.purposes ?? ['planMonitoring'])],
        legalBasis: handling.legalBasis ?? 'publicInterest',
      },
    }),
    check: async () => (await import('@ctdx/validate/action-plan-aggregate')).check,
  },
};

function head(type: Layout['record'], source: FrameFacts['source'], profile: string | undefined): Json {
  return {
    type,
    schemaVersion: newestVersion,
    source,
    codeListVersion,
    ...(profile === undefined ? {} : { profile }),
  };
}

type Answers = readonly { readonly indicator: string }[];

/** The catalogues whose indicators were answered. */
function cataloguesOf(answers: Answers): Json[] {
  return Object.entries(indicatorIds)
    .filter(([, ids]) => answers.some(({ indicator }) => (ids as readonly string[]).includes(indicator)))
    .map(([catalogue]) => ({ catalogue, version: '1.0' }));
}

/** What must be said beside a proposal, whoever made it. */
function caveatsOf(state: unknown): string[] {
  const ofAge = ({ notRecorded: ['ageNotRecorded'], disputed: ['ageProvisional'] } as const)[String(state)];
  return ['proposalOnly', ...(ofAge ?? [])];
}

function without(content: Json, keys: readonly string[]): Json {
  return Object.fromEntries(Object.entries(content).filter(([key]) => !keys.includes(key)));
}

function yearsAfter(issuedAt: string, years: number): string {
  const date = `${Number(issuedAt.slice(0, 4)) + years}${issuedAt.slice(4, 10)}`;
  return date.endsWith('-02-29') ? date.replace('-02-29', '-02-28') : date;
}
