import { describeSeconds } from '../query/describe';
import { RECORDS } from './control';
import { type Dataset, Malformed, numberOf, objectsOf, textOf } from './dataset';
import { reportBody, totalsIn, type WireTotals } from './entryReport';
import { isRunning, readEntry, type TimeEntry, type WireEntry } from './timeEntry';
import { type WallClock, wallClock } from './wallTime';

/**
 * Time entries by the detailed report: all people's, with names and amounts, a thousand at a time. Its first answer states
 * how many there are and their total time. Running timers are left out.
 */
export const timeEntries: Dataset<TimeEntry> = {
  id: 'time-entries',
  title: 'time entries',
  paging: { kind: 'counted', size: 1000 },
  dated: true,
  amounts: true,
  permission: 'the right to see reports',
  limited: 'time',
  request: (scope, page) => ({
    host: 'reports',
    path: `/workspaces/${scope.workspace}/reports/detailed`,
    body: {
      ...reportBody(scope),
      // Ids only grow: an entry that is added or re-dated while we read doesn't move the pages.
      detailedFilter: { page: page.number, pageSize: page.size, sortColumn: 'ID' },
    },
  }),
  page(body, scope) {
    const wire = rowsIn(body);
    const clock = wallClockOf(scope.zone);
    const currency = soleCurrency(totalsIn(body));
    const records: TimeEntry[] = [];
    for (const entry of wire) {
      if (!isRunning(entry.timeInterval)) records.push(readEntry(entry, scope, clock, currency));
    }
    return { records, received: wire.length };
  },
  key: (entry) => entry.id,
  controls: [
    {
      name: RECORDS,
      of: () => 1,
      stated: (body) => countIn(body),
      title: 'time entries',
      describe: String,
    },
    {
      name: 'seconds',
      of: (entry) => entry.seconds,
      stated: (body) => (countIn(body) === 0 ? 0 : numberOf(totalsIn(body)?.totalTime)),
      title: 'tracked',
      describe: describeSeconds,
    },
  ],
};

const clocks = new Map<string, WallClock>();

function wallClockOf(zone: string): WallClock {
  const known = clocks.get(zone) ?? wallClock(zone);
  clocks.set(zone, known);
  return known;
}

/** How many entries there are. Raises `Malformed` when there are some and nothing says how many. */
function countIn(body: unknown): number {
  const count = numberOf(totalsIn(body)?.entriesCount);
  if (count !== null) return count;
  if (rowsIn(body).length > 0) throw new Malformed('time entries without their totals');
  return 0;
}

function rowsIn(body: unknown): Partial<WireEntry>[] {
  const { timeentries, timeEntries } = body as { timeentries?: unknown; timeEntries?: unknown };
  return objectsOf<WireEntry>(timeentries ?? timeEntries, 'the list of time entries');
}

/** The currency of all amounts, where the totals name exactly one; rows of older reports have none of their own. */
function soleCurrency(totals: WireTotals | null): string | null {
  const byCurrency = totals?.totalAmountByCurrency;
  if (!Array.isArray(byCurrency) || byCurrency.length !== 1) return null;
  return textOf((byCurrency[0] as { currency?: unknown } | null)?.currency);
}
