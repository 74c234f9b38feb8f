import type { TruthEntry, TruthMember } from './entryTruth';

type Cell = string | number | boolean;

/** What a metric comes to over entries: the value of its cell, and how far from it roundings may be. Null is an empty cell. */
interface Due {
  value: number | null;
  within: number;
}

const EXACT = 1e-9;

/** Each metric of the report on time entries, reckoned from the demo's entries and from nothing of the add-on. */
const METRICS: Record<string, (entries: TruthEntry[]) => Due> = {
  duration: (entries) => exact(seconds(entries) / 86_400),
  hours: (entries) => exact(seconds(entries) / 3600),
  'billable-hours': (entries) => exact(billable(entries) / 3600),
  'non-billable-hours': (entries) => exact((seconds(entries) - billable(entries)) / 3600),
  'billable-ratio': (entries) => exact(ratio(billable(entries), seconds(entries))),
  amount: (entries) => money(entries, sum(entries.map(({ earned }) => earned))),
  cost: (entries) => money(entries, sum(entries.map(({ cost }) => cost))),
  profit: (entries) => money(entries, profit(entries), 2),
  margin(entries) {
    const amount = sum(entries.map(({ earned }) => earned));
    const within = amount ? (entries.length + 2) / Math.abs(amount) : EXACT;
    return { value: ratio(profit(entries), amount), within: within * 4 };
  },
  'effective-rate'(entries) {
    const hours = seconds(entries) / 3600;
    const amount = sum(entries.map(({ earned }) => earned));
    return {
      value: ratio(amount === null ? null : amount / 100, hours),
      within: 0.0051 + (hours > 0 ? (entries.length + 2) / 200 / hours : 0),
    };
  },
  'invoice-hours': (entries) => exact((sum(entries.map((entry) => entry.invoiceHundredths)) ?? 0) / 100),
  'invoice-amount': (entries) => ({
    value: scaled(sum(entries.map(invoiced))),
    within: 0.0001,
  }),
  entries: (entries) => exact(entries.length),
  people: (entries) => exact(distinct(entries, 'user')),
  projects: (entries) => exact(distinct(entries, 'project')),
  clients: (entries) => exact(distinct(entries, 'client')),
  days: (entries) => exact(distinct(entries, 'date')),
  'hours-per-day': (entries) => exact(ratio(seconds(entries) / 3600, distinct(entries, 'date'))),
};

/** All metrics of which the truth is known. */
export const TRUE_METRICS = Object.keys(METRICS);

function exact(value: number | null): Due {
  return { value, within: EXACT };
}

/** Clockify rounds the amount of each entry to a minor unit, so that a sum may be half a minor unit away for each of them. */
function money(entries: TruthEntry[], minor: number | null, times = 1): Due {
  return { value: scaled(minor), within: ((entries.length + 1) / 200) * times };
}

function scaled(minor: number | null): number | null {
  return minor === null ? null : minor / 100;
}

function sum(values: (number | null)[]): number | null {
  return values.reduce<number | null>((all, value) => (value === null ? all : (all ?? 0) + value), null);
}

function ratio(a: number | null, b: number | null): number | null {
  return a === null || b === null || b === 0 ? null : a / b;
}

function seconds(entries: TruthEntry[]): number {
  return entries.reduce((all, entry) => all + entry.seconds, 0);
}

function billable(entries: TruthEntry[]): number {
  return entries.reduce((all, entry) => all + entry.billableSeconds, 0);
}

function profit(entries: TruthEntry[]): number | null {
  return sum(
    entries.map(({ earned, cost }) =>
      earned === null && cost === null ? null : (earned ?? 0) - (cost ?? 0),
    ),
  );
}

/** What is not billable is on no invoice and adds 0, unless nothing is known of its rate. */
function invoiced({ billableSeconds, earned, invoiceAmount }: TruthEntry): number | null {
  return billableSeconds > 0 ? invoiceAmount : earned === null ? null : 0;
}

function distinct(entries: TruthEntry[], field: string): number {
  return new Set(entries.flatMap(({ members }) => members[field].ids)).size;
}

/** A row that there has to be: what its dimensions show, and what its metrics come to. */
export interface DueRow {
  shown: Cell[];
  dues: Due[];
}

