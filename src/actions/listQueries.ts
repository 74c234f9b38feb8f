import type { Problem } from '../problems/problem';
import type { StoredQuery } from '../query/queries';
import type { Query } from '../query/query';
import type { QueryState } from '../query/state';
import type { Standing } from '../record/standing';
import { type AgreementView, agreementOf } from './agreement';
import type { Effects } from './effects';
import { type OwnAccounts, ownAccounts, withOwnNames } from './ownAccounts';
import type { Place, Places } from './places';
import { standingIn, timing } from './record/facts';
import { type ScheduleView, scheduleViews } from './schedule/view';

/** A query of the spreadsheet with what is known of its table. */
export interface QueryView {
  id: string;
  name: string;
  /** Null when it can't be read; `problem` says why. */
  query: Query | null;
  problem: Problem | null;
  state: QueryState;
  /** Where its table is now, as `Aug!A5:G90`, and in which tab; null when it has none. */
  place: Place | null;
  /** Whether an execution ended while it was writing the table: until the next refresh nothing can be said of it. */
  repairing: boolean;
  /** What this person has to agree to before it reads with their login; null when there is nothing. */
  agreement: AgreementView | null;
  /** When it is refreshed by itself; null when it isn't. */
  schedule: ScheduleView | null;
  /** How it stands in this person's eyes. */
  standing?: Standing;
  /** Whether status cells tell of it. */
  statusCells?: boolean;
}

/** A query as this add-on lists it, with all that may be left out. */
export type ListedQuery = QueryView & Required<Pick<QueryView, 'standing' | 'statusCells'>>;

/** The queries of the spreadsheet, in the order in which they were made. */
export function listQueries(effects: Effects): ListedQuery[] {
  const seen = effects.look();
  const { unfinished, blocks, placed } = seen;
  const now = effects.clock.now();
  const jobs = effects.jobs.waiting(now);
  const { agreements } = effects;
  const places = effects.places();
  const agreed = agreements.all();
  const own = ownAccounts(effects);
  const time = timing(now, seen.values, jobs);
  const viewing = { agreements, places, placed };
  const scheduleOf = scheduleViews(effects, seen, jobs);
  return effects.queries.all().map((entry) => {
    const known = agreed.get(entry.id);
    const state = currentState(entry, own);
    const place = placeOf(places, entry.query);
    const repairing = unfinished.has(entry.id);
    const agreement = entry.query && agreementOf(viewing, entry.query, own, known?.terms ?? []);
    const needsLogin =
      state.problem?.code === 'key-refused' ||
      (entry.query?.accounts.some(({ login }) => own.login(login) === null) ?? false);
    const eyes = { placed: place !== null, repairing, needsLogin, needsAgreement: agreement !== null };
    return {
      ...entry,
      state,
      query: entry.query && withOwnNames(entry.query, own, known?.names),
      schedule: scheduleOf(entry),
      place,
      repairing,
      agreement,
      standing: standingIn({ ...entry, state }, eyes, time),
      statusCells: blocks.has(entry.id),
    };
  });
}

/**
 * The state of a query as its logins are now: a key may have been refused, or mended, in another spreadsheet since. Of logins
 * that aren't this person's to use what is stored counts.
 */
function currentState({ query, state, name }: StoredQuery, own: OwnAccounts): QueryState {
  const logins = query?.accounts.map(({ login }) => login) ?? [];
  const refused = logins.map((login) => own.refused(login)).find((problem) => problem !== null);
  if (refused) {
    if (state.problem?.code === 'key-refused') return state;
    return { ...state, problem: { ...refused, scope: { query: name, ...refused.scope } } };
  }
  const mended = state.problem?.code === 'key-refused' && logins.every((login) => own.login(login) !== null);
  return mended ? { ...state, problem: null, problemAt: null } : state;
}

function placeOf(places: Places, query: Query | null): Place | null {
  return query?.target.kind === 'placed' ? places.range(query.target.range) : null;
}
