import type { FieldView, ReportView } from '../../actions/overview';
import type { QueryColumn } from '../../query/query';
import type { EntityKind, TimeUnit } from '../../reports/report';
import { words } from '../words';
import type { Option } from './search';

/** A field with all that the builder may know of it. */
export type BuilderField = FieldView & {
  /** Whether it is of one record alone: choosing it suggests one row each. */
  each?: boolean;
  /** What it counts in, for a dimension of time. */
  time?: TimeUnit;
  /** What its values are picked from. */
  entity?: EntityKind;
  /** How it is reckoned from other fields. */
  formula?: string;
  /** Whether a record can have several of its values: tags. */
  multiple?: boolean;
};

/** The field of a report with an id; undefined for one that the report doesn't have (any more). */
export function fieldOf(report: ReportView | undefined, id: string): BuilderField | undefined {
  return report?.fields.find((field) => field.id === id);
}

/** The chosen columns that are of a role, in their order. */
export function columnsOfRole(
  columns: QueryColumn[],
  report: ReportView,
  role: BuilderField['role'],
): QueryColumn[] {
  return columns.filter(({ field }) => (fieldOf(report, field)?.role ?? 'dimension') === role);
}

/** Whether a metric adds up, so that it can have a running total and a share: quotients and counts of different things don't. */
export function addsUp(field: BuilderField): boolean {
  return field.role === 'metric' && field.formula === undefined && field.type !== 'percent';
}

/** Fields as options, with what each is, its unit and its formula. */
export function fieldOptions(fields: BuilderField[], group?: (field: BuilderField) => string): Option[] {
  return fields.map((field) => ({
    value: field.id,
    label: field.title,
    detail: field.formula ? words.fields.reckoned(field.sentence, field.formula) : field.sentence,
    hint: words.units[field.type],
    ...(group ? { group: group(field) } : {}),
  }));
}

/** What one row is of, in the singular: `entry`. */
export function rowOf(report: ReportView): string {
  return (report as ReportView & { row?: string }).row ?? report.rows;
}
