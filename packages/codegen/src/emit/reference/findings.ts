import type { Output } from '../../output.js';
import { sourceAt } from '../../source-at.js';
import type { Json, Sources } from '../../sources.js';
import { code, page, prose, table } from './markdown.js';

/** `findings.md`: every code of a finding, with what it says and the facts that it carries. */
export function findingsPage(sources: Sources): Output[] {
  const codes = Object.entries<Json>(sourceAt(sources.messages, 'messages/findings.json').codes);
  const sentences = sources.messages.find(({ json }) => json.language === 'en')?.json.findings ?? {};
  return [
    page('findings.md', 'Findings', [
      'What can be wrong with a record, a file or a table. A finding holds a code, a path and facts of the standard, never what somebody typed. Codes are stable; sentences are not, and exist in several languages. An error refuses the record, a warning does not.',
      table(
        ['Code', 'Severity', 'What is wrong', 'What to do', 'Facts'],
        codes.map(([name, { severity, facts }]) => [
          code(name),
          severity,
          prose(sentences[name]?.says ?? ''),
          prose(sentences[name]?.do ?? ''),
          Object.entries<string>(facts)
            .map(
              ([fact, type]) =>
                `${code(fact)} ${type.endsWith('?') ? `${type.slice(0, -1)}, optional` : type}`,
            )
            .join('; '),
        ]),
      ),
    ]),
  ];
}
