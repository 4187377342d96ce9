import { release } from '@ctdx/anonymize';
import { calendarYears, measure, measureScreened, toRows, toScreenedRows } from '@ctdx/measure';
import { exact } from '@ctdx/model';
import { nationalYears } from '@ctdx/testkit';
import { renderReport } from 'ctdx/report';
import { inPlan, plan, screeningPlan } from './plan.js';
import { countryName } from './terminal.js';

const [first, last] = [nationalYears[0], nationalYears.at(-1)];

/** Counts, lets disclosure control decide what may be said, and writes the report. */
export async function publish(received, { workbooks, clock, out, say }) {
  const ofType = (type) => received.filter((record) => record.type === type);
  const [cases, screenings, plans] = ['case', 'screening', 'action-plan'].map(ofType);
  const periods = calendarYears(first, last);
  const coverage = workbooks.map(({ country, mapping }) => ({
    country,
    agency: mapping.agency,
    reported: true,
  }));
  const { figures, uncounted } = exact(await measure(cases, { periods, coverage }));
  say.line(
    `  ${figures.length} exact figures counted; they stay with the regional body. ${uncounted.length} groups of people are in neither indicator.`,
  );

  // exact() is the door between counting and releasing: nothing between these two lines is written anywhere.
  const { rows, synthetic, deduplicated } = exact(await toRows(cases, { periods }));
  const counting = rows.filter(({ status, period }) => isVictim(status) && period !== 'unknown').map(inPlan);
  const released = release(plan, counting, { synthetic, deduplicated });

  const persons = exact(await measureScreened(screenings, { periods, coverage }));
  say.line(`  ${persons.figures.length} exact figures of persons screened; they stay there too.`);
  const seen = exact(await toScreenedRows(screenings, { periods }));
  const screened = release(
    screeningPlan,
    seen.rows.filter(({ period }) => period !== 'unknown'),
    { synthetic: seen.synthetic, deduplicated: seen.deduplicated },
  );

  const date = clock().toLocaleDateString('en-GB', { dateStyle: 'long', timeZone: 'UTC' });
  const names = workbooks.map(({ country }) => countryName(country));
  const report = renderReport(released, {
    title: `Trafficking in four countries, ${first} to ${last}`,
    subtitle: `${names.slice(0, -1).join(', ')} and ${names.at(-1)}: what their agencies recorded, put together so that nobody can be found in it.`,
    date,
    coverage: coverage.map(({ country, agency }) => ({ country, reported: [agency] })),
    screened,
    plans: [...plans].sort((a, b) => (a.country < b.country ? -1 : 1)),
  });
  await out.write('release.json', released);
  await out.write('release-screening.json', screened);
  await out.write('report.html', report);
  say.line(
    `  ${released.tables.length + screened.tables.length} tables decided; every withheld number was shown to stay open.`,
  );
  return { release: released, screened };
}

function isVictim(status) {
  return status === 'identified' || status === 'presumed';
}
