import type { FieldView, ReportView } from '../../actions/overview';
import type { QueryColumn } from '../../query/query';

/** The columns with a field added at the end; as they were when it is there. */
export function addColumn(columns: QueryColumn[], field: string): QueryColumn[] {
  return columns.some((column) => column.field === field) ? columns : [...columns, { field }];
}

export function removeColumn(columns: QueryColumn[], field: string): QueryColumn[] {
  return columns.filter((column) => column.field !== field);
}

/** The columns with one moved to an index, which is brought inside the list. */
export function moveColumn(columns: QueryColumn[], from: number, to: number): QueryColumn[] {
  const goal = Math.max(0, Math.min(columns.length - 1, to));
  if (goal === from) return columns;
  const rest = columns.filter((_, index) => index !== from);
  return [...rest.slice(0, goal), columns[from], ...rest.slice(goal)];
}

/** The columns with a title of the user's own for one; an empty one, or the field's, takes it away. */
export function renameColumn(columns: QueryColumn[], field: FieldView, title: string): QueryColumn[] {
  const own = title.trim();
  const named = own === '' || own === field.title ? { field: field.id } : { field: field.id, title: own };
  return columns.map((column) => (column.field === field.id ? named : column));
}

/** The title that a column will have. */
export function titleOf(column: QueryColumn, report: ReportView): string {
  return column.title ?? report.fields.find(({ id }) => id === column.field)?.title ?? column.field;
}

/** Titles of the chosen columns that hold amounts. */
export function confidentialTitles(columns: QueryColumn[], report: ReportView | undefined): string[] {
  if (!report) return [];
  return columns
    .filter(({ field }) => report.fields.some(({ id, confidential }) => id === field && confidential))
    .map((column) => titleOf(column, report));
}

/** The columns without those that hold amounts. */
export function withoutAmounts(columns: QueryColumn[], report: ReportView): QueryColumn[] {
  const hidden = new Set(report.fields.filter(({ confidential }) => confidential).map(({ id }) => id));
  return columns.filter(({ field }) => !hidden.has(field));
}
