import type { Query } from '../src/query/query';
import { accountNotKnown } from './problems';
import { line } from './result';
import { Refused, type Session } from './session';

/** The line that `--plan` prints. */
export interface PlanLine {
  requests: number;
  /** Whether there may be more: how long a list is shows when it is read. */
  atLeast: boolean;
  /** The lists that are read, with the names of their accounts. */
  readings: { dataset: string; account: string; requests: number }[];
}

/**
 * Prints how many requests each query would take, as one line of JSON each; nothing is asked of Clockify for it. With several
 * queries a line says which it is of.
 */
export async function printPlans(session: Session, queries: Partial<Query>[]): Promise<number> {
  session.stage = 'Planning';
  for (const query of queries) {
    const plan = await session.call<PlanLine | null>('previewRequests', { query });
    if (plan === null) throw new Refused(accountNotKnown());
    const { requests, atLeast, readings } = plan;
    line({
      ...(queries.length > 1 ? { query: query.name } : {}),
      requests,
      atLeast,
      readings,
    });
  }
  return 0;
}
