import { format } from 'prettier';
import type { Output } from './output.js';

const parsers: Record<string, string> = { ts: 'typescript', json: 'json' };

/** Formats TypeScript and JSON. Validators (`.js`) stay as their compiler wrote them: nobody reads them. */
export async function formatted(output: Output): Promise<Output> {
  const parser = parsers[output.path.split('.').at(-1) ?? ''];
  if (parser === undefined || output.laidOut) return output;
  const text = await format(output.text, { parser, printWidth: 110, singleQuote: true });
  return { path: output.path, text };
}
