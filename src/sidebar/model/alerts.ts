import type { QueryView } from '../../actions/listQueries';
import type { ReportView } from '../../actions/overview';
import type { Entries } from '../entries';
import { words } from '../words';

/** What is told, and where, as the script says it. */
export type Alerts = Entries['loadAlerts'][1];
export type Threshold = Alerts['thresholds'][number];

/** What of a query's table a limit can be set on: its rows, and each of its metrics. */
export function limitable(view: QueryView, reports: ReportView[]): { value: string; title: string }[] {
  const { query } = view;
  const report = reports.find(({ id }) => id === query?.report);
  const metrics = (query?.columns ?? []).flatMap(({ field, title, show }) => {
    const known = report?.fields.find(({ id }) => id === field);
    return known?.role === 'metric' && !show ? [{ value: field, title: title ?? known.title }] : [];
  });
  return [{ value: 'rows', title: words.alerts.rows }, ...metrics];
}

/** A limit in words, with the name of its query. */
export function sayThreshold(
  { query, on, test, value }: Threshold,
  views: QueryView[],
  reports: ReportView[],
): { name: string; text: string } {
  const view = views.find(({ id }) => id === query);
  const column = view && limitable(view, reports).find((each) => each.value === on)?.title;
  return {
    name: view?.name ?? words.alerts.goneQuery,
    text: words.alerts.limit(column ?? words.alerts.gone, words.alerts.tests[test], value),
  };
}

/** A number as somebody types it, with a point or a comma; null for anything else. */
export function numberIn(text: string): number | null {
  const typed = text.trim().replace(',', '.');
  return /^-?\d+(\.\d+)?$/.test(typed) ? Number(typed) : null;
}

/** Addresses between commas, semicolons or spaces. */
export function addressesIn(text: string): string[] {
  return text.split(/[\s,;]+/).filter((part) => part !== '');
}
