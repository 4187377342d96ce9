import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const table = fileURLToPath(
  new URL('../../../../schemas/generated/code-lists/labour-sector.csv', import.meta.url),
);

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'code-lists-'));
  copyFileSync(table, join(folder, 'given.csv'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What LibreOffice holds after opening the table as UTF-8, with columns of the given types, as CSV again. */
function opened(columns: string): string {
  const convert = (from: string, to: string, more: readonly string[]): void => {
    const profile = `-env:UserInstallation=file://${folder}/profile`;
    const options = ['--headless', ...more, '--convert-to', to, '--outdir', folder, join(folder, from)];
    execFileSync('soffice', [profile, ...options], { stdio: 'ignore' });
  };
  convert('given.csv', 'ods', [`--infilter=CSV:44,34,76,1${columns}`]);
  convert('given.ods', 'csv:Text - txt - csv (StarCalc):44,34,76,1', []);
  const text = readFileSync(join(folder, 'given.csv'), 'utf8');
  copyFileSync(table, join(folder, 'given.csv'));
  return text;
}

describe('LibreOffice', () => {
  const farming = readFileSync(table, 'utf8').split('\n')[2] ?? '';

  test('keeps leading zeros and accents of a table that it opens with columns of text', () => {
    const asText = Array.from({ length: 40 }, (_, at) => `${at + 1}/2`).join('/');
    const row = opened(`,${asText}`).split('\n')[2] ?? '';
    expect(row.startsWith('"01","Farming",')).toBe(true);
    expect(row.replaceAll('"', '')).toBe(farming.replaceAll('"', ''));
    expect(row).toMatch(/[^ -~]/);
  });

  test('makes a number of 01 otherwise, as the page says', () => {
    expect(opened('').split('\n')[2]).toMatch(/^1,"Farming",/);
  });
});
