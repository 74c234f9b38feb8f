import { type LoginView, listLogins, type Managing } from '../logins/manage';
import { fieldsOf, reports } from '../reports';
import type { ValueType } from '../reports/report';
import type { Store } from '../store/store';
import type { Effects } from './effects';
import { type ChosenAccount, lastAccounts } from './lastAccounts';
import { listQueries, type QueryView } from './listQueries';

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
  /** The accounts that this person chose last, in any spreadsheet; none when their logins no longer see them. */
  lastAccounts: ChosenAccount[];
}

const AMOUNTS_TOLD = 'amounts-told';

export function overview(effects: Effects, managing: Managing, document: Store): Overview {
  const logins = listLogins(managing);
  const sees = ({ login, workspace }: ChosenAccount) =>
    logins.some(({ id, accounts }) => id === login && accounts.some((account) => account.id === workspace));
  return {
    now: effects.clock.now(),
    logins,
    queries: listQueries(effects),
    reports: reports.map((report) => ({
      id: report.id,
      title: report.title,
      sentence: report.sentence,
      rows: report.rows,
      dated: report.dataset.dated,
      defaults: report.defaults,
      fields: fieldsOf(report).map(({ id, title, sentence, type, role, needs }) => {
        return { id, title, sentence, type, role, confidential: needs !== undefined };
      }),
    })),
    amountsTold: document.get(AMOUNTS_TOLD) !== null,
    lastAccounts: lastAccounts(effects.choices, sees),
  };
}

/** Remembers, for all users of the spreadsheet, that it was said. */
export function tellAmounts(document: Store): void {
  document.set(AMOUNTS_TOLD, 'yes');
}
