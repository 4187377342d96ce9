/** The names in braces that a text takes facts for, each once, in order. A translation has those of the English. */
export function placeholders(text: string): string {
  return [...new Set(text.match(/\{[A-Za-z]+\}/g) ?? [])].sort().join(' ');
}
