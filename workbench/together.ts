import type { Problem } from '../src/problems/problem';
import type { Query } from '../src/query/query';
import type { ReportOptions } from './args';
import { handOver } from './handOver';
import { failed, line, printed, type Result, resultOf, withUsed } from './result';
import { Refused, type Session } from './session';

/**
 * Saves several queries and refreshes them as one job; prints a line for each, then one with the requests of all. A query that
 * can't be saved or fails leaves the others alone. Gives the exit code: 0 only when every table is complete.
 */
export async function refreshTogether(
  session: Session,
  candidates: Partial<Query>[],
  options: ReportOptions,
  heard: (problem: Problem) => Problem,
): Promise<number> {
  const saved: (Query | Problem)[] = [];
  for (const candidate of candidates) saved.push(await savedOr(session, candidate));
  session.used.sheetCalls = 0;
  const results = await resultsOf(session, saved.filter(isQuery));
  const used = { ...session.used };
  const codes: number[] = [];
  for (const [index, query] of saved.entries()) {
    const result = isQuery(query) ? results.get(query.id) : undefined;
    if (isQuery(query) && result?.ok)
      await handOver(session, query, options, { show: false, number: index + 1 });
    const told = result ?? failed(isQuery(query) ? null : query);
    codes.push(
      printed({
        query: isQuery(query) ? query.name : candidates[index].name,
        ...withUsed(told, { ...used, requests: told.requests }),
        problem: told.problem && heard(told.problem),
      }),
    );
  }
  line({ requests: used.requests });
  return Math.max(...codes);
}

async function savedOr(session: Session, candidate: Partial<Query>): Promise<Query | Problem> {
  try {
    return await session.saveQuery(candidate);
  } catch (error) {
    if (error instanceof Refused) return error.problem;
    throw error;
  }
}

function isQuery(saved: Query | Problem): saved is Query {
  return 'accounts' in saved;
}

async function resultsOf(session: Session, queries: Query[]): Promise<Map<string, Result>> {
  if (queries.length === 0) return new Map();
  const together = await session.refreshTogether(queries.map(({ id }) => id));
  return new Map(
    together.queries.map((progress) => [
      progress.query.id,
      { ...resultOf(progress), requests: progress.requests },
    ]),
  );
}
