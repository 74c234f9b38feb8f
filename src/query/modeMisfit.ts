import type { Mode } from './mode';
import type { Query } from './query';

/** Why a query can't be refreshed so, and what to do about it; without full stops. */
export interface Misfit {
  why: string;
  remedy: string;
}

/** What of a query decides whether its table may be gone on from. */
export type Combined = Pick<
  Query,
  'grain' | 'columns' | 'accounts' | 'split' | 'compare' | 'fill' | 'limit' | 'totals' | 'subtotals'
>;

/** What of a report decides it. */
export interface Told {
  title: string;
  /** Whether it has a period. */
  dated: boolean;
  /** The field by which its rows are known one by one, and what it is called. */
  id: { field: string; title: string };
  /** The field of the day; null where there is none. */
  day: { field: string; title: string } | null;
}

/** The field that says on which day a row is: one of a report that has a period. */
export const DAY = 'date';

/** What of a query has to do with all of its rows, in words: a part of them alone can't be read anew then. */
const OF_ALL: [part: keyof Combined, words: string][] = [
  ['split', 'columns that are split'],
  ['compare', 'a comparison'],
  ['fill', 'rows for what has no time'],
  ['limit', 'a limit of rows'],
  ['totals', 'totals'],
  ['subtotals', 'subtotals'],
];

/** Why a query can't be refreshed in a mode; null when it can. */
export function modeMisfit(query: Combined, mode: Mode, report: Told): Misfit | null {
  const has = (id: string) => query.columns.some(({ field }) => field === id);
  if (mode.kind === 'by-id') {
    if (query.grain !== 'each') return { why: 'its rows are grouped', remedy: 'Show one row each' };
    if (!has(report.id.field))
      return { why: `${report.id.title} is not in the table`, remedy: 'Add that column' };
    if (sameWorkspaceTwice(query))
      return { why: 'one account is read with two logins', remedy: 'Remove one of them' };
  } else {
    if (!report.dated || report.day === null)
      return { why: `${report.title} has no period`, remedy: 'Replace everything' };
    if (!has(report.day.field))
      return { why: `${report.day.title} is not in the table`, remedy: 'Add that column' };
  }
  const part = OF_ALL.find(([name]) => isChosen(query[name]));
  if (part) return { why: `it has ${part[1]}`, remedy: 'Remove that' };
  return query.columns.some(({ show }) => show !== undefined)
    ? { why: 'a column shows a running total or a share', remedy: 'Let it show its value' }
    : null;
}

function isChosen(part: unknown): boolean {
  return Array.isArray(part) ? part.length > 0 : part !== undefined && part !== false;
}

/** Rows of one workspace that come with two logins have the same ids. */
function sameWorkspaceTwice({ accounts }: Combined): boolean {
  return new Set(accounts.map(({ workspace }) => workspace)).size < accounts.length;
}
