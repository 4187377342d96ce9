import { sourceAt } from '../source-at.js';
import type { Json, Sources } from '../sources.js';

/** Vectors expect findings and rules that exist, and no two have the same name. */
export function vectorProblems(sources: Sources): string[] {
  const codes = sourceAt(sources.messages, 'messages/findings.json').codes;
  const rules = new Set(
    [...sources.rules, ...sources.profiles].flatMap(({ json }) =>
      (json.rules ?? []).map(({ id }: Json) => id),
    ),
  );
  const names = new Set<string>();
  return sources.conformance.flatMap(({ path, json }) => {
    const folder = path.split('/').slice(0, -1).join('/');
    const name = `${folder} ${json.name}`;
    const twice = names.has(name) ? [`${path}: another vector has the same name`] : [];
    names.add(name);
    const unknown = (json.findings ?? []).flatMap(({ code, rule }: Json) => [
      ...(Object.hasOwn(codes, code) ? [] : [`${path}: ${code} is no finding`]),
      ...(rule === undefined || rules.has(rule) ? [] : [`${path}: ${rule} is no rule`]),
    ]);
    return [...twice, ...unknown];
  });
}
