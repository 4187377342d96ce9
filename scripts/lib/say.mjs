/** @param {number} started a Date.now() */
export function seconds(started) {
  return `${((Date.now() - started) / 1000).toFixed(1)} s`;
}

/** @param {string} message one that says what to do @returns {never} */
export function stop(message) {
  console.error(message.trimEnd());
  process.exit(1);
}
