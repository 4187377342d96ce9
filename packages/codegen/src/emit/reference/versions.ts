import type { Output } from '../../output.js';
import type { Json, Sources } from '../../sources.js';
import { cellText, tableOf } from './document.js';
import { code, link, many, page, prose, table } from './markdown.js';

/** `versions.md`: the versions of the standard, and the steps of a record from one to the next. */
export function versionsPage(sources: Sources): Output[] {
  const versions = sources.migrations.find(({ json }) => json.versions !== undefined)?.json;
  const steps = sources.migrations.filter(({ json }) => json.steps !== undefined);
  if (versions === undefined) return [];
  return [
    page('versions.md', 'Versions', [
      `The newest version of the standard is **${versions.newest}**. A receiver supports the last ${many(versions.supportedMinors, 'minor version')} of a major one. ${link('JSON', '../../schemas/migrations')}`,
      tableOf(versions.versions),
      steps.length === 0 ? 'There is one version, so no record has to be taken from one to another yet.' : '',
      ...steps.flatMap(({ json }) => [
        `## ${json.from} to ${json.to}`,
        'Up in this order, down in the opposite one.',
        table(['Step', 'Record', 'What', 'Why', 'What is lost'], json.steps.map(stepRow)),
      ]),
    ]),
  ];
}

function stepRow({ id, record, do: deed, why, loses }: Json): string[] {
  return [code(id), record, cellText(deed), prose(why ?? ''), prose(loses ?? '')];
}
