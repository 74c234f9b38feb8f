import { planQuery } from '../plan/plan';
import type { Problem } from '../problems/problem';
import { type Query, readQuery } from '../query/query';
import type { QueryState } from '../query/state';
import type { Refreshing } from './refresh';

/** A query of the spreadsheet with what is known of its table. */
export interface QueryView {
  id: string;
  name: string;
  /** Null when it can't be read; `problem` says why. */
  query: Query | null;
  problem: Problem | null;
  state: QueryState;
  /** Whether an execution ended while it was writing the table: until the next refresh nothing can be said of it. */
  repairing: boolean;
}

/** The queries of the spreadsheet, in the order in which they were made. */
export function listQueries({ queries, journal }: Pick<Refreshing, 'queries' | 'journal'>): QueryView[] {
  return queries.all().map((entry) => ({ ...entry, repairing: journal.unfinished(entry.id) !== null }));
}

/**
 * Saves a query and gives it back: a new one when it has no id yet. Raises what is wrong with it before anything is kept.
 * The place of a table that is there already is kept, whatever the caller believes.
 */
export function saveQuery(effects: Refreshing, candidate: unknown): Query {
  const given = candidate as Partial<Query>;
  const query = readQuery({ ...given, id: given.id ?? effects.newId() }, given.name ?? 'the query');
  return effects.lock.hold(() => {
    const known = effects.queries.all().find((entry) => entry.id === query.id)?.query;
    const facts = query.accounts.map(({ login, workspace, name }) =>
      effects.workspaces.facts(effects.logins.get(login), workspace, name),
    );
    planQuery(query, facts, effects.clock.now());
    const saved =
      known?.target.kind === 'placed' && query.target.kind === 'placed'
        ? { ...query, target: known.target }
        : query;
    effects.queries.save(saved);
    return saved;
  });
}

/** Deletes a query; its table stays as plain cells. Raises `query-unknown`. */
export function deleteQuery(effects: Refreshing, id: string): void {
  effects.lock.hold(() => {
    const target = effects.queries.all().find((entry) => entry.id === id)?.query?.target;
    effects.queries.remove(id);
    if (target?.kind === 'placed') effects.grid.unname(target.range);
    effects.journal.end(id);
  });
}
