import type { ApiOutcome } from '../clockify/client';
import { failed } from '../clockify/client';
import { datasetOf } from '../datasets';
import { RECORDS, statedIn, sumsOf } from '../datasets/control';
import { type Dataset, Malformed, type Scope, Undecided } from '../datasets/dataset';
import { serialOfWallTime } from '../datasets/wallTime';
import { lessOf } from '../plan/account';
import type { PlannedAccount } from '../plan/plan';
import type { Take } from '../plan/reading';
import type { RowContext } from '../reports/report';
import { nameRows, namesIn } from '../rows/names';
import type { Row } from '../rows/row';
import type { Shape } from '../rows/shape';
import type { AccountRows } from '../rows/table';
import { idsToLookUp, takeRows } from '../rows/take';

import type { PageRefused, PageTaken } from './event';
import { type Job, type List, listsOf } from './job';
import type { Ask } from './next';

/** What the answers to one batch gave: facts for the job, rows for whoever keeps them. */
export interface Batch {
  results: (PageTaken | PageRefused)[];
  /** Rows of each page that was taken, for each take of its list, in the order of `results`; empty for the others. */
  rows: Row[][][];
}

/** The scope in which a list of a job is read. */
export function scopeOf(job: Job, { reading }: List): Scope {
  const { workspace, amounts, currencies } = job.accounts[reading.account];
  return {
    workspace,
    zone: reading.zone,
    days: reading.days,
    amounts: lessOf(reading.amounts, amounts),
    filters: reading.filters,
    groups: reading.groups,
    currency: currencies.length === 1 ? currencies[0] : null,
  };
}

/**
 * Turns the answers to `asks` into rows and facts; `shapes` are those of the job's queries. An answer of another shape is a
 * failure, not data.
 */
export function readBatch(job: Job, shapes: (Shape | null)[], asks: Ask[], answers: ApiOutcome[]): Batch {
  const batch: Batch = { results: [], rows: [] };
  asks.forEach((ask, index) => {
    const [result, rows] = readPage(job, shapes, ask, answers[index]);
    batch.results.push(result);
    batch.rows.push(rows);
  });
  return batch;
}

function readPage(
  job: Job,
  shapes: (Shape | null)[],
  { list, page }: Ask,
  answer: ApiOutcome,
): [PageTaken | PageRefused, Row[][]] {
  if (failed(answer)) return [{ list: list.number, page, failure: answer }, []];
  const { reading } = list;
  const dataset = datasetOf(reading.dataset);
  try {
    const { records: all, received } = dataset.page(answer.body, scopeOf(job, list));
    const stated = statedIn(dataset.controls, answer.body);
    if (answer.totalCount !== null) stated[RECORDS] ??= answer.totalCount;
    const overlap = page.overlap ?? 0;
    const records = overlap > 0 ? all.slice(overlap) : all;
    const rows = reading.takes.map((take) => rowsOf(job, shapes[take.query], list, take, records));
    if (dataset.open) {
      const some = records.filter((record) => dataset.open?.(record));
      if (some.length > 0) refuseOpen(job, shapes, list, records, some);
    }
    const named = reading.purpose === 'names' ? [] : namesFor(list, shapes, rows);
    const taken: PageTaken = {
      list: list.number,
      page,
      facts: {
        received,
        total: stated[RECORDS] ?? null,
        lastPage: answer.lastPage,
        begins: keyAt(dataset, all, 0),
        ends: keyAt(dataset, all, all.length - 1),
        joins: keyAt(dataset, all, overlap - 1),
      },
      stated,
      records: records.length,
      rows: reading.purpose === 'rows' ? rows.map(({ length }) => length) : [],
      sums: sumsOf(dataset.controls, records),
      ...(dataset.paging.kind === 'counted' && isAddedUp(list, shapes) ? { span: spanOf(dataset, all) } : {}),
      names: named,
    };
    return [taken, rows];
  } catch (error) {
    if (!(error instanceof Malformed)) throw error;
    const failure = { kind: 'unreadable' as const, status: 200, message: error.message };
    const undecided = error instanceof Undecided && { undecided: true as const };
    return [{ list: list.number, page, failure, ...undecided }, []];
  }
}

