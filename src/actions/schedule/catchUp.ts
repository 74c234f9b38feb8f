import type { Together } from '../../job/progress';
import type { Effects } from '../effects';
import { startRefreshes } from '../refresh/refresh';
import { claimDue } from './due';
import { settleTurns } from './settle';

/** For how long nobody else takes what the sidebar is at, in milliseconds. */
const AT_IT = 600_000;

/** Begins a refresh of queries that are late, from the sidebar: what another has begun meanwhile isn't begun again. */
export function catchUp(effects: Effects, ids: string[]): Together {
  const due = claimDue(effects, effects.clock.now() + AT_IT, (id) => ids.includes(id)).map(({ id }) => id);
  const together = startRefreshes(effects, due, 'catch-up');
  settleTurns(
    effects,
    together.queries.filter(({ state }) => state !== 'reading' && state !== 'waiting'),
  );
  return together;
}
