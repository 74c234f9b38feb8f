import { raise } from '../problems/problem';
import { account } from './account';
import { clients } from './clients';
import { projects } from './projects';
import type { AnyField, AnyReport } from './report';
import { tags } from './tags';
import { tasks } from './tasks';
import { timeEntries } from './timeEntries';
import { users } from './users';

/** All that can be asked for, in the order in which it is offered. */
export const reports = [timeEntries, projects, tasks, clients, users, tags] as AnyReport[];

/** The report with an id. Raises `report-unknown`. */
export function reportOf(id: string): AnyReport {
  return (
    reports.find((report) => report.id === id) ??
    raise({
      code: 'report-unknown',
      scope: {},
      title: `There is no report type "${id}".`,
      remedy: `Choose one of ${reports.map((report) => report.id).join(', ')}.`,
      retry: 'never',
    })
  );
}

/** All fields of a report: its own, and those that every report has. */
export function fieldsOf(report: AnyReport): AnyField[] {
  return [...report.fields, account];
}

/** The field of a report with an id. Raises `field-unknown`. */
export function fieldOf(report: AnyReport, id: string): AnyField {
  return (
    fieldsOf(report).find((field) => field.id === id) ??
    raise({
      code: 'field-unknown',
      scope: {},
      title: `The report type ${report.title} has no field "${id}".`,
      remedy: `Remove it from the query and save that again. The table stays as it is until then.`,
      retry: 'never',
    })
  );
}
