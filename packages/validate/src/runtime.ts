// What the generated validators call. They test the common case in line and come here for the rest.
export { hasDuplicates, isLongerThan, isShorterThan } from '@ctdx/model/formats';

/**
 * True for an object that is nothing but its own properties: `{}`, `Object.create(null)` or what JSON.parse made, also
 * in another realm. Anything else could say one thing to a check and another to whoever reads it later.
 */
export function isPlain(value: object): boolean {
  const prototype = Object.getPrototypeOf(value);
  if (prototype === Object.prototype || prototype === null) return true;
  return (
    Object.getPrototypeOf(prototype) === null &&
    Object.hasOwn(prototype, 'isPrototypeOf') &&
    Object.keys(prototype).length === 0
  );
}
