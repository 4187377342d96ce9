import { canaryWord, findCanary } from '@ctdx/testkit';
import { describe, expect, test } from 'vitest';
import { readMapping, type SourceMapping } from './mapping.js';
import { importRow, importRows, ofRows, registered, said } from './testing/import-rows.js';

describe('a mapping file', () => {
  test.each([
    [{}, ['/mapping']],
    [null, ['']],
    [{ mapping: 'ctdc' }, ['/mapping']],
    [{ mapping: 'htcds-2.0', country: 'Barbados' }, ['/country']],
    [{ mapping: 'htcds-2.0', columns: { id: '', incident: 4 } }, ['/columns/id', '/columns/incident']],
    [{ mapping: 'htcds-2.0', fields: { prs_Birthday: 'Born' } }, ['/fields/*']],
    [{ mapping: 'htcds-2.0', status: { law: 'an act', date: '2024-13' } }, ['/status/law', '/status/date']],
    [
      { mapping: 'htcds-2.0', handling: { retainYears: 0, purposes: 'all' } },
      ['/handling/retainYears', '/handling/purposes'],
    ],
    [{ mapping: 'htcds-2.0', [canaryWord('ma', 1)]: 1 }, ['/*']],
  ])('%j is wrong at %j', (input, paths) => {
    const read = readMapping(input);
    expect(read.ok ? [] : read.findings.map(({ path }) => path)).toEqual(paths);
    expect(findCanary(JSON.stringify(read))).toEqual([]);
  });

  test('another country than the one asked for ends the import', async () => {
    const options = { country: 'JM', mapping: { mapping: 'htcds-2.0', country: 'BB' } } as const;
    expect((await importRows([registered], { options })).flatMap(said)).toEqual(['mapping-wrong@']);
  });

  test('a renamed column and a kept one need no guess', async () => {
    const mapping: SourceMapping = {
      mapping: 'htcds-2.0',
      fields: { prs_Birthdate: 'Born on' },
      keepAsText: ['Remarks'],
    };
    const headers = { 1: {}, 2: { G: 'Born on' } };
    const added = [{ column: 'AO', label: 'Remarks' }];
    const items = await importRows([{ ...registered, G: '2001-04-09', AO: 'x' }], {
      headers,
      added,
      options: { mapping },
    });
    expect(items.flatMap(said).filter((one) => one.startsWith('header'))).toEqual([]);
    expect(ofRows(items)[0]?.value?.subject.identity?.birthDate?.value).toBe('2001-04-09');
  });
});

describe('the registration date', () => {
  const added = [{ column: 'AO', label: 'Registered' }];
  const mapping: SourceMapping = { mapping: 'htcds-2.0', columns: { registeredOn: 'Registered' } };

  test('comes from the referral date only with a warning, which no mapping removes silently', async () => {
    const item = await importRow({});
    expect(item.value?.registeredOn?.value).toBe('2024-02-10');
    expect(said(item)).toContain('registered-from-referral@AD');
    expect(item.value).not.toHaveProperty('statusHistory');
  });

  test('comes from the column of the mapping, and a date that can not be read is not replaced', async () => {
    const good = await importRow({ AO: '2024-01-05' }, { added, options: { mapping } });
    expect(good.value?.registeredOn?.value).toBe('2024-01-05');
    const bad = await importRow({ AO: '02/03/2024' }, { added, options: { mapping } });
    expect(bad.value).toBeUndefined();
    expect(said(bad)).toEqual(['date-ambiguous@AO', 'case.registered-or-period@AO']);
  });

  test('may be one date for the whole file', async () => {
    const options = { mapping: { mapping: 'htcds-2.0', registeredOn: '2023' } } as const;
    const item = await importRow({}, { options });
    expect(item.value?.registeredOn).toEqual({ value: '2023', precision: 'year' });
  });

  test('the order of day and month is believed when the source says it', async () => {
    const options = { mapping: { ...mapping, dates: 'dayFirst' } } as const;
    const item = await importRow({ AO: '02/03/2024' }, { added, options });
    expect(item.value?.registeredOn?.value).toBe('2024-03-02');
  });
});

describe('the status', () => {
  const added = [{ column: 'AO', label: 'Decided' }];
  const actual = { vic_TraffickingStatus: 'Actual victim of trafficking' };
  const status = { authority: 'taskForce', body: 'bb-task-force', law: 'BB-TIPPA-2016' } as const;
  const mapping: SourceMapping = { mapping: 'htcds-2.0', columns: { statusDate: 'Decided' }, status };
  const statusOf = async (cells: Record<string, string>, map: SourceMapping = mapping) => {
    const item = await importRow({ ...actual, ...cells }, { added, options: { mapping: map } });
    return { ...item.value?.statusHistory?.[0], said: said(item) };
  };

  test('is identified with authority, law and date', async () => {
    expect(await statusOf({ AO: '2024-03-01' })).toMatchObject({
      status: 'identified',
      basis: 'imported',
      authority: 'taskForce',
      body: 'bb-task-force',
      law: 'BB-TIPPA-2016',
      decidedOn: { value: '2024-03-01', precision: 'day' },
      sourceCode: 'ActualVictimOfTrafficking',
    });
  });

  test('stays presumed without a date, whatever the referral date', async () => {
    const got = await statusOf({});
    expect(got).toMatchObject({ status: 'presumed' });
    expect(got).not.toHaveProperty('decidedOn');
    expect(got.said).toContain('status-without-decision@S');
  });

  test('stays presumed without a law', async () => {
    const { law: _, ...noLaw } = status;
    expect(await statusOf({ AO: '2024-03-01' }, { ...mapping, status: noLaw })).toMatchObject({
      status: 'presumed',
    });
  });

  test('stays presumed where the row names another authority', async () => {
    const got = await statusOf({ AO: '2024-03-01', T: 'NGO' });
    expect(got).toMatchObject({ status: 'presumed', authority: 'ngo' });
    expect(got.said).toContain('status-authority-differs@T');
    expect(await statusOf({ AO: '2024-03-01', T: 'Non-police governmental organization' })).toMatchObject({
      status: 'identified',
    });
  });

  test('of a possible victim is potential, and no victim is not identified', async () => {
    expect(await statusOf({ S: 'Possible victim of trafficking', AO: '2024-03-01' })).toMatchObject({
      status: 'potential',
    });
    expect(await statusOf({ S: 'Not a victim of trafficking' })).toMatchObject({ status: 'notIdentified' });
  });
});
