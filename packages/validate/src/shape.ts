/** What a compiled validator says of one place, in the terms of JSON Schema. Never leaves this package. */
export interface ShapeError {
  /** RFC 6901 pointer to the place. May hold keys that somebody typed: see `maskPath`. */
  readonly instancePath: string;
  readonly keyword: string;
  readonly params: Readonly<Record<string, unknown>>;
  /** Set when the error is about the name of a property, not about its value. */
  readonly propertyName?: string;
}

/** A compiled validator: true when the shape is right, else the errors are on the function until its next call. */
export interface ShapeValidator {
  (record: unknown): boolean;
  errors?: readonly ShapeError[] | null;
}
