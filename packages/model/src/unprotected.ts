const mark: unique symbol = Symbol.for('@ctdx/model/unprotected') as never;

/**
 * An exact count of people. In a small state it is personal data, so it can't be written out by accident:
 * `JSON.stringify` and string conversion throw. Read it with {@link exact}, on purpose.
 */
export interface Unprotected<T> {
  readonly [mark]: () => T;
  /** Always throws: an exact count isn't published before it's released. */
  toJSON(): never;
}

const refuse = (): never => {
  throw new TypeError('An exact count is not written out: release it through disclosure control first.');
};

/** Wraps an exact count or a set of them. */
export function unprotected<T>(value: T): Unprotected<T> {
  const box = { toJSON: refuse, toString: refuse, [Symbol.toPrimitive]: refuse };
  Object.defineProperty(box, mark, { value: () => value, enumerable: false });
  return Object.freeze(box) as unknown as Unprotected<T>;
}

/** Reads what {@link unprotected} wrapped. Whoever calls this handles personal data. */
export function exact<T>(box: Unprotected<T>): T {
  if (!isUnprotected(box)) throw new TypeError('Not an unprotected count.');
  return box[mark]() as T;
}

/** True across two copies of this package. */
export function isUnprotected(value: unknown): value is Unprotected<unknown> {
  return typeof value === 'object' && value !== null && mark in value;
}
