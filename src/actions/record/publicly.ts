import type { StoredQuery } from '../../query/queries';
import type { Standing } from '../../record/standing';
import type { Effects } from '../effects';
import { standingIn, type Timing, withoutShortWaits } from './facts';

/** Problems that keep everybody from refreshing a query until a login is mended. */
const LOGIN_NEEDED = ['key-refused', 'login-unknown'];

/** How queries stand in everybody's eyes: what keeps one person alone from refreshing is nothing that a note tells. */
export function publicStandings(
  { places: look }: Pick<Effects, 'places'>,
  unfinished: Set<string>,
  told: Timing,
): (stored: StoredQuery) => Standing {
  const places = look();
  const time = withoutShortWaits(told);
  return (stored) => {
    const { query, state, id } = stored;
    const code = state.problem?.code ?? '';
    const eyes = {
      placed: query?.target.kind === 'placed' && places.range(query.target.range) !== null,
      repairing: unfinished.has(id),
      needsLogin: LOGIN_NEEDED.includes(code),
      needsAgreement: code === 'agreement-needed' ? ('somebody' as const) : false,
    };
    return standingIn(stored, eyes, time);
  };
}
