import type { ReportView } from '../../actions/overview';
import type { QueryColumn } from '../../query/query';
import { words } from '../words';
import { fieldOf } from './fields';

/** What tells a column from another: a metric may be there as itself, as its running total and as its share. */
export function columnKey({ field, show }: QueryColumn): string {
  return show ? `${field}:${show}` : field;
}

/**
 * The columns with one added: a dimension after the other dimensions, a metric at the end, another showing of a metric beside
 * it. As they were when it is there.
 */
export function addColumn(columns: QueryColumn[], report: ReportView, added: QueryColumn): QueryColumn[] {
  const key = columnKey(added);
  if (columns.some((column) => columnKey(column) === key)) return columns;
  const same = columns.map(({ field }) => field).lastIndexOf(added.field);
  if (same >= 0) return inserted(columns, same + 1, added);
  if (fieldOf(report, added.field)?.role === 'metric') return [...columns, added];
  const dimensions = columns.map(({ field }) => fieldOf(report, field)?.role !== 'metric');
  return inserted(columns, dimensions.lastIndexOf(true) + 1, added);
}

function inserted(columns: QueryColumn[], at: number, added: QueryColumn): QueryColumn[] {
  return [...columns.slice(0, at), added, ...columns.slice(at)];
}

export function removeColumn(columns: QueryColumn[], key: string): QueryColumn[] {
  return columns.filter((column) => columnKey(column) !== key);
}

/** A list with one moved to an index, which is brought inside the list. */
export function moveColumn<T>(columns: T[], from: number, to: number): T[] {
  const goal = Math.max(0, Math.min(columns.length - 1, to));
  if (goal === from) return columns;
  const rest = columns.filter((_, index) => index !== from);
  return [...rest.slice(0, goal), columns[from], ...rest.slice(goal)];
}

/** The columns with a title of the user's own for one; an empty one, or what it would have anyway, takes it away. */
export function renameColumn(
  columns: QueryColumn[],
  report: ReportView,
  key: string,
  title: string,
): QueryColumn[] {
  return columns.map((column) => {
    if (columnKey(column) !== key) return column;
    const { title: _, ...plain } = column;
    const own = title.trim();
    return own === '' || own === titleOf(plain, report) ? plain : { ...plain, title: own };
  });
}

/** The columns with a metric shown otherwise; as they were when it is there so already. */
export function showColumn(
  columns: QueryColumn[],
  key: string,
  show: QueryColumn['show'] | 'value',
): QueryColumn[] {
  const wanted = show === 'value' ? undefined : show;
  const next = columns.map((column) => {
    if (columnKey(column) !== key) return column;
    const { show: _, ...plain } = column;
    return wanted ? { ...plain, show: wanted } : plain;
  });
  return new Set(next.map(columnKey)).size === next.length ? next : columns;
}

/** The title that a column will have. */
export function titleOf(column: QueryColumn, report: ReportView | undefined): string {
  if (column.title) return column.title;
  const title = fieldOf(report, column.field)?.title ?? column.field;
  return column.show ? words.columns.shown[column.show](title) : title;
}

/** Titles of the chosen columns that hold amounts. */
export function confidentialTitles(columns: QueryColumn[], report: ReportView | undefined): string[] {
  return columns
    .filter(({ field }) => fieldOf(report, field)?.confidential)
    .map((column) => titleOf(column, report));
}
