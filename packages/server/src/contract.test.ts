import { readFileSync } from 'node:fs';
import { recordTypes } from '@ctdx/model';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createNode, type ExchangeNode } from './create-node.js';
import { routes } from './http/app.js';
import { defaultLimits } from './limits.js';
import { problems } from './problems.js';
import {
  answersOf,
  examplesOf,
  type Json,
  readContract,
  requestOf,
  writeContract,
} from './testing/contract.js';
import { exampleRandom, exampleTime, exampleTrial } from './testing/example-trial.js';
import { makeExamples } from './testing/make-examples.js';

// CTDX_UPDATE_EXAMPLES=1 writes the examples anew: requests as made here, answers as the node gives them.
const updating = process.env['CTDX_UPDATE_EXAMPLES'] === '1';

const contract = readContract();
const trial = await exampleTrial();
if (updating) await makeExamples(contract, trial);

/** Schemas of the contract as Ajv reads them; records by the generated schemas that the contract refers to. */
function makeAjv(): Ajv2020 {
  const ajv = new Ajv2020({ strict: false, validateFormats: false });
  const names = Object.entries(recordTypes).flatMap(([type, levels]) =>
    levels.map((level) => `${type}.${level}`),
  );
  for (const name of names.filter((one) => !one.endsWith('.identified'))) {
    const schema = JSON.parse(
      readFileSync(new URL(`../../../schemas/generated/${name}.schema.json`, import.meta.url), 'utf8'),
    );
    ajv.addSchema({ ...schema, $id: `https://contract/generated/${name}.schema.json` });
  }
  return ajv.addSchema(contract, 'https://contract/api/openapi.json');
}

describe('the examples of the contract', () => {
  let node: ExchangeNode;
  const tokens = new Map<string, string>();
  const ajv = makeAjv();
  beforeAll(async () => {
    node = await createNode({
      configuration: trial.configuration,
      trial: true,
      clock: () => exampleTime,
      random: exampleRandom(),
      tokenSecret: new Uint8Array(32).fill(1),
      log: () => undefined,
    });
  });
  afterAll(async () => {
    await node.close();
    if (updating) writeContract(contract);
  });

  test.each(examplesOf(contract))('$method $path: $name', async (example) => {
    const { name, as, path, method, status, operation } = example;
    const answer = await node.fetch(requestOf(example, as === undefined ? undefined : tokens.get(as)));
    const mediaType = answer.headers.get('content-type') ?? '';
    const body = (await answer.json()) as Json;
    expect(answer.status).toBe(status);
    if (body.access_token !== undefined) tokens.set(name, body.access_token);
    const media = answersOf(example, mediaType);
    if (updating) media.examples = { ...media.examples, [name]: { value: body } };
    expect(body).toEqual(media.examples[name].value);
    const pointer = [path, method.toLowerCase(), 'responses', status, 'content', mediaType, 'schema'];
    const validate = ajv.compile({
      $ref: `https://contract/api/openapi.json#/paths/${pointer.map(toSegment).join('/')}`,
    });
    expect(validate(body), JSON.stringify(validate.errors)).toBe(true);
    expect(operation.operationId).toBeTypeOf('string');
  });

  test('are there for every operation', () => {
    const without = Object.values<Json>(contract.paths)
      .flatMap((item) => Object.values<Json>(item))
      .filter((operation) => Object.keys(operation['x-ctdx-examples'] ?? {}).length === 0);
    expect(without).toEqual([]);
  });
});

function toSegment(segment: string | number): string {
  return encodeURIComponent(String(segment).replaceAll('~', '~0').replaceAll('/', '~1'));
}

describe('the contract and the node', () => {
  test('know the same operations', () => {
    const told = Object.entries<Json>(contract.paths).flatMap(([path, item]) =>
      Object.keys(item).map((method) => `${method.toUpperCase()} ${path}`),
    );
    expect(routes.map(({ method, path }) => `${method} ${path.replace(':id', '{id}')}`).sort()).toEqual(
      told.sort(),
    );
  });

  test('know the same problems', () => {
    const told = Object.entries<Json>(contract['x-ctdx-problems']).map(([code, { status, title }]) => [
      code,
      { status, title },
    ]);
    expect(problems).toEqual(Object.fromEntries(told));
    expect(contract.components.schemas.ProblemCode.enum).toEqual(Object.keys(problems));
  });

  test('name each problem under the status it has, and each problem somewhere', () => {
    const named = new Set<string>();
    for (const item of Object.values<Json>(contract.paths)) {
      for (const operation of Object.values<Json>(item)) {
        for (const [status, { description }] of Object.entries<Json>(operation.responses)) {
          const codes: string[] = /^Refused: ([a-z, -]+)\./.exec(description)?.[1]?.split(', ') ?? [];
          for (const code of codes) {
            expect(problems[code as keyof typeof problems]?.status, code).toBe(Number(status));
            named.add(code);
          }
        }
      }
    }
    expect([...named].sort()).toEqual(Object.keys(problems).sort());
  });

  test('agree on how many records and entries there may be', () => {
    const { Receipt, Feed } = contract.components.schemas;
    expect(Receipt.properties.verdicts.maxItems).toBe(defaultLimits.records);
    expect(Feed.properties.entries.maxItems).toBe(500);
  });
});
