import { describeSeconds } from '../query/describe';
import {
  type Dataset,
  type GroupKey,
  Malformed,
  numberOf,
  objectsOf,
  type Scope,
  textOf,
  Undecided,
} from './dataset';
import { secondsOf } from './duration';
import { reportBody, totalTimeIn } from './entryReport';
import { NOTHING, profitOf, type TimeEntry } from './timeEntry';
import { serialOfWallTime } from './wallTime';

/** A group of the summary report; groups of the next level are its `children`. */
interface WireGroup {
  _id: unknown;
  name: unknown;
  duration: unknown;
  clientName: unknown;
  amount: unknown;
  amounts: unknown;
  children: unknown;
}

/**
 * Time entries by the summary report, which adds them up itself, in one answer of any size. A record stands for all entries
 * that are alike in what was grouped by: it has that, their seconds and amounts, and nothing else.
 */
export const timeSums: Dataset<TimeEntry> = {
  id: 'time-sums',
  title: 'time entries',
  paging: { kind: 'whole' },
  dated: true,
  amounts: true,
  permission: 'the right to see reports',
  limited: 'time',
  request: (scope) => ({
    host: 'reports',
    path: `/workspaces/${scope.workspace}/reports/summary`,
    body: { ...reportBody(scope), summaryFilter: { groups: askedFor(scope), sortColumn: 'GROUP' } },
  }),
  page(body, scope) {
    const sums = new Map<string, TimeEntry>();
    take(groupsIn(body), 0, [], NOTHING, scope, sums);
    const records = [...sums.values()];
    return { records, received: records.length };
  },
  key: (sum) => sum.id,
  // Entries of no length, which count, or nothing but a timer that runs, which doesn't: only entries tell.
  open: (sum) => sum.seconds === 0,
  controls: [
    {
      name: 'seconds',
      of: (sum) => sum.seconds,
      stated: (body) => totalTimeIn(body, groupsIn(body).length),
      title: 'tracked',
      describe: describeSeconds,
    },
  ],
};

/** By what Clockify groups: by something in any case, since it refuses a report without groups. */
function askedFor({ groups = [] }: Scope): GroupKey[] {
  return groups.length > 0 ? groups : ['PROJECT'];
}

function groupsIn(body: unknown): Partial<WireGroup>[] {
  return objectsOf<WireGroup>((body as { groupOne?: unknown }).groupOne, 'the groups of a summary');
}

/** Takes one level of groups. There are as many levels as were asked for, whatever the answer says beyond them. */
function take(
  level: Partial<WireGroup>[],
  depth: number,
  above: readonly (string | null)[],
  known: TimeEntry,
  scope: Scope,
  sums: Map<string, TimeEntry>,
): void {
  const groups = askedFor(scope);
  for (const group of level) {
    const id = idIn(group, groups[depth]);
    // Asked for only because something has to be: its groups become one.
    const wanted = (scope.groups ?? []).length > depth;
    const ids = wanted ? [...above, id] : above;
    const record = wanted ? { ...known, ...THINGS[groups[depth]](id, group) } : known;
    if (depth + 1 < groups.length) {
      take(objectsOf(group.children, 'the groups in a group'), depth + 1, ids, record, scope, sums);
      continue;
    }
    const key = JSON.stringify(ids);
    const sum = sumOf(group, { ...record, id: key }, scope);
    const other = sums.get(key);
    sums.set(key, other ? together(other, sum, scope) : sum);
  }
}

/** A text; an object that names the text for each level; or, for what has no project …, null, empty or absent. */
function idIn({ _id: id }: Partial<WireGroup>, group: GroupKey): string | null {
  return typeof id === 'object' && id !== null ? textOf((id as Record<string, unknown>)[group]) : textOf(id);
}

/** What a group says of its entries. A group of entries without has a name too, which is no name of anything. */
const THINGS: Record<GroupKey, (id: string | null, group: Partial<WireGroup>) => Partial<TimeEntry>> = {
  CLIENT: (id, { name }) => ({ clientId: id, clientName: id && textOf(name) }),
  PROJECT: (id, { name, clientName }) => ({
    projectId: id,
    projectName: id && textOf(name),
    // Tells projects of one name apart.
    ...(id !== null && textOf(clientName) !== null && { clientName: textOf(clientName) }),
  }),
  USER: (id, { name }) => ({ userId: id, userName: id && textOf(name) }),
  DATE: (id) => {
    const day = serialOfDay(id);
    return { startSerial: day, endSerial: day };
  },
  BILLABLE: () => ({}),
};

function serialOfDay(id: string | null): number {
  const day = /^\d{4}-\d{2}-\d{2}(?=$|T)/.exec(id ?? '')?.[0];
  const serial = day === undefined ? Number.NaN : serialOfWallTime(`${day}T00:00:00`);
  if (Number.isNaN(serial)) throw new Malformed('a day of a summary that is no day');
  return serial;
}

function sumOf(group: Partial<WireGroup>, record: TimeEntry, scope: Scope): TimeEntry {
  const seconds = secondsOf(group.duration);
  if (seconds === null) throw new Malformed('a group without its duration');
  const shown = scope.amounts !== 'hidden';
  const amounts = shown ? objectsOf<WireAmount>(group.amounts ?? [], 'the amounts of a group') : [];
  // `value` may be rounded where `amount`, which is of the kind that was asked to be shown, is not.
  const earnedAmount = shown ? (numberOf(group.amount) ?? amountOf(amounts, 'EARNED')) : null;
  const costAmount = amountOf(amounts, 'COST');
  return {
    ...record,
    seconds,
    billable: scope.filters?.billable ?? null,
    earnedAmount,
    costAmount,
    profit: profitOf(earnedAmount, costAmount, scope),
    currency: currencyOf(amounts) ?? scope.currency ?? null,
  };
}

interface WireAmount {
  type: unknown;
  value: unknown;
  amountByCurrency: unknown;
}

function amountOf(amounts: Partial<WireAmount>[], type: string): number | null {
  return numberOf(amounts.find((amount) => amount.type === type)?.value);
}

/** The currency that amounts name, if any. Raises `Malformed` for several: their sum is worth nothing. */
function currencyOf(amounts: Partial<WireAmount>[]): string | null {
  const named = new Set<string>();
  for (const { amountByCurrency: list } of amounts) {
    for (const each of Array.isArray(list) ? list : []) {
      const currency = textOf((each as { currency?: unknown } | null)?.currency);
      if (currency !== null) named.add(currency);
    }
  }
  if (named.size > 1) throw new Undecided('amounts of several currencies in one sum');
  return [...named][0] ?? null;
}

function together(a: TimeEntry, b: TimeEntry, scope: Scope): TimeEntry {
  if (a.currency !== b.currency) throw new Undecided('amounts of several currencies in one sum');
  const earnedAmount = added(a.earnedAmount, b.earnedAmount);
  const costAmount = added(a.costAmount, b.costAmount);
  const profit = profitOf(earnedAmount, costAmount, scope);
  return { ...a, seconds: a.seconds + b.seconds, earnedAmount, costAmount, profit };
}

function added(a: number | null, b: number | null): number | null {
  return a === null ? b : a + (b ?? 0);
}
