import type { Job } from '../../job/job';
import { noteOf } from '../../job/note';
import type { QueryState } from '../../query/state';
import { commitTable } from '../../table/commit';
import { requireTarget } from '../agreement';
import type { Effects } from '../effects';
import type { Finished } from './step';

/** Writes the table and, once it stands, what became of it. */
export function commit(effects: Effects, job: Job, { columns, rows }: Finished): string[] {
  const several = job.plan.accounts.length > 1;
  const fields = columns.map(({ field, title, type, format, long }) => ({
    field: `${field}:${type}`,
    title,
    format,
    long,
  }));
  const account = { field: 'account:text', title: 'Account', format: 'General', long: false };
  const now = effects.clock.now();
  const warnings = [...job.warnings, ...warningsOf(job, columns, rows)];
  const table = {
    columns: several ? [account, ...fields] : fields,
    rows,
    note: noteOf(job, rows.length, warnings, now),
  };
  // Others may have placed, changed or deleted the query since the refresh began, or have refreshed it: what is stored now
  // counts.
  effects.queries.reload();
  const stored = effects.queries.get(job.query.id);
  const query = { ...job.query, target: stored.query.target };
  requireTarget(effects, job.query, query.target);
  const target = commitTable(effects.grid, effects.journal, query, table, stored.state.complete, now);
  const complete = {
    at: now,
    rows: rows.length,
    days: job.plan.days,
    zone: job.query.zone,
    fields: table.columns.map(({ field }) => field),
  };
  const state: QueryState = { complete, warnings, problem: null, problemAt: null };
  const placed = query.target.kind === 'placed';
  const agreed = placed ? null : effects.agreements.beginMove(query, target);
  if (placed) effects.queries.saveState(query.id, state);
  else effects.queries.save({ ...stored.query, target }, state);
  // A table that has just been placed must not be lost sight of, nor what its columns hold; else it is found again anyhow.
  const had = query.target.kind === 'placed' ? stored.state.complete?.fields : undefined;
  if (had?.join() !== complete.fields.join()) effects.grid.flush();
  if (agreed) effects.agreements.settle(query.id, agreed);
  else effects.agreements.use(query);
  effects.journal.end(query.id);
  return warnings;
}

/** Amounts without a currency can't be told apart: that is said, once. */
function warningsOf(job: Job, columns: Finished['columns'], rows: Finished['rows']): string[] {
  const shift = job.plan.accounts.length > 1 ? 1 : 0;
  const currency = columns.findIndex(({ field }) => field === 'currency');
  const money = columns.findIndex(({ type }) => type === 'money');
  if (currency < 0 || money < 0) return [];
  const lacking = rows.filter(
    (row) => row[currency + shift] === '' && Number(row[money + shift]) !== 0,
  ).length;
  return lacking > 0 ? [`Clockify gave no currency for the amounts of ${lacking} rows.`] : [];
}
