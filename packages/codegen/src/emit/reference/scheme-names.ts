/** Other standards by the names that people know. */
const names: Readonly<Record<string, string>> = {
  htcds: 'HTCDS',
  ctdc: 'CTDC',
  ctdcSynthetic: 'CTDC synthetic',
  iccs: 'ICCS',
  eurostat: 'Eurostat',
  sdg: 'SDG',
  isic: 'ISIC',
  isced: 'ISCED',
  sdmx: 'SDMX',
  m49: 'UN M49',
  iso3166alpha3: 'ISO 3166 alpha-3',
  iso6392: 'ISO 639-2',
  region: 'world region',
};

export function schemeName(scheme: string): string {
  return names[scheme] ?? scheme;
}
