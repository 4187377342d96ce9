import { relationsName, relationType, resolveTarget } from './package.js';

/** A rule that says which parts a copy leaves out, by the type of the relation that leads to them. */
const leftOut = new Set([
  // Macros, their signatures, and the ribbon buttons that call them.
  'vbaProject',
  'vbaProjectSignature',
  'vbaProjectSignatureAgile',
  'vbaProjectSignatureV3',
  'wordVbaData',
  'extensibility',
  'attachedToolbars',
  // A signature of the source would not fit the copy.
  'origin',
  // Who made it and where: custom properties, and a picture of the first sheet.
  'custom-properties',
  'thumbnail',
  // Computed again by whoever opens the copy; it would name a formula that the new column replaced.
  'calcChain',
]);

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
/** Document properties that name nobody, by the type of the relation that leads to them. */
const emptied: Readonly<Record<string, string>> = {
  'core-properties': `${declaration}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"/>`,
  'extended-properties': `${declaration}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"/>`,
};

const relationTag = /<(?:\w+:)?Relationship\s(?:[^>"']|"[^"]*"|'[^']*')*?\/?>(?:<\/(?:\w+:)?Relationship>)?/g;
const plainWorkbook = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml';

/** Copies the parts of a workbook without macros, signatures, author and path. */
export function cleanCopy(parts: ReadonlyMap<string, Uint8Array>, workbook: string): Map<string, Uint8Array> {
  const copy = new Map(parts);
  const names = new Map([...parts.keys()].map((name) => [name.toLowerCase(), name]));
  const removed = new Set<string>();
  const edit = (name: string, change: (text: string) => string): void => {
    const real = names.get(name.toLowerCase());
    const bytes = real === undefined ? undefined : copy.get(real);
    if (real === undefined || bytes === undefined) return;
    copy.set(real, new TextEncoder().encode(change(new TextDecoder().decode(bytes))));
  };
  const remove = (name: string): void => {
    const real = names.get(name.toLowerCase());
    if (real === undefined || removed.has(real)) return;
    removed.add(real);
    copy.delete(real);
    copy.delete(names.get(relationsName(name).toLowerCase()) ?? '');
  };

  for (const owner of ['', workbook]) {
    edit(relationsName(owner), (text) =>
      text.replace(relationTag, (tag) => {
        const type = relationType(attributeIn(tag, 'Type'));
        const target = resolveTarget(owner, attributeIn(tag, 'Target'));
        const empty = Object.hasOwn(emptied, type) ? emptied[type] : undefined;
        if (empty !== undefined) edit(target, () => empty);
        if (!leftOut.has(type)) return tag;
        remove(target);
        return '';
      }),
    );
  }
  for (const name of parts.keys()) {
    if (/(^|\/)vba[^/]*\.(bin|xml)$|^_xmlsignatures\//i.test(name)) remove(name);
  }
  edit('[Content_Types].xml', (text) => plainTypes(text, removed, copy));
  edit(workbook, withoutPath);
  return copy;
}

/** Says the copy is a plain workbook, and no longer speaks of the parts it left out. */
function plainTypes(
  text: string,
  removed: ReadonlySet<string>,
  copy: ReadonlyMap<string, Uint8Array>,
): string {
  const gone = new Set([...removed].map((name) => `/${name.toLowerCase()}`));
  const keepsBinary = [...copy.keys()].some((name) => name.toLowerCase().endsWith('.bin'));
  return text
    .replace(/<(?:\w+:)?Override\s[^>]*>/g, (tag) =>
      gone.has(attributeIn(tag, 'PartName').toLowerCase()) ? '' : tag,
    )
    .replace(/<(?:\w+:)?Default\s[^>]*>/g, (tag) => {
      if (!/vbaProject/i.test(tag)) return tag;
      return keepsBinary
        ? tag.replace(/application\/vnd\.ms-office\.vbaProject/i, 'application/octet-stream')
        : '';
    })
    .replace(
      /application\/vnd\.(?:ms-excel\.(?:sheet|template|addin)\.macroEnabled|openxmlformats-officedocument\.spreadsheetml\.template)\.main\+xml/g,
      plainWorkbook,
    );
}

/** Takes out the folder in which the workbook lay, and the name of whoever locked it. */
function withoutPath(text: string): string {
  return text
    .replace(
      /<mc:AlternateContent\b(?:(?!<\/mc:AlternateContent>)[\s\S])*?absPath[\s\S]*?<\/mc:AlternateContent>/g,
      '',
    )
    .replace(/<(\w+:)?absPath\b[^>]*?(?:\/>|>\s*<\/\1?absPath>)/g, '')
    .replace(/<(\w+:)?fileSharing\b[^>]*?(?:\/>|>\s*<\/\1?fileSharing>)/g, '');
}

function attributeIn(tag: string, name: string): string {
  const match = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(tag);
  return match?.[1] ?? match?.[2] ?? '';
}
