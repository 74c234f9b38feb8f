import { planQueries } from '../plan/plan';
import { ProblemError, raise } from '../problems/problem';
import type { FilterNode } from '../query/filter';
import { parametersOf } from '../query/parameters';
import type { Days } from '../query/period';
import type { Query, QueryAccount } from '../query/query';
import { reportOf } from '../reports';
import { account } from '../reports/account';
import type { AnyReport, Dimension, EntityKind } from '../reports/report';
import { agreedQuery } from './agreement';
import type { Effects } from './effects';
import { type Behind, queryBehind } from './entries/behind';
import { conditionsFor, type Things } from './entries/conditions';
import { outside } from './entries/refusals';
import { type SelectedRow, selectedRow } from './entries/selectedRow';
import { factsOf } from './facts';
import { listValues } from './listValues';
import { resolved } from './parameters';
import { saveQuery } from './saveQuery';
import type { ListedValue } from './values/kinds';

/**
 * Makes and saves the query of the records behind what is selected: of a row of a grouped table, or of one of its numbers. It is
 * this person's own, and reads with logins of theirs that they agreed to have that table read with. What the cells hold is
 * compared with and decides nothing else. Raises `selection-outside`, `agreement-needed`, `login-unknown` and what `saveQuery`
 * does.
 */
export function showEntries(effects: Effects): Query {
  const row = selectedRow(effects);
  if (row.query.grain !== 'grouped') {
    raise(
      outside(
        `${row.query.name} has one row each: there is nothing behind a row.`,
        'Select a row of a grouped table, then try again.',
        row.query,
      ),
    );
  }
  for (const { login } of row.query.accounts) effects.logins.get(login);
  const query = resolved(effects, agreedQuery(effects, row.query));
  const report = reportOf(query.report);
  return saveQuery(effects, queryBehind(query, report, behind(effects, row, query, report)));
}

function behind(effects: Effects, row: SelectedRow, query: Query, report: AnyReport): Behind {
  const parts = dimensionsOf(row, report);
  const total = isTotal(row, query, parts);
  const dimensions = parts.map(({ field }) => field.id);
  const accounts = total ? query.accounts : accountsOf(row, query, parts);
  const things = thingsOf(effects, accounts);
  const filters = parts.flatMap(({ field, column }): FilterNode[] => {
    const held = row.held[column];
    if (field.id === account.id) return [];
    if (field.id === CURRENCY) return [inCurrency(effects, accounts, String(held))];
    if (total) return [];
    return conditionsFor(field, held, things) ?? raise(unreadable(row, field));
  });
  const words = total
    ? ['total']
    : parts.map(({ column }) => row.shown[column]).filter((text) => text !== '');
  return { accounts, days: daysOf(effects, row, query), filters, words, dimensions };
}

/** The currency is a dimension of every table with amounts. */
const CURRENCY = 'currency';

interface Part {
  field: Dimension<unknown>;
  /** The column of the table that shows it. */
  column: number;
}

/** The dimensions that rows are told apart by, with the columns that show them. Raises `selection-outside`. */
function dimensionsOf({ faces, written, query }: SelectedRow, report: AnyReport): Part[] {
  return written.flatMap((face): Part[] => {
    const field = report.fields.find(({ id }) => id === face);
    if (field?.role !== 'dimension') return [];
    const column = faces.indexOf(face);
    if (column >= 0) return [{ field, column }];
    return raise(
      outside(
        `The column ${field.title} of ${query.name} is gone, so what is behind its rows can't be told.`,
        'Refresh the query, then select the row again.',
        query,
      ),
    );
  });
}

/** Whether a row is one with totals: it says so where the first dimension is, and has no other. */
function isTotal({ held, index, complete }: SelectedRow, query: Query, parts: Part[]): boolean {
  const [first, ...others] = parts.filter(({ field }) => field.id !== CURRENCY);
  if (!query.totals || index < complete.rows) return false;
  if (first === undefined) return true;
  return held[first.column] === 'Total' && others.every(({ column }) => held[column] === '');
}

/** The accounts whose records are in a row: those that are called as it says. */
function accountsOf({ held }: SelectedRow, query: Query, parts: Part[]): QueryAccount[] {
  const part = parts.find(({ field }) => field.id === account.id);
  if (part === undefined) return query.accounts;
  const found = query.accounts.filter(({ name }) => name === held[part.column]);
  return found.length > 0 ? found : query.accounts;
}

/** Things of accounts by kind, each list read once; what can't be read is compared by name. */
function thingsOf(effects: Effects, accounts: QueryAccount[]): Things {
  const known = new Map<EntityKind, ListedValue[] | null>();
  const read = (kind: EntityKind) => {
    try {
      return listValues(effects, { accounts, kind }).values;
    } catch (error) {
      if (error instanceof ProblemError) return null;
      throw error;
    }
  };
  return (kind) => {
    const values = known.has(kind) ? (known.get(kind) ?? null) : read(kind);
    known.set(kind, values);
    return values;
  };
}

/** Records without currency and amount count to the account's own currency: they are behind its rows. */
function inCurrency(effects: Effects, accounts: QueryAccount[], currency: string): FilterNode {
  const none: FilterNode = { field: CURRENCY, op: 'empty', values: [] };
  if (currency === '') return none;
  const is: FilterNode = { field: CURRENCY, op: 'is', values: [currency] };
  const own = accounts.filter(({ login, workspace }) =>
    effects.workspaces
      .known(login)
      .some(({ id, defaultCurrency }) => id === workspace && defaultCurrency === currency),
  );
  if (own.length === 0) return is;
  if (own.length === accounts.length) return { or: [is, none] };
  const names = own.map(({ name }) => name);
  return { or: [is, { and: [none, { field: account.id, op: 'is', values: names }] }] };
}

const A_DAY = 86_400_000;

/**
 * The days of the last refresh, as long as they are what the query as it is agreed to meant then, or meant the day before,
 * when a long refresh may have begun: the sheet says which they were, where anybody may have written. Raises
 * `selection-outside` for others: the query was edited since.
 */
function daysOf(effects: Effects, { query: stored, complete }: SelectedRow, query: Query): Days | null {
  const { at, days } = complete;
  const facts = factsOf(effects, query);
  const meant = [at, at - A_DAY].map(
    (now) => planQueries([{ query, facts }], Math.max(0, now)).queries[0].days,
  );
  // What cells say may have changed since by anybody's hand, which is what they are for.
  if (days !== null && parametersOf(stored).length > 0) return days;
  const found = meant.find((other) => other?.from === days?.from && other?.to === days?.to);
  if (found !== undefined) return found;
  return raise(
    outside(
      `${stored.name} asks for other days than its table shows: it was changed since it was refreshed.`,
      'Refresh it, then select the row again.',
      stored,
    ),
  );
}

function unreadable({ query }: SelectedRow, { title }: Dimension<unknown>) {
  return outside(
    `What ${title} is in this row of ${query.name} can't be told: its cell was changed.`,
    'Refresh the query, then select the row again.',
    query,
  );
}
