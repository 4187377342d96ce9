import { stoppedClock } from '@ctdx/testkit';
import { describe, expect, test } from 'vitest';
import { memoryIds } from '../ids.js';
import { uuid7 } from '../uuid7.js';
import { importRows, kept, ofRows, registered, said } from './testing/import-rows.js';

const added = [{ column: 'AO', label: 'Case No' }];
const withIds = (id: string, more = {}) => ({ ...registered, AO: id, ...more });

describe('ids', () => {
  test('the time of a UUIDv7 stands in its first 48 bits', () => {
    expect(uuid7(0x017f22e279b0, () => new Uint8Array(16))).toBe('017f22e2-79b0-7000-8000-000000000000');
  });

  test('importing again revises the same records, and only where something changed', async () => {
    const ids = memoryIds({ clock: stoppedClock('2026-01-15T12:00:00Z') });
    const once = async (name: string, at: string) => {
      const options = { ids, idColumn: 'Case No', clock: stoppedClock(at) };
      const items = await importRows([withIds('7', { D: name }), withIds('8')], { added, options });
      return ofRows(items).map(({ value }) => value);
    };
    const [first, other] = await once('Ada', '2026-01-15T12:00:00Z');
    const [second, same] = await once('Ada Maria', '2026-02-20T12:00:00Z');
    expect(second?.id).toBe(first?.id);
    expect(second?.subject.personRef).toBe(first?.subject.personRef);
    expect([first?.revision, second?.revision]).toEqual([1, 2]);
    expect(second?.issuedAt).toBe('2026-02-20T12:00:00.000Z');
    expect(same).toEqual(other);
  });

  test('a row without an id gets a new one and a warning; the same id twice is an error', async () => {
    const items = await importRows([withIds('7'), { ...registered }, withIds('7')], {
      added,
      options: { idColumn: 'AO' },
    });
    const [first, second, third] = ofRows(items);
    expect(first?.sourceId).toBe('7');
    expect(first?.value?.localReference).toBe('7');
    expect([first, second].map((row) => row?.value?.deduplicated)).toEqual(['agency', 'unknown']);
    expect(second && said(second)).toContain('id-missing@AO');
    expect(second?.value).toBeDefined();
    expect(third && said(third)).toContain('id-twice@AO');
    expect(third?.value).toBeUndefined();
  });

  test('the column that a copy of the workbook got is found by itself', async () => {
    const headers = { 1: { AO: 'ctdx_id' }, 2: { AO: 'ctdx id' } };
    const items = await importRows([withIds('abc')], { headers });
    expect(items.flatMap(said).join()).not.toContain('no-id-column');
    expect(ofRows(items)[0]?.sourceId).toBe('abc');
    expect(ofRows(items)[0]?.value?.localReference).toBeUndefined(); // ours, and no number of the agency's
    expect(ofRows(items)[0]?.value?.deduplicated).toBe('unknown');
  });

  test('a column of ids that is not there ends the import', async () => {
    const items = await importRows([registered], { options: { idColumn: 'File number' } });
    expect(items.flatMap(said)).toEqual(['mapping-column-missing@']);
    expect(items.flatMap(({ findings }) => findings)[0]?.path).toBe('/columns/id');
  });

  test('without ids a file is imported, and says what that means', async () => {
    const items = await importRows([registered]);
    expect(items.flatMap(said)).toContain('no-id-column@');
    expect(ofRows(items)[0] && kept(ofRows(items)[0] as never)).toEqual({ AD: '2024-02-10' });
  });
});
