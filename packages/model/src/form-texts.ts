import type { officerTextIds, victimTextIds } from './generated/form-text-ids.js';
import type { Language } from './labels.js';

/** Id of a text that the person who is asked hears or reads. */
export type VictimTextId = (typeof victimTextIds)[number];

/** Id of a text of a catalogue or a procedure: the id of its file, and the road to it in that file. */
export type FormTextId = VictimTextId | (typeof officerTextIds)[number];

/** Who hears or reads a text. */
export type Audience = 'victim' | 'officer';

/** The texts of one language. */
export interface FormTexts {
  readonly language: Language;
  /** By id, as far as somebody has translated them. */
  readonly texts: { readonly [Id in FormTextId]?: string };
  /** Texts that a person has read and approved. Every other text is unreviewed. */
  readonly reviewed: ReadonlySet<string>;
}

/** A text as it may be shown. */
export interface FormText {
  readonly text: string;
  /** The language it is in: English where an officer's text has not been translated. */
  readonly language: Language;
  readonly audience: Audience;
  /** False: show beside it that nobody has approved it. */
  readonly reviewed: boolean;
}
