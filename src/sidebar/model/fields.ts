import type { FieldView, ReportView } from '../../actions/overview';
import type { Mark } from '../../logins/sight';
import type { QueryColumn } from '../../query/query';
import { words } from '../words';
import { type ReportMarks, reasonOf, shortly } from './marks';
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

/**
 * Fields as options, with what each is, its unit and its formula, or why a login gets no values of it; those of one group together, in
 * order of appearance.
 */
export function fieldOptions(
  fields: FieldView[],
  marks: ReportMarks['fields'],
  group?: (field: FieldView) => string,
): Option[] {
  const groups = [...new Set(group ? fields.map(group) : [])];
  const together = group ? groups.flatMap((one) => fields.filter((field) => group(field) === one)) : fields;
  return together.map((field) => ({
    value: field.id,
    label: field.title,
    ...saidOf(field, marks.get(field.id)),
    hint: words.units[field.type],
    ...(group ? { group: group(field) } : {}),
  }));
}

/** What a field is, or why it would have no values: what it is still finds it then. */
function saidOf(field: FieldView, marks: Mark[] | undefined): Pick<Option, 'detail' | 'also' | 'mark'> {
  const what = field.formula ? words.fields.reckoned(field.sentence, field.formula) : field.sentence;
  const mark = shortly(marks);
  return mark === null ? { detail: what } : { detail: reasonOf(marks), also: what, mark };
}
