import { datasetOf } from '../datasets';
import { factsIn, hourlyLimitOf } from '../logins/workspaces';
import { planQuery } from '../plan/plan';
import { type Query, readCandidate } from '../query/query';
import type { Effects } from './effects';

/** How many requests a refresh will send. */
export interface Requests {
  requests: number;
  /** Whether there may be more: how long a list is shows when it is read. */
  atLeast: boolean;
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
  const facts = known.map((account) => account.facts);
  const { readings, days } = planQuery(query, facts, effects.clock.now());
  const pagings = readings.map(({ dataset }) => datasetOf(dataset).paging);
  const [paging] = pagings;
  const complete = effects.queries.find(query.id)?.state.complete;
  const same = complete && complete.days?.from === days?.from && complete.days?.to === days?.to;
  const pages = same && 'size' in paging ? Math.ceil(complete.rows / paging.size) : 0;
  const limits = known.flatMap(({ hourly }) => (hourly === null ? [] : [hourly]));
  return {
    requests: Math.max(readings.length, pages),
    atLeast: pagings.some(({ kind }) => kind !== 'whole'),
    hourly: limits.length > 0 ? Math.min(...limits) : null,
  };
}