/** The rows of a grouped table: one for each combination of things, by their ids. */
export function dueRows(entries: TruthEntry[], dimensions: string[], metrics: string[]): DueRow[] {
  const groups = new Map<string, TruthEntry[]>();
  for (const entry of entries) {
    const key = JSON.stringify(dimensions.map((field) => [...entry.members[field].ids].sort()));
    groups.set(key, [...(groups.get(key) ?? []), entry]);
  }
  return [...groups.values()].map((members) => ({
    shown: dimensions.map((field) => shown(field, members[0].members[field])),
    dues: metrics.map((metric) => METRICS[metric](members)),
  }));
}

const DAY_ZERO = 25_569;

function serial(day: string): number {
  return Date.parse(`${day}T00:00:00Z`) / 86_400_000 + DAY_ZERO;
}

/** What a cell shows of what an entry has. */
function shown(field: string, { names }: TruthMember): Cell {
  if (names.length === 0) return '';
  if (field === 'date' || field === 'week') return serial(names[0]);
  if (field === 'month') return serial(`${names[0]}-01`);
  if (field === 'year' || field === 'hour') return Number(names[0]);
  if (field === 'billable') return names[0] === 'true';
  return comparable(names.join(', '));
}

/** A text of several names in one order, and a name without what tells two of it apart. */
function comparable(text: string): string {
  return text
    .replaceAll('\u0000', '')
    .split(', ')
    .map((name) => name.trim())
    .sort()
    .join(', ');
}

/**
 * Where a table differs from the rows that there have to be, in words; nothing where it doesn't. `dimensions` and `metrics`
 * say how many of its columns are which, dimensions first.
 */
export function differences(
  rows: Cell[][],
  due: DueRow[],
  dimensions: string[],
  metrics: string[],
): string[] {
  if (rows.length !== due.length) return [`${rows.length} rows instead of ${due.length}`];
  const labels = due.map((row) => row.shown);
  // Of two things of one name the table says in brackets which is which.
  const bare = rows.map((row) => row.slice(0, dimensions.length).map((cell) => withoutApart(cell, labels)));
  const found = rows
    .map((row, index) => ({ shown: bare[index], metrics: row.slice(dimensions.length) }))
    .sort(byShown);
  const wanted = [...due].sort(byShown);
  return wanted.flatMap(({ shown, dues }, index) => {
    const row = found[index];
    const where = JSON.stringify(shown);
    if (JSON.stringify(row.shown) !== where) return [`${JSON.stringify(row.shown)} instead of ${where}`];
    return dues.flatMap(({ value, within }, place) =>
      isWithin(row.metrics[place], value, within)
        ? []
        : [`${metrics[place]} of ${where}: ${row.metrics[place]} instead of ${value}`],
    );
  });
}

function isWithin(cell: Cell, value: number | null, within: number): boolean {
  if (value === null) return cell === '';
  return typeof cell === 'number' && Math.abs(cell - value) <= within;
}

function withoutApart(cell: Cell, labels: Cell[][]): Cell {
  if (typeof cell !== 'string') return cell;
  const text = comparable(cell);
  const known = (candidate: string) => labels.some((label) => label.includes(candidate));
  if (known(text)) return text;
  const bare = / \([^()]*\)$/.exec(text) ? text.replace(/ \([^()]*\)$/, '') : text;
  return known(bare) ? bare : text;
}

/** By what is shown; of rows that show the same (things of one name) by their metrics. */
function byShown(a: Row, b: Row): number {
  const [one, other] = [JSON.stringify(a.shown), JSON.stringify(b.shown)];
  if (one !== other) return one < other ? -1 : 1;
  const [ours, theirs] = [valuesOf(a), valuesOf(b)];
  const place = ours.findIndex((value, index) => Math.abs(value - theirs[index]) > 1e-7);
  return place === -1 ? 0 : ours[place] - theirs[place];
}

type Row = { shown: Cell[] } & ({ dues: Due[] } | { metrics: Cell[] });

function valuesOf(row: Row): number[] {
  return 'dues' in row ? row.dues.map(({ value }) => value ?? 0) : row.metrics.map(Number);
}
