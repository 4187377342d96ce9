import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

// biome-ignore lint/suspicious/noExplicitAny: OpenAPI, looked at piece by piece
export type Json = any;

const path = fileURLToPath(new URL('../../../../schemas/api/openapi.json', import.meta.url));

export const readContract = (): Json => JSON.parse(readFileSync(path, 'utf8'));

export const writeContract = (contract: Json): void =>
  writeFileSync(path, `${JSON.stringify(contract, null, 2)}\n`);

/** One example of an operation, as the contract tells it: who asks, what is sent, what comes back. */
export interface Example {
  readonly name: string;
  readonly method: string;
  readonly path: string;
  readonly operation: Json;
  /** Name of the token example whose token is sent; absent for none. */
  readonly as?: string;
  readonly status: number;
}

/** Every example of the contract, in the order in which they are meant to be tried. */
export function examplesOf(contract: Json): Example[] {
  return Object.entries<Json>(contract.paths).flatMap(([at, item]) =>
    Object.entries<Json>(item).flatMap(([method, operation]) =>
      Object.entries<Json>(operation['x-ctdx-examples'] ?? {}).map(([name, { as, status }]) => {
        return { name, method: method.toUpperCase(), path: at, operation, as, status };
      }),
    ),
  );
}

/** The request of an example: its parameters, its body, and the token of whoever asks. */
export function requestOf(
  { name, method, path: at, operation }: Example,
  token: string | undefined,
): Request {
  const url = new URL(at, 'http://node');
  const headers = new Headers(token === undefined ? {} : { authorization: `Bearer ${token}` });
  for (const parameter of operation.parameters ?? []) {
    const value = parameter.examples?.[name]?.value;
    if (value === undefined) continue;
    if (parameter.in === 'header') headers.set(parameter.name, value);
    if (parameter.in === 'query') url.searchParams.set(parameter.name, value);
    if (parameter.in === 'path') url.pathname = url.pathname.replace(encodeURI(`{${parameter.name}}`), value);
  }
  const [[mediaType, media] = []] = Object.entries<Json>(operation.requestBody?.content ?? {});
  const value = media?.examples?.[name]?.value;
  if (value === undefined || mediaType === undefined) return new Request(url, { method, headers });
  headers.set('content-type', mediaType);
  const body = mediaType === 'application/json' ? JSON.stringify(value) : new URLSearchParams(value);
  return new Request(url, { method, headers, body });
}

/** Where the contract keeps the answer of an example. */
export function answersOf({ operation, status }: Example, mediaType: string): Json {
  return operation.responses[String(status)].content[mediaType];
}
