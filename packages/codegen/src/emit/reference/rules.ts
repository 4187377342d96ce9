import type { Output } from '../../output.js';
import type { Json, SourceFile, Sources } from '../../sources.js';
import { excerptOf, laidOut } from './excerpt.js';
import { anchor, code, fenced, link, many, page, prose, table } from './markdown.js';

/** A longer excerpt says no more; the vector has the rest. */
const longestExcerpt = 40;

/** `rules/<record>.md`: each rule with why it is there, and the smallest part of a vector that breaks it. */
export function rulePages(sources: Sources): Output[] {
  const sentences = sources.messages.find(({ json }) => json.language === 'en')?.json.rules ?? {};
  return sources.rules.map(({ path, json }) => {
    const rules: readonly Json[] = json.rules;
    const breaking = breakingVectors(sources, json.record);
    return page(`rules/${json.record}.md`, `Rules of ${json.record}`, [
      `What the ${link('schema', `../records/${json.record}.md`)} cannot say: ${many(rules.length, 'condition')} between the fields of one record. Each expression is [CEL](https://cel.dev) and is true when the record is fine. A finding of a rule has the code \`rule\` and names the rule by its id. ${link('JSON', `../../../schemas/${path}`)}`,
      table(
        ['Rule', 'Severity', 'Says'],
        rules.map(({ id, severity, message }) => [
          link(code(id), `#${anchor(id)}`),
          severity,
          prose(sentences[message]?.says ?? ''),
        ]),
      ),
      ...rules.map((rule) => ruleText(rule, sentences[rule.message], breaking.get(rule.id) ?? [])),
    ]);
  });
}

/** By rule, the vectors that break it. */
function breakingVectors(sources: Sources, record: string): Map<string, SourceFile[]> {
  const found = new Map<string, SourceFile[]>();
  for (const vector of sources.conformance) {
    if (!vector.path.startsWith(`conformance/${record}/`) || vector.json.record === undefined) continue;
    for (const { rule } of vector.json.findings ?? []) {
      if (rule !== undefined) found.set(rule, [...(found.get(rule) ?? []), vector]);
    }
  }
  return found;
}

function ruleText(rule: Json, sentence: Json, vectors: readonly SourceFile[]): string {
  return [
    `## ${rule.id}`,
    `**${rule.severity}** at ${code(rule.path)}, level${rule.levels.length === 1 ? '' : 's'} ${rule.levels.join(', ')}.`,
    `${prose(sentence?.says ?? '')} *${prose(sentence?.do ?? '')}*`,
    `Why: ${prose(rule.why)} Source: ${prose(rule.source)}.`,
    fenced('cel', rule.expression),
    exampleText(rule, vectors),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

function exampleText({ expression }: Json, vectors: readonly SourceFile[]): string {
  const examples = vectors
    .map(({ path, json }) => ({
      path,
      name: json.name as string,
      others: json.findings.length,
      text: laidOut(excerptOf(json.record, expression)),
    }))
    .sort((a, b) => a.others - b.others || a.text.length - b.text.length);
  const [smallest] = examples;
  if (smallest === undefined) return '';
  const where = `Broken by the vector ${link(prose(smallest.name), `../../../schemas/${smallest.path}`)}`;
  const lines = smallest.text.split('\n').length;
  if (smallest.text === '{}') return `${where}, in which none of these properties is there.`;
  return lines > longestExcerpt ? `${where}.` : `${where}, which says:\n\n${fenced('json', smallest.text)}`;
}
