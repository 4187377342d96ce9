import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Finding, findingSeverities } from '@ctdx/model';
import { describe, expect, test } from 'vitest';
import { checkJson } from './check-json.js';
import { checkers } from './generated/checkers.js';
import { profiles } from './testing/profiles.js';

/** A file under `schemas/conformance`: a record (or hostile JSON text) and the exact findings expected. */
interface Vector {
  readonly name: string;
  readonly level: string;
  readonly record?: unknown;
  readonly text?: string;
  readonly profile?: keyof typeof profiles;
  readonly findings?: readonly Finding[];
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
  describe.each(['valid', 'invalid'] as const)('%s', (state) => {
    test.each(vectorsOf(type, state).map((vector) => [vector.name, vector] as const))(
      '%s',
      (_name, vector) => {
        const kind = { type, level: vector.level } as { type: 'case'; level: 'identified' };
        const options = vector.profile === undefined ? kind : { ...kind, profile: profiles[vector.profile] };
        const checked = checkJson(vector.text ?? JSON.stringify(vector.record), options);
        const expected = (vector.findings ?? []).map((found) =>
          // A finding without a severity has the one that its code has.
          essence({ ...found, severity: found.severity ?? findingSeverities[found.code] }),
        );
        expect(checked.findings.map(essence).sort()).toEqual(expected.sort());
        expect(checked.ok).toBe(state === 'valid');
      },
    );
  });
});
