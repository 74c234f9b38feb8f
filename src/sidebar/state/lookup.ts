import type { ReportView } from '../../actions/overview';
import type { Draft } from '../model/draft';
import type { At } from '../model/periods';
import type { State } from './state';

/** The report of a query, as far as there is one. */
export function reportOf(state: State, { report }: Pick<Draft, 'report'>): ReportView | undefined {
  return state.overview.reports.find(({ id }) => id === report);
}

/** When and where the period of a query is read. */
export function atOf(state: State, { zone, accounts }: Draft, now: number): At {
  const login = state.overview.logins.find(({ id }) => id === accounts[0]?.login);
  return { now, zone, weekStart: login?.weekStart ?? 'MONDAY' };
}
