import { propertyNames } from '../generated/property-names.js';
import { endOfString } from './scan.js';

/**
 * Pointers to the objects of well-formed JSON text that give a property twice. A parser keeps the last one silently, so
 * two readers could see two different records. From the first segment that the standard does not name on, `*` is
 * written.
 */
export function duplicateKeys(text: string): string[] {
  const found = new Set<string>();
  const stack: { keys: Set<string> | undefined; segment: string | number }[] = [];
  let expectsKey = false;
  for (let at = 0; at < text.length; at += 1) {
    const top = stack.at(-1);
    switch (text[at]) {
      case '{':
        stack.push({ keys: new Set(), segment: '' });
        expectsKey = true;
        break;
      case '[':
        stack.push({ keys: undefined, segment: 0 });
        expectsKey = false;
        break;
      case '}':
      case ']':
        stack.pop();
        expectsKey = false;
        break;
      case ',':
        expectsKey = top?.keys !== undefined;
        if (top !== undefined && typeof top.segment === 'number') top.segment += 1;
        break;
      case '"': {
        const end = endOfString(text, at);
        if (expectsKey && top?.keys !== undefined) {
          const key = JSON.parse(text.slice(at, end + 1)) as string;
          if (top.keys.has(key)) found.add(pointer(stack.slice(0, -1).map(({ segment }) => segment)));
          top.keys.add(key);
          top.segment = key;
          expectsKey = false;
        }
        at = end;
      }
    }
  }
  return [...found];
}

function pointer(segments: readonly (string | number)[]): string {
  const unnamed = segments.findIndex((segment) => typeof segment === 'string' && !propertyNames.has(segment));
  const known = unnamed === -1 ? segments.length : unnamed;
  return segments.map((segment, at) => `/${at < known ? segment : '*'}`).join('');
}
