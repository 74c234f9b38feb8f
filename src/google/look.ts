import type { Looked } from '../actions/effects';
import { Said } from '../record/said';
import { StatusBlocks } from '../record/statusBlocks';
import type { Store } from '../store/store';
import { storedJournal } from '../table/storedJournal';
import { storedTables } from '../table/storedTables';

/** What one call tells of the store of the spreadsheet. */
export function looked(store: Store): Looked {
  const all = store.all();
  const seen = { ...store, all: () => all };
  return {
    values: all,
    said: new Said(seen).all(),
    blocks: new StatusBlocks(seen).all(),
    unfinished: storedJournal(seen).all(),
    placed: storedTables(seen).all(),
  };
}

/** Asks at the first use, and no second time. */
export function once<T>(ask: () => T): () => T {
  let known: { value: T } | null = null;
  return () => {
    known ??= { value: ask() };
    return known.value;
  };
}
