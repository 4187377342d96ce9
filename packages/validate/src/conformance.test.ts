import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Finding } from '@ctdx/model';
import { describe, expect, test } from 'vitest';
import { checkers } from './checkers.js';
import { checkJson } from './check-json.js';

/** A file under `schemas/conformance`: a record (or hostile JSON text) and the exact findings expected. */
interface Vector {
  readonly name: string;
  readonly level: string;
  readonly record?: unknown;
  readonly text?: string;
  readonly findings?: readonly { code: string; path: string; rule?: string; severity?: string }[];
}

const root = fileURLToPath(new URL('../../../schemas/conformance/', import.meta.url));

function vectorsOf(type: string, kind: 'valid' | 'invalid'): Vector[] {
  return readdirSync(`${root}${type}/${kind}`)
    .sort()
    .map((file) => JSON.parse(readFileSync(`${root}${type}/${kind}/${file}`, 'utf8')) as Vector);
}

function essence({ code, path, rule, severity }: Partial<Finding>): string {
  return [severity, code, path, rule ?? ''].join(' ');
}

describe.each(Object.keys(checkers) as (keyof typeof checkers)[])('vectors of %s', (type) => {
  describe.each(['valid', 'invalid'] as const)('%s', (kind) => {
    test.each(vectorsOf(type, kind).map((vector) => [vector.name, vector] as const))('%s', (_name, vector) => {
      const options = { type, level: vector.level } as { type: 'case'; level: 'identified' };
      const text = vector.text ?? JSON.stringify(vector.record);
      const checked = checkJson(text, options);
      const expected = (vector.findings ?? []).map((found) =>
        // A vector of an invalid record may leave the severity out: it is then an error.
        essence({ severity: 'error', ...found } as Finding),
      );
      expect(checked.findings.map(essence).sort()).toEqual(expected.sort());
      expect(checked.ok).toBe(kind === 'valid');
    });
  });
});
