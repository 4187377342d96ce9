import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { checkers } from './checkers.js';

const root = fileURLToPath(new URL('../../../schemas/conformance/', import.meta.url));
for (const type of ['case','indicator','parcel'] as const) for (const kind of ['valid','invalid']) {
  describe(`${type} ${kind}`, () => {
  for (const f of readdirSync(`${root}${type}/${kind}`)) {
    const v = JSON.parse(readFileSync(`${root}${type}/${kind}/${f}`, 'utf8'));
    if (v.text) continue;
    test(v.name, () => {
      const c = (checkers as any)[type][v.level].check(v.record);
      expect(c.findings.map((x: any) => ({ code: x.code, path: x.path, ...(x.rule ? { rule: x.rule } : {}), severity: x.severity }))).toEqual(expect.arrayContaining((v.findings ?? []).map((x: any) => ({ ...x, severity: x.severity ?? 'error' }))));
      expect(c.findings.length).toBe((v.findings ?? []).length);
    });
  }});
}
