/**
 * Reads an address that somebody configured.
 * @throws {TypeError} naming the option and nothing of the address: the platform's own error carries it whole, and it
 * may hold a password
 */
export function addressOf(text: string, option: string): URL {
  const address = URL.canParse(text) ? new URL(text) : undefined;
  if (address === undefined) throw new TypeError(`${option} is not an address`);
  if (address.username !== '' || address.password !== '') {
    throw new TypeError(`${option} must not hold a user or a password`);
  }
  return address;
}