/** Raises `Undecided` where a query has a row that stands on nothing but records which may be none. */
function refuseOpen(job: Job, shapes: (Shape | null)[], list: List, all: unknown[], open: unknown[]): void {
  const uncertain = new Set(open);
  const sure = all.filter((record) => !uncertain.has(record));
  for (const take of list.reading.takes) {
    const shape = shapes[take.query];
    const known = new Set(rowsOf(job, shape, list, take, sure).map(([, key]) => key));
    if (rowsOf(job, shape, list, take, open).some(([, key]) => !known.has(key))) {
      throw new Undecided('a row of sums that may be none');
    }
  }
}

function rowsOf(job: Job, shape: Shape | null, list: List, take: Take, records: unknown[]): Row[] {
  // A query that has ended takes nothing more of what others still read.
  if (shape === null) return [];
  const { purpose, dataset, account } = list.reading;
  if (purpose === 'names') return nameRows(records, shape.lookups, dataset);
  return takeRows(records, shape, {
    context: contextOf(job.accounts[account]),
    days: take.days && { from: serialOf(take.days.from), to: serialOf(take.days.to) },
    pushed: take.pushed,
    side: take.side,
    fills: take.fills,
  });
}

function serialOf(day: string): number {
  return serialOfWallTime(`${day}T00:00:00`);
}

function contextOf({ name, weekStart, region, currency }: PlannedAccount): RowContext {
  return { account: name, weekStart, region, currency };
}

/** Whether rows of a list are added up as they come, so that none can be told from another afterwards. */
function isAddedUp({ reading }: List, shapes: (Shape | null)[]): boolean {
  return reading.takes.some(({ query }) => shapes[query]?.grouped);
}

/** The first and last key of records whose keys only grow; null for others. */
function spanOf(dataset: Dataset<unknown>, records: unknown[]): [string, string] | null {
  let before: string | null = null;
  for (const record of records) {
    const key = dataset.key(record);
    if (before !== null && key <= before) return null;
    before = key;
  }
  return before === null ? null : [dataset.key(records[0]), before];
}

function keyAt(dataset: Dataset<unknown>, records: unknown[], index: number): string | null {
  return index in records ? dataset.key(records[index]) : null;
}

function namesFor({ reading }: List, shapes: (Shape | null)[], rows: Row[][]): PageTaken['names'] {
  return reading.takes.flatMap(({ query }, index) => {
    const shape = shapes[query];
    if (shape === null) return [];
    const datasets = new Set(shape.lookups.map(({ dataset }) => dataset.id));
    return [...datasets]
      .filter((dataset) => idsToLookUp(rows[index], shape, dataset))
      .map((dataset) => ({ dataset, query }));
  });
}

/** All that was read for a query of a job, by account; `rowsOfTake` gives the rows of one take of a list. */
export function accountRows(
  job: Job,
  query: number,
  rowsOfTake: (list: List, take: number) => Row[],
): AccountRows[] {
  const lists = listsOf(job, query);
  return job.queries[query].accounts.map((account) => {
    const found: AccountRows = {
      context: contextOf(job.accounts[account]),
      current: [],
      compared: [],
      filling: [],
      names: new Map(),
    };
    for (const list of lists.filter(({ reading }) => reading.account === account)) {
      list.reading.takes.forEach((take, index) => {
        if (take.query !== query) return;
        const rows = rowsOfTake(list, index);
        const { purpose, dataset } = list.reading;
        if (purpose === 'names') found.names.set(dataset, namesIn(rows));
        else {
          const into = take.fills ? found.filling : found[take.side];
          for (const row of rows) into.push(row);
        }
      });
    }
    return found;
  });
}
