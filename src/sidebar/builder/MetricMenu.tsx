import type { FieldView, ReportView } from '../../actions/overview';
import type { QueryColumn } from '../../query/query';
import { addColumn, columnKey, showColumn, titleOf } from '../model/columns';
import { Menu, type MenuAction } from '../parts/Menu';
import { words } from '../words';

interface MetricMenuProps {
  column: QueryColumn;
  field: FieldView;
  report: ReportView;
  columns: QueryColumn[];
  onChange(columns: QueryColumn[]): void;
}

/** How a metric is shown: as itself, as its running total or as its share of the total. */
export function MetricMenu({ column, field, report, columns, onChange }: MetricMenuProps) {
  const { show, also } = words.metrics;
  const key = columnKey(column);
  const shows = (['value', 'running', 'share'] as const).filter((one) => one !== (column.show ?? 'value'));
  const taken = new Set(columns.map(columnKey));
  const actions: MenuAction[] = shows
    .filter((one) => !taken.has(columnKey({ field: field.id, show: one === 'value' ? undefined : one })))
    .map((one) => ({
      title: show[one],
      icon: one === 'value' ? 'list' : one === 'running' ? 'rising' : 'share',
      act: () => onChange(showColumn(columns, key, one)),
    }));
  const additions: MenuAction[] = (['running', 'share'] as const)
    .filter((one) => !taken.has(columnKey({ field: field.id, show: one })))
    .map((one) => ({
      title: also[one],
      icon: 'plus',
      act: () => onChange(addColumn(columns, report, { field: field.id, show: one })),
    }));
  const title = titleOf(column, report);
  if (!field.adds) return null;
  const all = [...actions, ...additions];
  return all.length === 0 ? null : <Menu label={words.metrics.more(title)} actions={all} />;
}
