import type { Position } from '@ctdx/model';
import type { Limits } from '../limits.js';
import { Refusal } from '../refusal.js';
import { unescapeText } from './text-escape.js';
import { parseXml } from './xml.js';

/** Reads the shared strings: the runs of a rich text are joined, its phonetic reading is left out. */
export async function readSharedStrings(
  chunks: AsyncIterable<Uint8Array>,
  limits: Limits,
  at: Position,
): Promise<readonly string[]> {
  const strings: string[] = [];
  let characters = 0;
  let current = '';
  let inText = false;
  let phonetic = 0;
  await parseXml(
    chunks,
    {
      open(name) {
        if (name === 'si') current = '';
        else if (name === 'rPh') phonetic += 1;
        else if (name === 't') inText = phonetic === 0;
      },
      text(text) {
        if (!inText) return;
        current += text;
        characters += text.length;
        if (characters > limits.stringCharacters)
          throw new Refusal('limit-strings', at, limits.stringCharacters);
      },
      close(name) {
        if (name === 't') inText = false;
        else if (name === 'rPh') phonetic -= 1;
        else if (name === 'si') {
          strings.push(unescapeText(current));
          if (strings.length > limits.strings) throw new Refusal('limit-strings', at, limits.strings);
        }
      },
    },
    limits,
    at,
  );
  return strings;
}
