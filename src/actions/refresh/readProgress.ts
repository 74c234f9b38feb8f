import type { Progress } from '../../job/progress';
import type { Effects } from '../effects';

/** How far the refresh of a query is that runs in another call just now; null when there is none, or it has only begun. */
export function readProgress({ jobs }: Effects, query: string): Progress | null {
  return jobs.told(query);
}
