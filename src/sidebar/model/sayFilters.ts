import type { FieldView, ReportView } from '../../actions/overview';
import type { Condition, FilterNode, FilterValue } from '../../query/filter';
import { words } from '../words';
import { fieldOf } from './fields';
import { kindOf, membersOf, typedOf, valuesOf } from './filters';

/** The words of an operator for a field and so many values. */
export function sayOperator(op: Condition['op'], field: FieldView): string {
  const { text, day, multiple } = words.filters.operators;
  const kind = kindOf(field);
  if (field.multiple && multiple[op]) return multiple[op];
  return ((kind === 'day' || kind === 'month') && day[op]) || text[op];
}

/** A value in words. */
export function sayValue(value: FilterValue, field: FieldView): string {
  if (typeof value === 'boolean') return value ? words.filters.yes : words.filters.no;
  if (typeof value === 'object') return 'cell' in value ? value.cell.slice(1) : value.name;
  if (value === '') return words.filters.nothing;
  return field.type === 'percent' && typeof value === 'number' ? `${typedOf(value, field)}%` : String(value);
}

/** The most values of a condition that are said one by one. */
const MOST_SAID = 3;

/** A filter in words: `Client is Acme or Beta`. */
export function sayFilter(node: FilterNode, report: ReportView | undefined): string {
  const members = membersOf(node);
  if (members !== null) {
    const parts = members.map((member) => {
      const said = sayFilter(member, report);
      return membersOf(member) === null ? said : `(${said})`;
    });
    return 'or' in node ? words.filters.anyOf(parts) : words.filters.allOf(parts);
  }
  return sayCondition(node as Condition, report);
}

function sayCondition({ field: id, op, values }: Condition, report: ReportView | undefined): string {
  const field = fieldOf(report, id);
  if (!field) return id === '' ? words.filters.new : id;
  const said = `${field.title} ${sayOperator(op, field)}`;
  if (valuesOf(op) === 'none') return said;
  if (values.length === 0) return `${said} …`;
  const names = values.slice(0, MOST_SAID).map((value) => sayValue(value, field));
  const more = values.length - names.length;
  if (op === 'between') return `${said} ${words.filters.allOf(names)}`;
  return `${said} ${words.filters.anyOf(more > 0 ? [...names, words.filters.more(more)] : names)}`;
}
