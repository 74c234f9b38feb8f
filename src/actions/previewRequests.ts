import { datasetOf } from '../datasets';
import { factsIn, hourlyLimitOf } from '../logins/workspace';
import { type Plan, type PlannedRequests, planQueries, requestsOf } from '../plan/plan';
import { type Query, readCandidate } from '../query/query';
import type { CompleteTable } from '../query/state';
import type { Effects } from './effects';
import { resolved } from './parameters';

/** How many requests a refresh will send: the least, and whether there may be more, and what is read of which account. */
export interface Requests extends PlannedRequests {
  /** How many requests an account of the query has an hour; null where none is limited so. */
  hourly: number | null;
}

/**
 * How many requests a refresh of a query will send, by its plan and by the rows it had for the same days. Sends none itself:
 * null when an account of the query isn't known without asking. Raises what is wrong with the query.
 */
export function previewRequests(effects: Effects, candidate: Partial<Query>): Requests | null {
  const query = readCandidate({ ...candidate, id: candidate.id ?? 'new' }, 'The query');
  const seen = query.accounts.map((account) => {
    const login = effects.logins.get(account.login);
    const workspace = effects.workspaces.known(login.id).find(({ id }) => id === account.workspace);
    return workspace ? { facts: factsIn(login, workspace), hourly: hourlyLimitOf(workspace) } : null;
  });
  const known = seen.filter((account) => account !== null);
  if (known.length < seen.length) return null;
  const asked = { query: resolved(effects, query), facts: known.map(({ facts }) => facts) };
  const plan = planQueries([asked], effects.clock.now());
  const complete = effects.queries.find(query.id)?.state.complete ?? null;
  const limits = known.flatMap(({ hourly }) => (hourly === null ? [] : [hourly]));
  return {
    ...withPages(requestsOf(plan), query.grain === 'each' ? pagesOf(plan, complete) : 0),
    hourly: limits.length > 0 ? Math.min(...limits) : null,
  };
}

/** How many pages the rows of the last table filled, where it was of the same days: one row is one record there. */
function pagesOf({ readings, queries: [{ days }] }: Plan, complete: CompleteTable | null): number {
  const { paging } = datasetOf(readings[0].dataset);
  const same = complete !== null && complete.days?.from === days?.from && complete.days?.to === days?.to;
  return same && 'size' in paging ? Math.ceil(complete.rows / paging.size) : 0;
}

function withPages(planned: PlannedRequests, pages: number): PlannedRequests {
  const { requests, readings } = planned;
  if (pages <= requests) return planned;
  return {
    ...planned,
    requests: pages,
    readings: readings.length === 1 ? [{ ...readings[0], requests: pages }] : readings,
  };
}
