import type { CountingUnitCode, DimensionCode, FlowTypeCode, IndicatorUnitCode } from './generated/codes.js';
import type { Verification } from './profile.js';

/** How strong a sign is in a set; `notInList` when the set is said to lack it, `null` when nobody has filled it in. */
export type Strength = 'strong' | 'medium' | 'weak' | 'notInList' | null;

/** Strength of a sign in one set, and how that is known. */
export interface SignStrength {
  readonly strength: Strength;
  readonly verification: Verification;
  /** What the other statement says, where two differ. A result that hangs on it is open. */
  readonly alternative?: Exclude<Strength, null>;
}

/** An element of trafficking that a sign speaks for, and how that is known. */
export interface ElementOf {
  readonly code: 'act' | 'means' | 'purpose' | 'context';
  readonly verification: Verification;
}

/** What every entry of a catalogue says of itself. */
interface Entry<Id extends string> {
  readonly id: Id;
  /** How the entry is known. Show it wherever the entry is used. */
  readonly verification: Verification;
  readonly deprecatedOn?: string;
  readonly replacedBy?: string;
}

/** A sign of trafficking. Its texts are in `@ctdx/model/forms`. */
export interface Sign<Id extends string = string> extends Entry<Id> {
  readonly dimension?: string;
  readonly list?: string;
  readonly about?: 'person' | 'situation';
  /** True when it is asked for, false when it is seen. Yes always means that the sign is there. */
  readonly asked: boolean;
  readonly element: ElementOf;
  /** How hard it is to be asked; the hardest come last. */
  readonly sensitivity: 'low' | 'medium' | 'high';
  readonly sets?: Readonly<Record<string, SignStrength>>;
  /** Ids of sources of the catalogue. */
  readonly sources?: readonly string[];
}

/** A group of people for whom the signs have strengths. */
export interface SignSet {
  readonly id: string;
  readonly age: 'adult' | 'child';
  readonly exploitation: 'labour' | 'sexual';
  /** An empty set is never scored. */
  readonly state: 'filled' | 'empty';
  readonly verification: Verification;
  readonly source: string;
}

/** A place where entries were read. */
export interface CatalogueSource {
  readonly id: string;
  readonly name: string;
  readonly url?: string;
  readonly verification: Verification;
}

interface Catalogue {
  readonly id: string;
  /** `null` until somebody holds the document. */
  readonly version: string | null;
  readonly source: { readonly name: string; readonly url?: string; readonly licence?: string };
  readonly verification: Verification;
  /** What the keeper of the standard still has to find out; no entries: the whole catalogue. */
  readonly openPoints: readonly { readonly id: string; readonly entries: readonly string[] }[];
}

/** Signs that help to identify a victim. */
export interface IdentificationCatalogue<Id extends string = string> extends Catalogue {
  readonly kind: 'identification';
  readonly version: string;
  readonly sources: readonly CatalogueSource[];
  readonly dimensions?: readonly {
    readonly id: string;
    readonly element: ElementOf;
    readonly verification: Verification;
  }[];
  readonly sets?: readonly SignSet[];
  readonly lists?: readonly { readonly id: string }[];
  readonly entries: readonly Sign<Id>[];
}

type Texts = Readonly<Record<'en', string>>;

/** One part of a share or rate. */
export interface FigurePart {
  /** Another indicator. */
  readonly indicator?: string;
  readonly text?: Texts;
}

/** How a figure is counted. */
export interface Figure extends Entry<string> {
  readonly label: Texts;
  readonly definition: Texts;
  readonly theme: 'protection' | 'prosecution' | 'prevention' | 'governance';
  readonly unit: IndicatorUnitCode;
  readonly countingUnit: CountingUnitCode;
  readonly countingRule: Texts;
  readonly numerator?: FigurePart;
  readonly denominator?: FigurePart;
  readonly disaggregations: readonly DimensionCode[];
  readonly flow: FlowTypeCode;
  readonly level: 'input' | 'output' | 'outcome' | 'impact';
  /** The direction that is good. Without it a rise is neither good nor bad. */
  readonly better?: 'up' | 'down';
  /** How figures of several countries or periods become one. */
  readonly rollUp: 'sum' | 'sumOneCurrency' | 'recompute' | 'stock' | 'none';
  readonly sources: readonly string[];
  readonly note?: Texts;
}

/** Figures that countries exchange. */
export interface StatisticalCatalogue extends Catalogue {
  readonly kind: 'statistical';
  readonly version: string;
  readonly codeList: string;
  readonly entries: readonly Figure[];
}

/** An empty place for a classification. A code of it is answered with "not checked". */
export interface SlotCatalogue extends Catalogue {
  readonly kind: 'slot';
  readonly scheme: string;
  readonly adopted?: number;
  readonly sources: readonly CatalogueSource[];
  readonly levels: Readonly<
    Record<string, readonly { readonly code: string; readonly verification: Verification }[]>
  >;
}
