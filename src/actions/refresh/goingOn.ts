import { serialOfWallTime } from '../../datasets/wallTime';
import type { Asked } from '../../job/job';
import { raise } from '../../problems/problem';
import { DAY } from '../../query/modeMisfit';
import type { CompleteTable } from '../../query/state';
import { reportOf } from '../../reports';
import { wordFor } from '../../rows/words';
import type { GoingOn, Kept } from '../../table/goingOn/goingOn';
import { notAsWritten } from '../../table/goingOn/problems';
import type { Column } from '../../table/table';
import { answers } from './earlier';

/**
 * How the table of a query goes on from the one that stands; undefined where it replaces that. `note` gives what the note says
 * once it is known what stays. Raises `table-not-as-written` where another question was answered there meanwhile.
 */
export function goingOnOf(
  asked: Asked,
  complete: CompleteTable | null,
  columns: Pick<Column, 'field'>[],
  note: (kept: Kept) => string[],
): GoingOn | undefined {
  const { query, goesOn, window } = asked;
  const { mode } = query;
  if (!goesOn || mode === undefined) return undefined;
  if (complete === null || !answers(complete, query))
    raise({ ...notAsWritten(query.name, 'something else was written there meanwhile'), retry: 'now' });
  const at = (id: string) => columns.findIndex(({ field }) => field.startsWith(`${id}:`));
  const id = at(reportOf(query.report).idField);
  if (mode.kind === 'by-id') return { kind: 'by-id', id, note };
  const from = serialOfWallTime(`${window?.from}T00:00:00`);
  return { kind: 'last-days', from, day: at(DAY), id: id < 0 || query.grain === 'grouped' ? null : id, note };
}

/** What the state of a query says of a table that was gone on from, besides what it says of any. */
export function keptIn(
  { window }: Asked,
  answer: number,
  { kept, rows, oldest }: Kept,
): Partial<CompleteTable> {
  return {
    rows,
    answer,
    kept,
    ...(window ? { window } : {}),
    ...(oldest === null ? {} : { oldest: wordFor(oldest, 'date') }),
  };
}

/** What can't be known of rows that are kept where the table doesn't show their ids. */
export function goingOnWarnings({ query, window }: Asked): string[] {
  const { idField, fields, row } = reportOf(query.report);
  if (window === null || query.grain === 'grouped') return [];
  if (query.columns.some(({ field }) => field === idField)) return [];
  const title = fields.find(({ id }) => id === idField)?.title ?? idField;
  return [
    `Without the column ${title}, an ${row} that was moved into these days stands twice if it was older.`,
  ];
}
