import type { WorkbookJson } from '../gas/workbook';
import type { Session } from '../session';

/** All that outlives an execution, but for what caches hold. */
export interface Kept {
  workbook: WorkbookJson;
  stores: Record<string, Record<string, string>>;
}

const STORES = ['user user-1', 'user user-2', 'document', 'script'];

export function keep({ platform }: Session): Kept {
  return {
    workbook: platform.spreadsheet.snapshot(),
    stores: Object.fromEntries(STORES.map((store) => [store, platform.properties(store).all()])),
  };
}

export function putBack({ platform }: Session, { workbook, stores }: Kept): void {
  platform.spreadsheet.restore(workbook);
  for (const [store, values] of Object.entries(stores)) platform.properties(store).set(values, true);
  platform.evict();
}

/** Notes what the caches hold; what comes back puts it there again. */
export function cached({ platform }: Session): () => void {
  const now = platform.clock.now();
  const texts = STORES.flatMap((store) => {
    const cache = platform.cache(store);
    return cache.keys().map((key) => [store, key, cache.get(key, now)] as const);
  });
  return () => {
    for (const [store, key, text] of texts)
      if (text !== null && text !== undefined)
        platform.cache(store).put(key, text, 21_600, platform.clock.now());
  };
}
