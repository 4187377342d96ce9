// Catalogues of indicators as data, and the types of answers to them. Their texts are behind the door `forms`.

import type { IdentificationCatalogue, Sign } from './catalogue.js';
import {
  type catalogueIds,
  ilo2009,
  iloForcedLabour,
  type indicatorIds,
  type setIndicatorIds,
  unodc,
} from './generated/catalogues.js';
import type { FindingValueCode } from './generated/codes.js';

export type {
  CatalogueSource,
  ElementOf,
  Figure,
  FigurePart,
  IdentificationCatalogue,
  Sign,
  SignSet,
  SignStrength,
  SlotCatalogue,
  StatisticalCatalogue,
  Strength,
} from './catalogue.js';
export {
  catalogueIds,
  icTip,
  ilo2009,
  iloForcedLabour,
  indicatorIds,
  setIndicatorIds,
  statistical,
  unodc,
} from './generated/catalogues.js';
export type { Verification } from './profile.js';

/** Id of a catalogue. */
export type CatalogueId = (typeof catalogueIds)[number];

/** Id of a catalogue of signs. */
export type IdentificationCatalogueId = keyof typeof indicatorIds;

/** Id of a sign of one catalogue, or of any. */
export type Indicator<C extends IdentificationCatalogueId = IdentificationCatalogueId> =
  (typeof indicatorIds)[C][number];

/** Id of a set that gives signs a strength. */
export type IndicatorSet = keyof typeof setIndicatorIds;

/** Id of a sign that a set holds. */
export type SetIndicator<S extends IndicatorSet> = (typeof setIndicatorIds)[S][number];

/** Answers to the signs of one catalogue. A sign without an answer was not asked. */
export type Answers<C extends IdentificationCatalogueId> = {
  readonly [Id in Indicator<C>]?: FindingValueCode;
};

/** Answers to the signs that a set holds. */
export type SetAnswers<S extends IndicatorSet> = { readonly [Id in SetIndicator<S>]?: FindingValueCode };

/** The catalogues of signs by id. */
export const identificationCatalogues: {
  readonly [C in IdentificationCatalogueId]: IdentificationCatalogue<Indicator<C>>;
} = { 'ilo-2009': ilo2009, 'ilo-forced-labour': iloForcedLabour, unodc };

/**
 * A sign by its id, with how it is known; nothing when no catalogue holds it, which an open list allows.
 * @example signOf('ilo.avr.13')?.verification // 'conflicting'
 */
export function signOf(id: string): Sign<Indicator> | undefined {
  return signs().get(id);
}

let known: ReadonlyMap<string, Sign<Indicator>> | undefined;

function signs(): ReadonlyMap<string, Sign<Indicator>> {
  known ??= new Map(
    Object.values(identificationCatalogues).flatMap(({ entries }) =>
      entries.map((entry) => [entry.id, entry]),
    ),
  );
  return known;
}
