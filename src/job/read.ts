import type { ApiOutcome } from '../clockify/client';
import { failed } from '../clockify/client';
import { datasetOf } from '../datasets';
import { RECORDS, statedIn, sumsOf } from '../datasets/control';
import { type Dataset, Malformed, type Scope } from '../datasets/dataset';
import type { PlannedAccount } from '../plan/plan';
import type { AnyReport, RowContext } from '../reports/report';
import type { Column } from '../rows/column';
import { looksUp, type Row, rowsOf } from '../rows/row';
import type { AccountRows, Names } from '../rows/table';
import type { PageRefused, PageTaken } from './event';
import type { Job, List } from './job';
import type { Ask } from './next';

/** What the answers to one batch gave: facts for the job, rows for whoever keeps them. */
export interface Batch {
  results: (PageTaken | PageRefused)[];
  /** Rows of each page that was taken, in the order of `results`; empty for the others. */
  rows: Row[][];
}

/** The scope in which a list of a job is read. */
export function scopeOf(job: Job, list: List): Scope {
  const account = job.plan.accounts[list.reading.account];
  return {
    workspace: account.workspace,
    zone: job.query.zone,
    days: list.reading.days,
    amounts: account.amounts,
  };
}

/** Turns the answers to `asks` into rows and facts. An answer of another shape is a failure, not data. */
export function readBatch(
  job: Job,
  report: AnyReport,
  columns: Column[],
  asks: Ask[],
  answers: ApiOutcome[],
): Batch {
  const batch: Batch = { results: [], rows: [] };
  asks.forEach((ask, index) => {
    const [result, rows] = readPage(job, report, columns, ask, answers[index]);
    batch.results.push(result);
    batch.rows.push(rows);
  });
  return batch;
}

function readPage(
  job: Job,
  report: AnyReport,
  columns: Column[],
  { list, page }: Ask,
  answer: ApiOutcome,
): [PageTaken | PageRefused, Row[]] {
  if (failed(answer)) return [{ list: list.number, page, failure: answer }, []];
  const dataset = datasetOf(list.reading.dataset);
  try {
    const { records: all, received } = dataset.page(answer.body, scopeOf(job, list));
    const stated = statedIn(dataset.controls, answer.body);
    if (answer.totalCount !== null) stated[RECORDS] ??= answer.totalCount;
    const overlap = page.overlap ?? 0;
    const records = overlap > 0 ? all.slice(overlap) : all;
    const rows =
      list.reading.purpose === 'rows'
        ? rowsOf(records, report, columns, contextOf(job.plan.accounts[list.reading.account]))
        : labelsOf(records, columns, list.reading.dataset);
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
      rows: list.reading.purpose === 'rows' ? rows.length : 0,
      sums: sumsOf(dataset.controls, records),
      names: list.reading.purpose === 'rows' ? namesFor(rows, columns) : [],
    };
    return [taken, rows];
  } catch (error) {
    if (!(error instanceof Malformed)) throw error;
    const failure = { kind: 'unreadable' as const, status: 200, message: error.message };
    return [{ list: list.number, page, failure }, []];
  }
}

function contextOf({ name, weekStart, region, currency }: PlannedAccount): RowContext {
  return { account: name, weekStart, region, currency };
}

function keyAt(dataset: Dataset<unknown>, records: unknown[], index: number): string | null {
  return index in records ? dataset.key(records[index]) : null;
}

/** Names as rows: id and label, so that they wait like rows do. */
function labelsOf(records: unknown[], columns: Column[], dataset: string): Row[] {
  const lookup = columns.find((column) => column.lookup?.dataset.id === dataset)?.lookup;
  return lookup
    ? records.flatMap((record) => lookup.labels(record).map(([id, label]): Row => ['', id, [label]]))
    : [];
}

function namesFor(rows: Row[], columns: Column[]): string[] {
  const datasets = columns.flatMap((column) => (column.lookup ? [column.lookup.dataset.id] : []));
  return datasets.filter((dataset) => looksUp(rows, columns, dataset));
}

/** All that was read of a job's accounts, from the rows of its lists by number. */
export function accountRows(job: Job, rows: Map<number, Row[]>): AccountRows[] {
  return job.plan.accounts.map((_, index) => {
    const account: AccountRows = { rows: [], names: new Map() };
    for (const { number, reading } of job.lists.filter((list) => list.reading.account === index)) {
      const found = rows.get(number) ?? [];
      if (reading.purpose === 'names') account.names.set(reading.dataset, namesOf(found));
      else for (const row of found) account.rows.push(row);
    }
    return account;
  });
}

function namesOf(rows: Row[]): Names {
  const names: Names = new Map();
  for (const [, id, [label]] of rows) names.set(id, [...(names.get(id) ?? []), String(label)]);
  return names;
}
