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
