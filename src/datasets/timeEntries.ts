import { type Dataset, Malformed, numberOf, objectsOf, type Scope, type Totals, textOf } from './dataset';
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
  permission: 'the right to see reports',
  request: (scope, page) => ({
    host: 'reports',
    path: `/workspaces/${scope.workspace}/reports/detailed`,
    body: {
      // Wall-clock times without a zone: with `timeZone` beside them they are days of that zone.
      dateRangeStart: `${scope.days?.from}T00:00:00.000`,
      dateRangeEnd: `${scope.days?.to}T23:59:59.999`,
      timeZone: scope.zone,
      exportType: 'JSON',
      // Ids only grow: an entry that is added or re-dated while we read doesn't move the pages.
      sortOrder: 'ASCENDING',
      ...AMOUNTS[scope.amounts],
      detailedFilter: { page: page.number, pageSize: page.size, sortColumn: 'ID' },
    },
  }),
  page(body, scope) {
    const envelope = body as { timeentries?: unknown; timeEntries?: unknown; totals?: unknown };
    const wire = objectsOf<WireEntry>(
      envelope.timeentries ?? envelope.timeEntries,
      'the list of time entries',
    );
    const clock = wallClockOf(scope.zone);
    const currency = soleCurrency(envelope.totals);
    const records: TimeEntry[] = [];
    for (const entry of wire) {
      if (!isRunning(entry.timeInterval)) records.push(readEntry(entry, scope, clock, currency));
    }
    return { records, received: wire.length, totals: totalsOf(envelope.totals, wire.length) };
  },
  key: (entry) => entry.id,
  seconds: (entry) => entry.seconds,
};

const AMOUNTS: Record<Scope['amounts'], object> = {
  hidden: { amountShown: 'HIDE_AMOUNT' },
  earned: { amountShown: 'EARNED', amounts: ['EARNED'] },
  'earned-and-cost': { amountShown: 'EARNED', amounts: ['EARNED', 'COST'] },
};

const clocks = new Map<string, WallClock>();

function wallClockOf(zone: string): WallClock {
  const known = clocks.get(zone) ?? wallClock(zone);
  clocks.set(zone, known);
  return known;
}

/** What the report says of all its pages. Where nothing matches, `totals` may be `[]` or `[null]`. */
function totalsOf(totals: unknown, rows: number): Totals {
  const first = Array.isArray(totals)
    ? (totals[0] as { entriesCount?: unknown; totalTime?: unknown } | null)
    : null;
  const records = numberOf(first?.entriesCount);
  if (records !== null) return { records, seconds: numberOf(first?.totalTime) };
  if (rows > 0) throw new Malformed('time entries without their totals');
  return { records: 0, seconds: 0 };
}

/** The currency of all amounts, where the totals name exactly one; rows of older reports have none of their own. */
function soleCurrency(totals: unknown): string | null {
  const first = Array.isArray(totals) ? (totals[0] as { totalAmountByCurrency?: unknown } | null) : null;
  const byCurrency = first?.totalAmountByCurrency;
  if (!Array.isArray(byCurrency) || byCurrency.length !== 1) return null;
  return textOf((byCurrency[0] as { currency?: unknown } | null)?.currency);
}
