/** Every way out: what a person, a log or another machine can come to read. */
export const channels = {
  finding: 'findings as JSON, of every reader and checker',
  issue: 'issues of Standard Schema',
  summary: 'counts of findings',
  wording: 'sentences about findings',
  error: 'errors of libraries: message, stack, own properties, causes',
  stdout: 'standard output of every command, as text',
  stdoutJson: 'standard output of `validate --format json`',
  stderr: 'standard error of every command',
  process: 'what anything writes to the streams of the process by itself, warnings included',
  loss: 'losses of an import and of a disclosure list, as values',
  ledgerFile: 'the file of --ledger',
  findingsFile: 'the file of --findings',
  register: 'the register beside the key file',
  pseudonymized: 'a pseudonymized record and the file that holds it',
  fileNames: 'names of the files and folders that a command makes',
  receipt: 'the receipt of a parcel',
  http: 'answers of the node: status line, headers, body',
  nodeLog: 'the log of the node',
  sqlError: 'a failing statement, as it surfaces in answer and log',
  clientError: 'errors of the client',
  release: 'a release as JSON',
  report: 'the page of a release',
} as const;

export type Channel = keyof typeof channels;
