import { planQueries } from '../plan/plan';
import { ProblemError, raise } from '../problems/problem';
import type { Condition, FilterNode } from '../query/filter';
import { parametersOf } from '../query/parameters';
import type { Days } from '../query/period';
import type { Query, QueryAccount } from '../query/query';
import { reportOf } from '../reports';
import { account } from '../reports/account';
import type { AnyReport, Dimension, EntityKind } from '../reports/report';
import { agreedQuery } from './agreement';
import type { Effects } from './effects';
import { type Behind, queryBehind } from './entries/behind';
import { type Compared, counterpart } from './entries/buckets';
import { conditionsFor, negated, type Things } from './entries/conditions';
import { type HeldThings, textOf } from './entries/held';
import { outside } from './entries/refusals';
import { type SelectedRow, selectedRow } from './entries/selectedRow';
import { CURRENCY, toldBy, type Value } from './entries/told';
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
  const query = resolved(effects, agreedQuery(effects, row.query));
  const report = reportOf(query.report);
  return saveQuery(effects, queryBehind(query, report, behind(effects, row, query, report)));
}

function behind(effects: Effects, row: SelectedRow, query: Query, report: AnyReport): Behind {
  const told = toldBy(row, query, report);
  const days = daysOf(effects, row, query);
  const own = told.values.find(({ field }) => field.id === account.id);
  const called = own ? accountsCalled(query, own.held) : [];
  const accounts = called.length > 0 ? called : query.accounts;
  const things = thingsOf(effects, accounts);
  const periods = told.compared ? periodsOf(effects, { ...query, accounts }, report, days) : null;
  const conditionsOf = ({ field, held }: Value): Condition[] => {
    const aligned = periods && !isThings(held) ? counterpart(field, held, periods) : null;
    return aligned ? [aligned] : (conditionsFor(field, held, things) ?? raise(unreadable(row, field)));
  };
  const filters = told.values.flatMap((value): FilterNode[] => {
    if (value.field.id === account.id && called.length > 0) return [];
    if (value.field.id === CURRENCY) return [inCurrency(effects, accounts, value)];
    return conditionsOf(value);
  });
  return {
    accounts,
    days: told.compared ? days.compared : days.days,
    filters: [...filters, ...told.noneOf.map((value) => negated(conditionsOf(value)))],
    words: told.words,
    dimensions: [...told.values, ...told.noneOf].map(({ field }) => field.id),
  };
}

function isThings(held: Value['held']): held is HeldThings {
  return typeof held === 'object' && 'ids' in held;
}

/** The accounts whose records are in a row: those that are called as it says; none where none is any more. */
function accountsCalled(query: Query, held: Value['held']): QueryAccount[] {
  return query.accounts.filter(({ name }) => name === held);
}

/** Things of accounts by kind, each list read once; what can't be read is compared by name. */
function thingsOf(effects: Effects, accounts: QueryAccount[]): Things {
  const known = new Map<EntityKind, ListedValue[] | null>();
  const read = (kind: EntityKind) => {
    try {
      const { values, complete } = listValues(effects, { accounts, kind });
      // What is missing in a list might be what is looked for.
      return complete ? values : null;
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
function inCurrency(effects: Effects, accounts: QueryAccount[], { held }: Value): FilterNode {
  const currency = isThings(held) ? held.label : textOf(held);
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

/** The days of a table, and those that it was compared with. */
interface TableDays {
  days: Days | null;
  compared: Days | null;
}

const A_DAY = 86_400_000;

/**
 * The days of the last refresh, as long as they are what the query as it is agreed to meant then, or meant the day before,
 * when a long refresh may have begun: the sheet says which they were, where anybody may have written. Raises
 * `selection-outside` for others: the query was edited since.
 */
function daysOf(effects: Effects, { query: stored, complete }: SelectedRow, query: Query): TableDays {
  const shown: TableDays = { days: complete.days, compared: complete.compared ?? null };
  // Days that cells say may have changed since by anybody's hand, which is what they are for.
  const { period, compare } = stored;
  if (parametersOf({ period, compare, filters: [], limit: undefined }).length > 0) return shown;
  const facts = factsOf(effects, query);
  const isShown = (now: number) => {
    const [{ days, compared }] = planQueries([{ query, facts }], Math.max(0, now)).queries;
    return same(days, shown.days) && same(compared, shown.compared);
  };
  if (isShown(complete.at) || isShown(complete.at - A_DAY)) return shown;
  return raise(
    outside(
      `${stored.name} asks for other days than its table shows: it was changed since it was refreshed.`,
      'Refresh it, then select the row again.',
      stored,
    ),
  );
}

function same(one: Days | null, other: Days | null): boolean {
  return one?.from === other?.from && one?.to === other?.to;
}

/** The two periods of a table that compares; null for another. */
function periodsOf(
  effects: Effects,
  query: Query,
  report: AnyReport,
  { days, compared }: TableDays,
): Compared | null {
  if (days === null || compared === null) return null;
  const [{ name, weekStart, region, currency }] = factsOf(effects, query);
  return { report, days, compared, context: { account: name, weekStart, region, currency } };
}

function unreadable({ query }: SelectedRow, { title }: Dimension<unknown>) {
  return outside(
    `What ${title} is in this row of ${query.name} can't be told: its cell was changed.`,
    'Refresh the query, then select the row again.',
    query,
  );
}
