// What the generated validators call. They test the common case in line and come here for the rest.
import type { ShapeError } from './shape.js';

export { hasDuplicates, isLongerThan, isShorterThan } from '@ctdx/model/formats';

/**
 * True for an object that is nothing but its own properties: `{}`, `Object.create(null)` or what JSON.parse made, also
 * in another realm. Anything else could say one thing to a check and another to whoever reads it later. Of such an
 * object `record.sex` is an own property or undefined, because no property of the standard has a name that every object
 * inherits and {@link isPristine} has seen that nobody added one.
 */
export function isPlain(value: object): boolean {
  const prototype = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null || isObjectPrototype(prototype);
}

/** The `Object.prototype` of another realm, such as a frame or a test runner's sandbox. */
function isObjectPrototype(prototype: object): boolean {
  return (
    Object.getPrototypeOf(prototype) === null &&
    Object.hasOwn(prototype, 'isPrototypeOf') &&
    Object.keys(prototype).length === 0
  );
}

/** True while nobody has given every object a property. */
export function isPristine(): boolean {
  for (const _name in Object.prototype) return false;
  return true;
}

/** A table of ASCII characters, for {@link isRun}. */
export function characterSet(characters: string): Uint8Array {
  const table = new Uint8Array(128);
  for (const character of characters) table[character.charCodeAt(0)] = 1;
  return table;
}

/** True when every character of `text` from `start` to before `end` is in the table. */
export function isRun(text: string, start: number, end: number, table: Uint8Array): boolean {
  for (let at = start; at < end; at += 1) {
    if (table[text.charCodeAt(at)] !== 1) return false;
  }
  return true;
}

/** A hostile file could hold millions of errors; nobody reads more than these, and `complete` says that there were more. */
export const mostErrors = 10_000;

/** Adds an error to the list of a validator. */
export function add(errors: ShapeError[] | null, error: ShapeError): ShapeError[] {
  if (errors === null) return [error];
  if (errors.length < mostErrors) errors.push(error);
  return errors;
}

/** Adds the errors of an inner object, with paths from the outer one. */
export function below(
  errors: ShapeError[] | null,
  path: string,
  inner: readonly ShapeError[] | null | undefined,
): ShapeError[] {
  const all = errors ?? [];
  for (const error of inner ?? []) {
    if (all.length < mostErrors) all.push({ ...error, instancePath: path + error.instancePath });
  }
  return all;
}
