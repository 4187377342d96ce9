import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { newestSnapshot, readStandard, snapshotText } from './breaks.js';
import { breaksBetween } from './checks/breaks.js';

const versions = { newest: '1.0', supportedMinors: 3, versions: [{ version: '1.0' }] };
const record = (properties: object) => ({ $id: 'urn:ctdx:1.0:case', type: 'object', properties });

/** A small standard, with a snapshot of itself, and then with other records. */
async function folders(after: object, changeset = ''): Promise<[schemas: string, changesets: string]> {
  const folder = mkdtempSync(join(tmpdir(), 'ctdx-breaks-'));
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  write('schemas/migrations/versions.json', JSON.stringify(versions));
  write('schemas/records/case.schema.json', JSON.stringify(record({ sex: { maxLength: 9 }, age: {} })));
  write('schemas/released/1.0.json', snapshotText(await readStandard(join(folder, 'schemas'))));
  write('schemas/records/case.schema.json', JSON.stringify(record(after)));
  write('.changeset/config.json', '{}');
  write('.changeset/one.md', changeset);
  return [join(folder, 'schemas'), join(folder, '.changeset')];
}

describe('undeclared breaks', () => {
  test('nothing has changed', async () => {
    expect(await breaksBetween(...(await folders({ sex: { maxLength: 9 }, age: {} })))).toEqual({
      problems: [],
      detail: '0 changes since schemas/released/1.0.json',
    });
  });

  test('what is added needs no declaration', async () => {
    const { problems, detail } = await breaksBetween(
      ...(await folders({ sex: { maxLength: 9 }, age: {}, more: {} })),
    );
    expect([problems, detail]).toEqual([[], '1 change since schemas/released/1.0.json']);
  });

  const broken = { sex: { maxLength: 8 } };
  const tightened = 'bound-tightened records/case/sex';
  const removed = 'property-removed records/case/age';

  test('what breaks is named, with whom it breaks', async () => {
    const { problems } = await breaksBetween(...(await folders(broken)));
    expect(problems.map((problem) => problem.split('\n')[0])).toEqual([removed, tightened]);
    expect(problems.join('\n')).toContain('breaks sender, receiver, analyst');
  });

  test('what a changeset declares may break', async () => {
    const changeset = `---\n'@ctdx/schemas': major\n---\n\nNo age.\n\n\`\`\`breaks\n${tightened}\n  ${removed}\n\`\`\`\n`;
    expect((await breaksBetween(...(await folders(broken, changeset)))).problems).toEqual([]);
  });

  test.each([
    ['one of two', `\`\`\`breaks\n${tightened}\n\`\`\`\n`, [removed]],
    ['outside of a block', `${tightened}\n${removed}\n`, [removed, tightened]],
    ['in a block of another kind', `\`\`\`\n${tightened}\n${removed}\n\`\`\`\n`, [removed, tightened]],
  ])('declared: %s', async (_name, changeset, left) => {
    const { problems } = await breaksBetween(...(await folders(broken, changeset)));
    expect(problems.map((problem) => problem.split('\n')[0])).toEqual(left);
  });

  test('a declaration of what is no break is a mistake', async () => {
    const same = { sex: { maxLength: 9 }, age: {} };
    const { problems } = await breaksBetween(...(await folders(same, `\`\`\`breaks\n${removed}\n\`\`\`\n`)));
    expect(problems).toEqual([`a changeset declares ${removed}, which is no break`]);
  });

  test('without a snapshot nothing is proved', async () => {
    const empty = mkdtempSync(join(tmpdir(), 'ctdx-breaks-'));
    expect((await breaksBetween(empty, empty)).problems).toHaveLength(1);
  });

  test('the newest snapshot counts, by number', () => {
    expect(newestSnapshot(['1.9.json', '1.10.json', 'README.md', '0.99.json'])).toBe('1.10.json');
    expect(newestSnapshot(['README.md'])).toBeUndefined();
  });
});
