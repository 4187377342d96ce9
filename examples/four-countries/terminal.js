import { styleText } from 'node:util';
import { codeLists } from '@ctdx/model/codes';
import { say as sentences } from '@ctdx/validate';
import { wordingEn } from '@ctdx/validate/wording/en';
import { SingleBar } from 'cli-progress';

/** What a person sees: a bar on a terminal, plain lines elsewhere. Nothing that is stored comes from here. */
export function terminal(stream = process.stdout) {
  const isTerminal = stream.isTTY === true;
  const bold = (text) => (isTerminal ? styleText('bold', text) : text);
  const line = (text = '') => stream.write(`${text}\n`);
  return {
    line,
    title: (text) => line(`\n${bold(text)}`),
    finding: (finding) => line(`    ${inWords(finding)}`),
    /** Counts up to `total`; call the result at each step. */
    progress(label, total) {
      if (!isTerminal) return () => {};
      const bar = new SingleBar({
        format: `  ${label} [{bar}] {value}/{total}`,
        hideCursor: true,
        clearOnComplete: true,
        stream,
      });
      bar.start(total, 0);
      return () => {
        bar.increment();
        if (bar.value >= total) bar.stop();
      };
    },
    summary: (facts) => line(summary(facts).join('\n')),
  };
}

/** Name of a country in the standard's own list. */
export function countryName(code) {
  return codeLists.country.codes.find((one) => one.code === code)?.label.en ?? code;
}

/** Where it is, what is wrong, and what to do. */
function inWords(finding) {
  const { says, do: advice } = sentences(finding, wordingEn);
  const sheet = finding.sheet > 1 ? `sheet ${finding.sheet}, ` : '';
  const place =
    finding.row === undefined ? (sheet ? sheet.slice(0, -2) : 'file') : `${sheet}row ${finding.row}`;
  return `${place}${finding.column ? `, column ${finding.column}` : ''}: ${finding.severity}: ${says.replace(/\.$/, '')}. ${advice}`;
}

function summary({ imports, received, releases, seconds, folder }) {
  const all = releases.flatMap(({ tables }) => tables);
  const count = (status) => all.filter((table) => table.status === status).length;
  const sum = (key) => imports.reduce((total, one) => total + one[key].length, 0);
  return [
    '',
    `Done in ${seconds.toFixed(1)} s. Every person and every number is invented.`,
    `  ${sum('records')} records from ${imports.length} files, ${sum('mistakes')} mistakes, ${received.length} records accepted by the node;`,
    `  ${count('released')} tables released, ${count('refused')} refused.`,
    '',
    `  ${folder}/report.html          open this one: the publication, and all that may be published`,
    `  ${folder}/release.json         the same as data`,
    `  ${folder}/workbooks/           the twelve files of the offices, to look at or to break`,
    `  ${folder}/bs, bb, jm, lc/      what each country keeps: records, findings, losses, extracts, receipts`,
    `  ${folder}/regional/            what the regional body holds: personal data, still`,
    '',
    'The same on a file of your own (see `--help` of each):',
    '  node packages/cli/bin/ctdx.js import FILE --country BB --key-file KEY --out cases.ndjson',
    '  node packages/cli/bin/ctdx.js import FILE --as screening --country BB --key-file KEY --out screenings.ndjson',
    '  node packages/cli/bin/ctdx.js import FILE --as action-plan --country BB --key-file KEY --out plan.ndjson',
    '  node packages/cli/bin/ctdx.js validate cases.ndjson --type case --level identified',
    '  node packages/cli/bin/ctdx.js pseudonymize cases.ndjson --key-file KEY --out extract.ndjson',
    '  node packages/cli/bin/ctdx.js serve --trial',
  ];
}
