// `npx tsx packages/tooling/src/counts.ts`: how much the standard holds, counted from its files.
import { projectFiles, read } from './files.js';

/** As much of a schema as counting needs. */
interface Schema {
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, Schema>>;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
}

const json = (path: string): unknown => JSON.parse(read(path));
const files = projectFiles('schemas');
const inFolder = (folder: string) => files.filter((path) => path.startsWith(`schemas/${folder}/`));

/** Properties by the paths at which they may stand. What a parcel carries is counted with its own type. */
function countProperties({ $defs = {}, ...root }: Schema): number {
  const count = (node: Schema): number => {
    if (node.$ref !== undefined) {
      const meant = $defs[node.$ref.replace('#/$defs/', '')];
      return meant === undefined || meant.properties?.['schemaVersion'] !== undefined ? 0 : count(meant);
    }
    const own = Object.values(node.properties ?? {});
    const inside = node.items === undefined ? own : [...own, node.items];
    return inside.reduce((sum, one) => sum + count(one), own.length);
  };
  return count(root);
}

const total = (numbers: readonly number[]) => numbers.reduce((sum, one) => sum + one, 0);
const lines: string[] = [];

const schemas = inFolder('generated').filter((path) => path.endsWith('.schema.json'));
for (const path of schemas) {
  const name = path.replace('schemas/generated/', '').replace('.schema.json', '');
  lines.push(`properties of ${name}: ${countProperties(json(path) as Schema)}`);
}

const lists = inFolder('code-lists').map((path) => json(path) as { open: boolean; codes?: unknown[] });
const open = lists.filter((list) => list.open).length;
lines.push(
  `code lists: ${lists.length} (${open} open), codes: ${total(lists.map(({ codes = [] }) => codes.length))}; ` +
    `${lists.filter(({ codes }) => codes === undefined).length} lists follow from other files`,
);

const rules = inFolder('rules').map(
  (path) =>
    json(path) as { record: string; rules: readonly { readonly id: string; readonly severity: string }[] },
);
for (const { record, rules: own } of rules) {
  const warnings = own.filter(({ severity }) => severity === 'warning').length;
  lines.push(`rules of ${record}: ${own.length} (${own.length - warnings} errors, ${warnings} warnings)`);
}

const vectors = inFolder('conformance');
for (const { record } of rules) {
  const of = (kind: string) => vectors.filter((path) => path.includes(`/${record}/${kind}/`)).length;
  lines.push(`vectors of ${record}: ${of('valid')} valid, ${of('invalid')} invalid`);
}

type Expected = { readonly findings?: readonly { readonly code: string; readonly rule?: string }[] };
const expected = vectors.flatMap((path) => (json(path) as Expected).findings ?? []);
const codes = Object.keys((json('schemas/messages/findings.json') as { codes: object }).codes);
const ids = new Set(rules.flatMap((one) => one.rules.map(({ id }) => id)));
const broken = new Set(expected.flatMap(({ rule }) => (rule !== undefined && ids.has(rule) ? [rule] : [])));
lines.push(
  `findings: ${codes.length} codes, ${new Set(expected.map(({ code }) => code)).size} of them in vectors; ` +
    `${broken.size} of ${ids.size} rules broken by a vector`,
);

/** How often each state of verification is said anywhere in a file. */
function verifications(node: unknown, found: Record<string, number> = {}): Record<string, number> {
  for (const [name, value] of Object.entries(node ?? {})) {
    if (/^verification/i.test(name) && typeof value === 'string') found[value] = (found[value] ?? 0) + 1;
    else if (typeof value === 'object') verifications(value, found);
  }
  return found;
}

for (const folder of ['catalogues', 'procedures', 'profiles']) {
  for (const path of inFolder(folder)) {
    const said = Object.entries(verifications(json(path))).map(([state, count]) => `${count} ${state}`);
    lines.push(`statements of ${path.replace('schemas/', '').replace('.json', '')}: ${said.join(', ')}`);
  }
}

for (const language of ['es', 'fr', 'nl', 'ht']) {
  const translated = inFolder(`translations/${language}`).map(
    (path) => json(path) as { readonly strings: object; readonly reviewed?: object },
  );
  const strings = total(translated.map((file) => Object.keys(file.strings).length));
  const reviewed = total(translated.map((file) => Object.keys(file.reviewed ?? {}).length));
  lines.push(`strings in ${language}: ${strings}, of which a person reviewed ${reviewed}`);
}

console.log(lines.join('\n'));
