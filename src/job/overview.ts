import { type LoginView, listLogins, type Managing } from '../logins/manage';
import { reports } from '../reports';
import type { ValueType } from '../reports/report';
import type { Store } from '../store/store';
import { listQueries, type QueryView } from './queries';
import type { Refreshing } from './refresh';

/** A field as somebody who chooses columns sees it. */
export interface FieldView {
  id: string;
  title: string;
  sentence: string;
  type: ValueType;
  role: 'dimension' | 'metric';
  /** Money that not everybody who can open the spreadsheet may be meant to see. */
  confidential: boolean;
}

/** A report as somebody who chooses one sees it. */
export interface ReportView {
  id: string;
  title: string;
  sentence: string;
  /** What its rows are called, in the plural. */
  rows: string;
  /** Whether it has a period. */
  dated: boolean;
  defaults: string[];
  fields: FieldView[];
}

/** All that the sidebar needs to begin with, in one call that asks nothing of Clockify. */
export interface Overview {
  /** Milliseconds since 1970. */
  now: number;
  logins: LoginView[];
  queries: QueryView[];
  reports: ReportView[];
  /** Whether it was said once here that everybody who can open the spreadsheet sees amounts. */
  amountsTold: boolean;
  /** Whether this user may only view the spreadsheet; not known when it is left out. */
  readOnly?: boolean;
}

const AMOUNTS_TOLD = 'amounts-told';

export function overview(refreshing: Refreshing, managing: Managing, document: Store): Overview {
  return {
    now: refreshing.clock.now(),
    logins: listLogins(managing),
    queries: listQueries(refreshing),
    reports: reports.map((report) => ({
      id: report.id,
      title: report.title,
      sentence: report.sentence,
      rows: report.rows,
      dated: report.dataset.dated,
      defaults: report.defaults,
      fields: report.fields.map(({ id, title, sentence, type, role, needs }) => {
        return { id, title, sentence, type, role, confidential: needs !== undefined };
      }),
    })),
    amountsTold: document.get(AMOUNTS_TOLD) !== null,
  };
}

/** Remembers, for all users of the spreadsheet, that it was said. */
export function tellAmounts(document: Store): void {
  document.set(AMOUNTS_TOLD, 'yes');
}

/**
 * Forgets everything of this user: logins, cached workspaces and waiting refreshes; and of this spreadsheet: queries and the
 * refresh log. Tables stay as plain cells.
 */
export function forgetEverything({ queries, grid, lock }: Refreshing, user: Store, document: Store): void {
  lock.hold(() => {
    queries.reload();
    for (const { query, id } of queries.all()) {
      if (query?.target.kind === 'placed') grid.unname(query.target.range);
      queries.remove(id);
    }
    for (const name of Object.keys(user.all())) user.delete(name);
    for (const name of Object.keys(document.all())) document.delete(name);
  });
}
