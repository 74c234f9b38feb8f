import type { Effects } from './effects';

/** Deletes a query; its table stays as plain cells. Raises `query-unknown`. */
export function deleteQuery(effects: Effects, id: string): void {
  effects.lock.hold(() => {
    effects.queries.reload();
    const target = effects.queries.find(id)?.query?.target;
    effects.queries.remove(id);
    if (target?.kind === 'placed') effects.grid.unname(target.range);
    effects.journal.end(id);
    effects.agreements.forget(id);
    effects.jobs.drop(id);
  });
}
