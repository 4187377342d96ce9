import type { Position } from '@ctdx/model';
import { SaxesParser } from 'saxes';
import type { Limits } from '../limits.js';
import { Refusal } from '../refusal.js';
import { textDecoder } from '../text.js';

/** What a reader of XML wants to hear. Names come without their namespace prefix. */
export interface XmlHandlers {
  open?(name: string, attributes: Readonly<Record<string, string>>): void;
  close?(name: string): void;
  text?(text: string): void;
}

/** Takes XML in chunks of bytes. */
export interface XmlParser {
  write(chunk: Uint8Array): void;
  end(): void;
}

/** More than any cell, tag or text may take before something is said about it. */
const longestSilence = 4_194_304;

/**
 * Makes a streaming XML parser that trusts nothing: a document type, and with it every entity but the five that XML
 * itself knows, ends the reading (`unsafe-workbook`), as do deep nesting and endless tags; broken XML is `damaged-file`.
 */
export function xmlParser(handlers: XmlHandlers, limits: Limits, at: Position): XmlParser {
  const parser = new SaxesParser<{ position: false; xmlns: false }>({ position: false, xmlns: false });
  const decoder = textDecoder();
  let silence = 0;
  let depth = 0;
  parser.on('doctype', () => {
    throw new Refusal('unsafe-workbook', at);
  });
  parser.on('error', () => {
    throw new Refusal('damaged-file', at);
  });
  parser.on('opentag', ({ name, attributes }) => {
    silence = 0;
    depth += 1;
    if (depth > limits.depth) throw new Refusal('limit-depth', at, limits.depth);
    handlers.open?.(local(name), attributes);
  });
  parser.on('closetag', ({ name }) => {
    silence = 0;
    depth -= 1;
    handlers.close?.(local(name));
  });
  if (handlers.text !== undefined) {
    parser.on('text', (text) => handlers.text?.(text));
    parser.on('cdata', (text) => handlers.text?.(text));
  }
  const take = ({ text, bad }: { text: string; bad: boolean }): void => {
    if (bad) throw new Refusal('damaged-file', at);
    silence += text.length;
    parser.write(text);
    if (silence > longestSilence) throw new Refusal('limit-cell', at, limits.cell);
  };
  return {
    write: (chunk) => take(decoder.push(chunk)),
    end: () => {
      take(decoder.end());
      parser.close();
    },
  };
}

/** Feeds a whole part to handlers. */
export async function parseXml(
  chunks: AsyncIterable<Uint8Array>,
  handlers: XmlHandlers,
  limits: Limits,
  at: Position,
): Promise<void> {
  const parser = xmlParser(handlers, limits, at);
  for await (const chunk of chunks) parser.write(chunk);
  parser.end();
}

/** An attribute without regard to its namespace prefix. */
export function attribute(attributes: Readonly<Record<string, string>>, wanted: string): string | undefined {
  const key = Object.keys(attributes).find((name) => local(name) === wanted);
  return key === undefined ? undefined : attributes[key];
}

function local(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
