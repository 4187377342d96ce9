/** Why a database could not be opened. */
export type DatabaseErrorCode =
  | 'directory-in-use'
  | 'directory-unusable'
  | 'unreachable'
  | 'migration-failed';

const sentences: Record<DatabaseErrorCode, string> = {
  'directory-in-use': 'The data directory is in use by another process.',
  'directory-unusable': 'The data directory can not be written.',
  unreachable: 'The database can not be reached.',
  'migration-failed': 'The database can not be brought to the schema of this version.',
};

/** The database could not be opened. Neither address nor SQL is told: both hold secrets. */
export class DatabaseError extends Error {
  override readonly name = 'DatabaseError';
  readonly code: DatabaseErrorCode;

  constructor(code: DatabaseErrorCode) {
    super(sentences[code]);
    this.code = code;
  }
}
