import type { Terms } from '../../agreements/terms';
import { confirmation } from '../../job/doubt';
import type { Job } from '../../job/job';
import { noteOf, readOf } from '../../job/note';
import type { PlacedTarget } from '../../query/query';
import type { CompleteTable, QueryState } from '../../query/state';
import type { Table } from '../../rows/table';
import { commitTable } from '../../table/commit';
import { foreignCell, requireTarget } from '../agreement';
import type { Effects } from '../effects';
import { goingOnOf, goingOnWarnings, keptIn } from './goingOn';
import { questionOf } from './question';
import type { Written } from './record';

/** What came of writing a table. */
export interface Committed {
  warnings: string[];
  /** How many rows it has. */
  rows: number;
  written: Written;
}

/** Writes the table of a query of a job, and what became of it. */
export function commit(effects: Effects, job: Job, index: number, finished: Table): Committed {
  const asked = job.queries[index];
  const { cells, keys, rows, of, split } = finished;
  const columns = finished.columns.map(({ field, title, type, format, long }) => ({
    field: `${field}:${type}`,
    title,
    format,
    long,
  }));
  const now = effects.clock.now();
  const read = readOf(job, index);
  const confirmed = confirmation(asked, of);
  const warnings = [...asked.warnings, ...goingOnWarnings(asked), ...confirmed, ...finished.warnings];
  // Others may have placed, changed or deleted the query since the refresh began, or have refreshed it: what is stored now
  // counts.
  effects.queries.reload();
  const stored = effects.queries.get(asked.query.id);
  const query = { ...asked.query, target: stored.query.target };
  requireTarget(effects, asked.query, query.target);
  const complete: CompleteTable = {
    at: now,
    rows,
    days: asked.days,
    zone: asked.query.zone,
    fields: columns.map(({ field }) => field),
    ...(asked.compared ? { compared: asked.compared } : {}),
    ...(split.length > 0 ? { split } : {}),
    ...(of !== rows ? { answer: of } : {}),
    question: questionOf(asked.query),
    begun: job.startedAt,
    ...(read ? { read } : {}),
  };
  const noteWith = (kept?: number) => noteOf(job, index, { rows, of, kept }, warnings, now);
  const goesOn = goingOnOf(asked, stored.state.complete, columns, (kept) => {
    Object.assign(complete, keptIn(asked, of, kept));
    return noteWith(kept.kept);
  });
  const table = { columns, rows: cells, keys, note: goesOn ? [] : noteWith(), ...(goesOn ? { goesOn } : {}) };
  const state: QueryState = { complete, warnings, problem: null, problemAt: null };
  const placed = query.target.kind === 'placed' ? query.target : null;
  let agreed: Terms | null = null;
  const recording = {
    fields: stored.state.complete?.fields ?? [],
    record(target: PlacedTarget) {
      // Somebody may be editing the query: where its place is known already its state alone is written.
      if (placed && sameTarget(placed, target)) return effects.queries.saveState(query.id, state);
      agreed = effects.agreements.beginMove(query, target);
      effects.queries.save({ ...stored.query, target }, state);
    },
    warn(text: string) {
      if (!warnings.includes(text)) warnings.push(text);
    },
    restore: () => effects.queries.save(stored.query, stored.state),
    foreignCell: foreignCell(effects, query),
  };
  const { changes } = commitTable(effects, query, table, recording, now);
  if (agreed) effects.agreements.settle(query.id, agreed);
  else effects.agreements.use(stored.query);
  const rowsBefore = stored.state.complete?.rows ?? null;
  return {
    warnings,
    rows: complete.rows,
    written: {
      rowsBefore,
      ...(changes ? { changes } : {}),
      ...(confirmed.length > 0 ? { confirmed: true } : {}),
    },
  };
}

/** Whether both name the same range; where in its tab a table is, its range tells. */
function sameTarget(a: PlacedTarget, b: PlacedTarget): boolean {
  return a.range === b.range && a.sheet === b.sheet;
}
