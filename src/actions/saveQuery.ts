import { planQuery } from '../plan/plan';
import { type Query, readQuery } from '../query/query';
import type { Effects } from './effects';
import { factsOf } from './facts';

/**
 * Saves a query and gives it back: a new one when it has no id yet. Raises what is wrong with it before anything is kept.
 * The place of a table that is there already is kept, whatever the caller believes.
 */
export function saveQuery(effects: Effects, candidate: unknown): Query {
  const given = candidate as Partial<Query>;
  const query = readQuery({ ...given, id: given.id ?? effects.newId() }, given.name ?? 'the query');
  // May ask Clockify, for which nobody else is made to wait.
  planQuery(query, factsOf(effects, query), effects.clock.now());
  return effects.lock.hold(() => {
    effects.queries.reload();
    const known = effects.queries.find(query.id)?.query;
    const placed = known?.target.kind === 'placed' ? known.target : null;
    const saved = placed && query.target.kind === 'placed' ? { ...query, target: placed } : query;
    // A table that is to go elsewhere stays behind as plain cells.
    if (placed && saved.target.kind !== 'placed') effects.grid.unname(placed.range);
    effects.queries.save(saved);
    return saved;
  });
}
