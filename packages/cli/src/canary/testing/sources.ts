/** Every place where somebody types. The two letters begin the marks of the source, so that a hit names it. */
export const sources = {
  invalidValue: {
    series: 'iv',
    what: 'each property of each record type and level, with a value that does not fit',
  },
  fittingValue: {
    series: 'fv',
    what: 'each property that takes a text or a code of one’s own, with one that fits',
  },
  unknownKey: {
    series: 'uk',
    what: 'a key that the standard does not have, in each object; `__proto__` and its like',
  },
  extensionKey: { series: 'ek', what: 'keys and values of extensions' },
  newerKey: { series: 'nk', what: 'a key of a newer minor version, in each object' },
  ruleBreaker: { series: 'rb', what: 'texts of records that break each cross-field rule' },
  hostileObject: {
    series: 'ho',
    what: 'values that no JSON holds: getters that throw, classes, proxies, symbols',
  },
  brokenJson: {
    series: 'bj',
    what: 'JSON that can’t be parsed, or gives a key twice, next to a marked text',
  },
  brokenLine: { series: 'bl', what: 'a broken line of NDJSON' },
  header: { series: 'hd', what: 'headers of a table and of a workbook' },
  htcdsCell: { series: 'hc', what: 'the cell of each column of HTCDS' },
  layoutCell: { series: 'lc', what: 'the cell of each column of a table of screenings and of a plan' },
  sheetName: { series: 'sn', what: 'names of sheets' },
  workbookPart: { series: 'wp', what: 'parts of a workbook: author, macro, references, types, XML' },
  fileName: { series: 'fn', what: 'names of files' },
  folderName: { series: 'dn', what: 'names of folders' },
  mappingKey: { series: 'mk', what: 'keys of a mapping file' },
  mappingValue: { series: 'mv', what: 'values of a mapping file' },
  idColumn: { series: 'ic', what: 'the option for the column of ids' },
  commandWord: { series: 'cw', what: 'words of the command line: commands, options, values, operands' },
  keyFile: { series: 'kf', what: 'content of a key file and of a register' },
  httpBody: { series: 'hb', what: 'bodies that are no parcel' },
  parcelBody: { series: 'pb', what: 'each property and object of a parcel and its records, over HTTP' },
  requestHeader: { series: 'rh', what: 'headers of a request' },
  queryString: { series: 'qs', what: 'query strings, cursors among them' },
  pathSegment: { series: 'ps', what: 'segments of an address' },
  tokenRequest: { series: 'tr', what: 'claims, headers and fields of a token request' },
  agreementRef: { series: 'ar', what: 'the agreement, purpose and parties that a parcel names' },
  sqlValue: {
    series: 'sq',
    what: 'values that a database refuses: U+0000, lone surrogates, 1e400, overlong texts',
  },
  databaseUrl: { series: 'du', what: 'DATABASE_URL with its password' },
  configuration: { series: 'cf', what: 'the configuration of the node' },
  clientOption: { series: 'co', what: 'what a program hands to the client' },
  nodeAnswer: { series: 'na', what: 'what a node answers that is not ours' },
  personRow: { series: 'pr', what: 'rows of persons that are counted: ids, attributes, categories' },
  tablePlan: { series: 'tp', what: 'the plan of the tables that are released' },
  reportOption: { series: 'ro', what: 'title, day and coverage of a report' },
} as const;

export type Source = keyof typeof sources;
