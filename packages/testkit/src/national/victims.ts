import { htcdsChoices } from '../htcds/layout.js';
import type { CellValue, SheetRow } from '../htcds/sheet-xml.js';
import type { SeededRandom } from '../random.js';
import { nationalColumns } from './columns.js';
import type { NationalPlan } from './countries.js';

const givenNames = [
  'Amaru',
  'Belisa',
  'Corwin',
  'Delphie',
  'Esmond',
  'Fianna',
  'Garvin',
  'Hestia',
  'Ilmar',
  'Jovanka',
  'Kerensa',
  'Lorcan',
];
const familyNames = [
  'Abercairn',
  'Brindlewood',
  'Castlemere',
  'Dunwyche',
  'Elderfen',
  'Fallowmoor',
  'Greycroft',
  'Hollinshade',
];
const owners = ['Officer Nine', 'Officer Twelve', 'Officer Thirty'];
const places = [
  'Guest house near the harbour',
  'Bar on the coast road',
  'Building site',
  'Private house',
  'Farm inland',
];
const sectors = [
  'Construction',
  'Accommodation and food service activities',
  'Agriculture, forestry and fishing',
];
const closings = ['Returned home with help', 'No further contact', 'Moved on to another service'];

const lastDay = '2025-12-31';

/** What the victims of one incident share. */
interface Incident {
  readonly number: string;
  readonly registered: string;
  readonly citizenship: string;
  readonly form: string;
  readonly sexual: boolean;
  readonly means: string;
  readonly method: string;
  readonly place: string;
}

/** Makes the rows of one year in the order of registration; incidents have one to four victims. */
export function victimsOfYear(
  plan: NationalPlan,
  year: number,
  count: number,
  random: SeededRandom,
  date: (iso: string) => CellValue,
): SheetRow[] {
  const incidents: Incident[] = [];
  while (incidents.length < count) {
    const size = Math.min(random.int(1, 4), count - incidents.length);
    const incident = makeIncident(plan, year, incidents.length + 1, random);
    incidents.push(...Array.from({ length: size }, () => incident));
  }
  const inOrder = incidents.sort((one, other) => (one.registered < other.registered ? -1 : 1));
  return inOrder.map((incident, index) => {
    const number = `${plan.country}-${year}-${String(index + 1).padStart(3, '0')}`;
    return makeRow(plan, incident, number, random, date);
  });
}

function makeIncident(plan: NationalPlan, year: number, number: number, random: SeededRandom): Incident {
  const sexual = random.chance(0.6);
  return {
    number: `INC-${year}-${number}`,
    registered: `${year}-${two(random.int(1, 12))}-${two(random.int(1, 28))}`,
    citizenship: random.pick(plan.citizenships),
    form: sexual
      ? 'Sexual exploitation'
      : random.pick(['Forced labour', 'Forced labour', 'Servitude', 'Forced begging']),
    sexual,
    means: [random.pick(htcdsChoices('vic_MethodsOfControl').slice(0, 7)), 'Withholds documents'].join('; '),
    method: random.pick(htcdsChoices('vic_MethodOfRecruitment').slice(3, 9)),
    place: random.pick(places),
  };
}

function makeRow(
  plan: NationalPlan,
  incident: Incident,
  number: string,
  random: SeededRandom,
  date: (iso: string) => CellValue,
): SheetRow {
  const { id, incident: shared, registeredOn, closedOn, statusDate } = nationalColumns;
  const year = Number(incident.registered.slice(0, 4));
  const age = random.chance(0.3) ? random.int(11, 17) : random.int(18, 44);
  const isActual = random.chance(0.65);
  const isClosed = year < 2025 && random.chance(0.5);
  const hasDecision = isActual && random.chance(0.6);
  const status = isActual
    ? 'Actual victim of trafficking'
    : random.chance(0.85)
      ? 'Possible victim of trafficking'
      : 'Not a victim of trafficking';
  return {
    B: random.pick(owners),
    D: random.pick(givenNames),
    E: random.pick(familyNames),
    F: random.pick(['Yes', 'yes', 'TRUE', 'No']),
    G: date(`${year - age - 1}-${two(random.int(1, 12))}-${two(random.int(13, 28))}`),
    H:
      incident.sexual && random.chance(0.9)
        ? 'Feminine'
        : random.pick(['Feminine', 'Masculine', 'Masculine\u00A0']),
    I: incident.citizenship,
    S: status,
    T: plan.decider,
    U: incident.method,
    V: 'In the home country',
    W: incident.means,
    X: incident.form,
    ...(incident.form === 'Forced labour' ? { Y: random.pick(sectors) } : {}),
    ...(incident.sexual
      ? { Z: random.pick(['Prostitution', 'Prostitution', 'Private sexual services']) }
      : {}),
    AA: incident.place,
    AB: isClosed ? 'Closed' : random.pick(['Active', 'Follow up', 'Follow Up']),
    ...(random.chance(0.4)
      ? { AC: 'A shelter', AD: date(incident.registered), AF: 'Additional Services Required' }
      : {}),
    ...(isClosed
      ? {
          AM: random.pick(closings),
          [closedOn.column]: date(daysAfter(incident.registered, random.int(90, 300))),
        }
      : {}),
    [id.column]: number,
    [shared.column]: incident.number,
    [registeredOn.column]: date(incident.registered),
    ...(hasDecision ? { [statusDate.column]: date(daysAfter(incident.registered, random.int(3, 60))) } : {}),
  };
}

function daysAfter(iso: string, days: number): string {
  const date = new Date(Date.parse(`${iso}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
  // The workbooks end with their last year: nothing in them lies in the future of whoever reads them later.
  return date < lastDay ? date : lastDay;
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}
