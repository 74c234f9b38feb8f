import type { Query } from '../../src/query/query';
import type { QueryState } from '../../src/query/state';
import { kindOf } from '../../workbench/gas/methods';
import type { WorkbookJson } from '../../workbench/gas/workbook';
import type { Session } from '../../workbench/session';
import { type Ground, QUERY_TAB } from './ground';
import { pictureOf, type TabPicture } from './picture';

/** All that outlives an execution. */
interface Kept {
  workbook: WorkbookJson;
  user: Record<string, string>;
  document: Record<string, string>;
}

const STORES = { user: 'user user-1', document: 'document' };

export function keep({ platform }: Session): Kept {
  return {
    workbook: platform.spreadsheet.snapshot(),
    user: platform.properties(STORES.user).all(),
    document: platform.properties(STORES.document).all(),
  };
}

export function putBack({ platform }: Session, kept: Kept): void {
  platform.spreadsheet.restore(kept.workbook);
  platform.properties(STORES.user).set(kept.user, true);
  platform.properties(STORES.document).set(kept.document, true);
  platform.evict();
}

/** The tables as they can be compared between two refreshes: all but the notes, which say when. */
export interface Tables {
  tabs: Record<string, Omit<TabPicture, 'notes' | 'rows' | 'columns'>>;
  names: unknown;
}

export function tablesOf({ platform }: Session): Tables {
  const { tabs, names } = pictureOf(platform.spreadsheet, [QUERY_TAB]);
  const comparable = Object.entries(tabs).map(([name, { notes: _, rows, columns, ...tab }]) => [name, tab]);
  return { tabs: Object.fromEntries(comparable), names };
}

/** Whether an execution ended in the middle of a commit, as the journal tells it. */
export function repairing({ platform }: Session): boolean {
  return platform
    .properties(STORES.document)
    .keys()
    .some((name) => name.startsWith('commit.'));
}

/** What the hidden sheet says of the only query there is. */
export function stateOf({ platform }: Session): QueryState {
  const [, [, , , state]] = platform.spreadsheet.values(QUERY_TAB);
  return JSON.parse(String(state)) as QueryState;
}

/** The calls of a refresh, in order. */
export async function callsOf(ground: Ground, query: Query): Promise<string[]> {
  const calls: string[] = [];
  await ground.refresh(query, { onCall: ({ name }) => void calls.push(name) });
  return calls;
}

/** Whether ending an execution before a call differs from ending it before the one after: whether it does anything. */
export function effectful(name: string): boolean {
  return !['navigation', 'free', 'local'].includes(kindOf(name) ?? '');
}

/** Begins a refresh and ends its execution at a call. */
export async function endAt(session: Session, query: Query, at: number): Promise<void> {
  const finished = await session.platform.run('startRefresh', [JSON.stringify({ query: query.id })], {
    via: 'client',
    onCall: ({ index }) => (index === at ? 'end' : undefined),
  });
  if (finished.ended !== 'killed') throw new Error(`it was not ended at call ${at}`);
}

/** What a kill may not leave behind; empty when all is well. */
export function faultsAfter(session: Session, old: Tables, done: Tables, before: QueryState): string[] {
  const now = JSON.stringify(tablesOf(session));
  const isOld = now === JSON.stringify(old);
  const isNew = now === JSON.stringify(done);
  const fresh = JSON.stringify(stateOf(session).complete) !== JSON.stringify(before.complete);
  if (repairing(session)) return [];
  return [
    ...(isOld || isNew ? [] : ['a mixed table without a sign']),
    ...(fresh && !isNew ? ['called fresh, but it is not the new table'] : []),
  ];
}

/** What a refresh after a kill may not leave behind; empty when all is well. */
export function faultsOfRepair(session: Session, done: Tables): string[] {
  const now = tablesOf(session);
  return [
    ...(repairing(session) ? ['still in the journal'] : []),
    ...(JSON.stringify(now) === JSON.stringify(done)
      ? []
      : [`not the new table: ${firstDifference(now, done)}`]),
  ];
}

function firstDifference(now: Tables, done: Tables): string {
  const tabs = (tables: Tables) => Object.keys(tables.tabs).join();
  if (tabs(now) !== tabs(done)) return `tabs ${tabs(now)}`;
  if (JSON.stringify(now.names) !== JSON.stringify(done.names)) return JSON.stringify(now.names);
  for (const [name, tab] of Object.entries(done.tabs)) {
    for (const key of Object.keys(tab) as (keyof typeof tab)[]) {
      const [found, due] = [JSON.stringify(now.tabs[name][key]), JSON.stringify(tab[key])];
      if (found !== due)
        return `${key} of ${name}: ${found.slice(0, 200)} … instead of ${due.slice(0, 200)} …`;
    }
  }
  return 'nothing';
}

/** Which calls a refresh is ended at: all, or from its first change of anything on those that do something. */
export type Ends = 'every call' | 'every change';

function chosen(calls: string[], ends: Ends): number[] {
  const all = [...calls.keys()];
  if (ends === 'every call') return all;
  const first = calls.findIndex(changes);
  return all.filter((at) => at >= first && effectful(calls[at]));
}

function changes(name: string): boolean {
  return /^(write|structure)/.test(kindOf(name) ?? '') || name === 'Properties.setProperty';
}

/**
 * Ends a refresh at its calls, one after the other, and refreshes again: gives what went wrong, by the call it was ended
 * at. Between the two it looks whether the table is the old one, the new one, or known to be neither. Ends that leave the
 * same behind are repaired once: the next refresh sees nothing else.
 */
export async function endEverywhere(
  ground: Ground,
  query: Query,
  where: Ends,
): Promise<{ ends: number; faults: string[] }> {
  const { session } = ground;
  const start = keep(session);
  const [old, before] = [tablesOf(session), stateOf(session)];
  const calls = await callsOf(ground, query);
  const done = tablesOf(session);
  const faults: string[] = [];
  const seen = new Set<string>();
  const places = chosen(calls, where);
  for (const at of places) {
    putBack(session, start);
    await endAt(session, query, at);
    const left = JSON.stringify(keep(session));
    if (seen.has(left)) continue;
    seen.add(left);
    const found = faultsAfter(session, old, done, before);
    try {
      await ground.refresh(query);
      found.push(...faultsOfRepair(session, done));
    } catch (error) {
      found.push(`the next refresh: ${(error as Error).message}`);
    }
    faults.push(...found.map((fault) => `${at} ${calls[at]}: ${fault}`));
  }
  return { ends: places.length, faults };
}
