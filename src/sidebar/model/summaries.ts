import type { ReportView } from '../../actions/overview';
import { words } from '../words';
import { titleOf } from './columns';
import { sayCompared } from './comparison';
import type { Draft } from './draft';
import { columnsOfRole, fieldOf } from './fields';
import { type At, describeDates, sayPeriod } from './periods';
import { sayFilter } from './sayFilters';

/** What each section of the builder holds, in a line. */

export function rowsSummary(draft: Draft, report: ReportView): string {
  const titles = columnsOfRole(draft.columns, report, 'dimension').map((column) => titleOf(column, report));
  return words.dimensions.summary(draft.grain === 'grouped', report.row, titles);
}

export function metricsSummary({ columns }: Draft, report: ReportView): string {
  const titles = columnsOfRole(columns, report, 'metric').map((column) => titleOf(column, report));
  return titles.join(', ') || words.metrics.noneShort;
}

export function periodSummary(draft: Draft, at: At): string {
  const { period } = draft;
  const said = words.editor.periodSummary(sayPeriod(period), describeDates(period, at));
  return draft.compare ? words.compare.summary(said, sayCompared(draft, at) ?? words.compare.some) : said;
}

export function columnsSummary(draft: Draft, report: ReportView): string {
  const { split, sort, limit, totals, subtotals } = draft;
  const title = (id: string) => fieldOf(report, id)?.title ?? id;
  const more: string[] = [];
  if (split) more.push(words.split.said(title(split.field)));
  if (sort) more.push(words.sort.said(sort.map(([field]) => title(field))));
  if (limit !== undefined) more.push(words.limit.said(limit));
  if (totals || subtotals) more.push(words.totals.said);
  return words.editor.columnsSummary(
    draft.columns.map((column) => titleOf(column, report)),
    more,
  );
}

/** The days that a query means and their zone, in a line. */
export function sayDates(draft: Draft, at: At): string {
  const days = describeDates(draft.period, at) || sayPeriod(draft.period);
  return words.editor.dates(days, sayCompared(draft, at) ?? '', at.zone);
}

export function filtersSummary({ filters = [] }: Draft, report: ReportView): string {
  if (filters.length === 0) return words.filters.noneShort;
  return words.filters.summary(filters.map((node) => sayFilter(node, report)));
}
