import type { FieldView, ReportView } from '../../actions/overview';
import { describeFilter } from '../../query/describeFilter';
import type { Condition, FilterNode, FilterValue } from '../../query/filter';
import { words } from '../words';
import { fieldOf } from './fields';
import { faultOf, kindOf } from './filters';
import { membersOf } from './filterTree';
import { titlesOf } from './titles';

/** The words of an operator for a field. */
export function sayOperator(op: Condition['op'], field: FieldView): string {
  const { all, time, multiple } = words.filters.operators;
  const kind = kindOf(field);
  if (field.multiple && multiple[op]) return multiple[op];
  return ((kind === 'day' || kind === 'month') && time[op]) || all[op];
}

/** A filter in words, for its chip: `Client is Acme or Beta`. One that is still being made says how far it is. */
export function sayFilter(node: FilterNode, report: ReportView | undefined): string {
  const said = isBegun(node, report) ?? describeFilter(node, titlesOf(report));
  return said.slice(0, 1).toUpperCase() + said.slice(1);
}

function isBegun(node: FilterNode, report: ReportView | undefined): string | null {
  if (membersOf(node) !== null || faultOf(node as Condition, report) === null) return null;
  const { field: id, op } = node as Condition;
  const field = fieldOf(report, id);
  if (!field) return id === '' ? words.filters.new : id;
  return `${field.title} ${sayOperator(op, field)} …`;
}

/** What a chosen value is called. */
export function sayValue(value: FilterValue): string {
  if (typeof value !== 'object') return String(value) || words.filters.nothing;
  return 'cell' in value ? value.cell : value.name;
}
