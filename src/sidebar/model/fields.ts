import type { FieldView, ReportView } from '../../actions/overview';
import type { QueryColumn } from '../../query/query';
import { words } from '../words';
import type { Option } from './search';

/** The field of a report with an id; undefined for one that the report doesn't have (any more). */
export function fieldOf(report: ReportView | undefined, id: string): FieldView | undefined {
  return report?.fields.find((field) => field.id === id);
}

/** The chosen columns that are of a role, in their order. */
export function columnsOfRole(
  columns: QueryColumn[],
  report: ReportView,
  role: FieldView['role'],
): QueryColumn[] {
  return columns.filter(({ field }) => (fieldOf(report, field)?.role ?? 'dimension') === role);
}

/** Fields as options, with what each is, its unit and its formula; those of one group together, in order of appearance. */
export function fieldOptions(fields: FieldView[], group?: (field: FieldView) => string): Option[] {
  const groups = [...new Set(group ? fields.map(group) : [])];
  const together = group ? groups.flatMap((one) => fields.filter((field) => group(field) === one)) : fields;
  return together.map((field) => ({
    value: field.id,
    label: field.title,
    detail: field.formula ? words.fields.reckoned(field.sentence, field.formula) : field.sentence,
    hint: words.units[field.type],
    ...(group ? { group: group(field) } : {}),
  }));
}
