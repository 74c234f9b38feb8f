import { forgetThresholds } from '../alerts/settings';
import { releaseTable } from '../table/release';
import type { Effects } from './effects';
import { forgetStatus } from './record/placeStatus';
import { letTriggerGo } from './schedule/trigger';

/** Deletes a query; its table stays as plain cells. Raises `query-unknown`. */
export function deleteQuery(effects: Effects, id: string): void {
  effects.lock.hold(() => {
    effects.queries.reload();
    const target = effects.queries.find(id)?.query?.target;
    effects.queries.remove(id);
    forgetStatus(effects, id);
    releaseTable(effects, id, target?.kind === 'placed' ? target.range : null);
    effects.agreements.forget(id);
    effects.jobs.drop(id);
    effects.scheduling.schedules.remove(id);
    effects.scheduling.turns.remove(id);
    forgetThresholds(effects.telling.document, id);
  });
  letTriggerGo(effects);
}
