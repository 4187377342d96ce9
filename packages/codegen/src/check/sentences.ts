import { sourceAt } from '../source-at.js';
import type { Sources } from '../sources.js';

/** Every language has sentences for every finding, and for nothing else. */
export function sentenceProblems(sources: Sources): string[] {
  const codes = Object.keys(sourceAt(sources.messages, 'messages/findings.json').codes);
  return sources.messages
    .filter(({ json }) => json.language !== undefined)
    .flatMap(({ path, json }) => {
      const said = Object.keys(json.findings);
      return [
        ...codes
          .filter((code) => !said.includes(code))
          .map((code) => `${path}: nothing is said about ${code}`),
        ...said
          .filter((code) => !codes.includes(code))
          .map((code) => `${path}: speaks of ${code}, which is no finding`),
      ];
    });
}
