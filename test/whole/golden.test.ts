import { reports } from '../../src/reports';
import { expectGolden } from './golden';
import { newGround } from './ground';

/** After the demo's autumn, so that all of Quirks is in the past. */
const ground = newGround({ now: Date.parse('2026-11-10T09:00:00Z') });

/** Few days of an ordinary workspace, and every day of the one with the awkward cases but those of texts and length. */
const DAYS: Record<string, [from: string, to: string]> = {
  'Lumen & Loom': ['2026-06-01', '2026-06-02'],
  Quirks: ['2026-02-01', '2026-11-09'],
};

describe.each(Object.keys(DAYS))('the report on %s of', (account) => {
  const place = account === 'Quirks' ? 'quirks' : 'agency';

  test.each(reports.map(({ id }) => id))('%s has its golden table', async (report) => {
    const query = await ground.fill({ report, accounts: [account], days: DAYS[account] });
    expectGolden(`${report}.${place}.default`, await ground.table(query));
  });

  test.each(reports.map(({ id }) => id))('%s with all columns has its golden table', async (report) => {
    const query = await ground.fill({ report, accounts: [account], days: DAYS[account], columns: 'all' });
    expectGolden(`${report}.${place}.all`, await ground.table(query));
  });
});

test('durations as decimal hours have their golden table', async () => {
  const query = await ground.fill({
    accounts: ['Quirks'],
    days: ['2026-03-01', '2026-03-31'],
    columns: ['date', 'start', 'end', 'duration', 'hours', 'amount', 'currency'],
    durations: 'decimal',
  });
  expectGolden('time-entries.quirks.decimal', await ground.table(query));
});

test('a German spreadsheet has its golden table', async () => {
  await ground.open({ locale: 'de_DE' });
  const query = await ground.fill({
    accounts: ['Quirks'],
    days: ['2026-03-01', '2026-03-31'],
    columns: ['date', 'start', 'end', 'duration', 'hours', 'amount', 'currency', 'billable'],
  });
  expectGolden('time-entries.quirks.german', await ground.table(query));
});
