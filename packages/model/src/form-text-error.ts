import type { FormTextId } from './form-texts.js';

const mark: unique symbol = Symbol.for('@ctdx/model/form-text-error') as never;

/** Why a text is not given. */
export type FormTextRefusal = 'UNREVIEWED_TEXT' | 'NOT_TRANSLATED' | 'UNKNOWN_LANGUAGE';

/** A text that must not be shown. It names the text and the language, and nothing else. */
export class FormTextError extends Error {
  readonly [mark] = true;
  readonly code: FormTextRefusal;
  /** Absent for an unknown language. */
  readonly id?: FormTextId;
  /** Absent when what was given is not the form of a language tag. */
  readonly language?: string;

  constructor(code: FormTextRefusal, { id, language }: { id?: FormTextId; language?: string }) {
    super(sentences[code]([id, language].filter((part) => part !== undefined).join(' in ')));
    this.name = 'FormTextError';
    this.code = code;
    if (id !== undefined) this.id = id;
    if (language !== undefined) this.language = language;
  }

  /** True across two copies of this package; `instanceof` is not. */
  static is(value: unknown): value is FormTextError {
    return value instanceof Error && mark in value;
  }
}

const sentences: Record<FormTextRefusal, (what: string) => string> = {
  UNREVIEWED_TEXT: (what) => `Nobody has approved ${what} for a victim's eyes`,
  NOT_TRANSLATED: (what) => `Nobody has translated ${what}`,
  UNKNOWN_LANGUAGE: (what) =>
    what === '' ? 'There are no texts in that language' : `There are no texts in ${what}`,
};
