import type { OnCall } from '../../gas/gate';
import type { Ground } from '../ground';
import { endedOrRefused } from '../interrupt';
import { repairing, shownIn } from '../invariants';
import { fresh, type Stand } from '../stand';

/** Refreshes while something is in the way; what is wrong with how that ended. */
export async function faultsOfRefresh(
  ground: Ground,
  stand: Stand,
  onCall?: OnCall,
  codes?: readonly string[],
): Promise<string[]> {
  const { session } = ground;
  const old = JSON.stringify(shownIn(session));
  const before = JSON.stringify((await ground.view(stand.query)).state.complete);
  let code = '';
  const progress = await endedOrRefused(async () => {
    const ended = await session.refresh(stand.query.id, { onCall });
    code = ended.problem?.code ?? '';
    return ended;
  });
  if (progress?.state === 'done') return fresh(ground, stand);
  const { state } = await ground.view(stand.query);
  const told = code || (state.problem?.code ?? '');
  const same = JSON.stringify(shownIn(session)) === old;
  return [
    ...(told === 'unexpected' ? ['its problem is said to be unexpected'] : []),
    ...(codes && !codes.includes(told) ? [`its problem is ${told} instead of ${codes.join(' or ')}`] : []),
    ...(same || repairing(session) ? [] : await differing(ground, stand)),
    ...(JSON.stringify(state.complete) === before || same === false
      ? []
      : ['called fresh, with the old table']),
  ];
}

/** A table that is neither the old one nor in repair has to be the new one. */
async function differing(ground: Ground, stand: Stand): Promise<string[]> {
  return (await fresh(ground, stand)).filter((fault) => !fault.startsWith('it has the problem'));
}
