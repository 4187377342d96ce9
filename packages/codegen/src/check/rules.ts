import { deriveSchemas } from '../schema/derive.js';
import { inline } from '../schema/inline.js';
import type { Json, Sources } from '../sources.js';

/** Each rule has an id of its own, a place in the record, a sentence in every language, and a vector that breaks it. */
export function ruleProblems(sources: Sources): string[] {
  const languages = sources.messages.filter(({ json }) => json.language !== undefined);
  const broken = new Set<string>(
    sources.conformance.flatMap(({ json }) => (json.findings ?? []).map(({ rule }: Json) => rule)),
  );
  const schemas = deriveSchemas(sources).map(({ type, level, schema }) => ({
    type,
    level,
    schema: inline(schema),
  }));
  const ids = new Set<string>();
  const problems: string[] = [];
  for (const { path, json } of sources.rules) {
    for (const rule of json.rules) {
      const place = `${path}: ${rule.id}`;
      if (ids.has(rule.id)) problems.push(`${place} stands twice`);
      ids.add(rule.id);
      for (const name of ['severity', 'source', 'why', 'message']) {
        if (!rule[name]) problems.push(`${place} has no ${name}`);
      }
      for (const { path: file, json: messages } of languages) {
        if (messages.rules[rule.message] === undefined)
          problems.push(`${file}: nothing is said about ${rule.id}`);
      }
      const known = schemas.filter(({ type, level }) => type === json.record && rule.levels.includes(level));
      if (!known.some(({ schema }) => hasPath(schema, rule.path)))
        problems.push(`${place}: no record has ${rule.path}`);
      if (!broken.has(rule.id)) problems.push(`${place}: no conformance vector breaks it`);
    }
  }
  const messages = new Set<string>(
    sources.rules.flatMap(({ json }) => json.rules.map((rule: Json) => rule.message)),
  );
  for (const { path, json } of languages) {
    for (const id of Object.keys(json.rules)) {
      if (!messages.has(id)) problems.push(`${path}: speaks of ${id}, which is no rule`);
    }
  }
  return problems;
}

function hasPath(schema: Json, pointer: string): boolean {
  let node = schema;
  for (const segment of pointer.split('/').slice(1)) {
    node = node.properties?.[segment];
    if (node === undefined) return false;
  }
  return true;
}
