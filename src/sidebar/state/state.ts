import type { Overview } from '../../actions/overview';
import type { QueryAccount } from '../../query/query';
import type { Selection } from '../entries';
import type { Draft } from '../model/draft';
import type { Missing } from '../model/missing';
import type { SidebarProblem } from '../problem';
import type { Runs } from './run';

/** The parts of the editor, of which one is open. */
export type Section =
  | 'report'
  | 'rows'
  | 'metrics'
  | 'filters'
  | 'period'
  | 'columns'
  | 'options'
  | 'destination';

/** What is shown. */
export type Screen =
  | { name: 'home' }
  | { name: 'connect'; mapping?: true }
  | { name: 'start'; accounts?: QueryAccount[] }
  | { name: 'check'; draft: Draft }
  | { name: 'query'; id: string }
  | { name: 'editor'; draft: Draft; section: Section | null; problems?: SidebarProblem[] }
  | { name: 'settings' }
  | { name: 'logins' }
  | { name: 'ask-for-access' }
  | { name: 'log' }
  | { name: 'health' }
  | { name: 'alerts' };

/** A question that has to be answered before anything else. */
export type Question =
  | { kind: 'leave'; name: string }
  | { kind: 'amounts'; titles: string[] }
  | { kind: 'agree'; title: string; go: string; queries: { name: string; changes: string[] }[] }
  | { kind: 'delete-queries'; names: string[] }
  | { kind: 'rename-query'; name: string }
  | { kind: 'rename-login'; name: string }
  | { kind: 'replace-key'; logins: string[] }
  | { kind: 'share-login'; name: string; as: string | null; suggested: string }
  | { kind: 'stop-sharing'; name: string; queries: string[] }
  | { kind: 'map-logins'; missing: Missing; go?: string }
  | { kind: 'schedule'; query: string }
  | { kind: 'remove-schedule'; name: string; names: string }
  | {
      kind: 'delete-login';
      name: string;
      queries: string[];
      by: string | null;
      own: boolean;
      elsewhere: number;
    }
  | { kind: 'link-text'; text: string }
  | { kind: 'withdraw-link'; asker: string; purpose: string }
  | { kind: 'forget'; logins: number; queries: number; elsewhere: number; others: string[] }
  | { kind: 'copy-json'; name: string; json: string }
  | { kind: 'paste-json' };

/** All that the sidebar shows depends on this, and on what a screen keeps while somebody types. */
export interface State {
  phase: 'loading' | 'failed' | 'ready';
  overview: Overview;
  /** When the overview was read, in milliseconds since 1970. */
  readAt: number;
  /** The screens from the first to the one that is seen. */
  screens: Screen[];
  runs: Runs;
  online: boolean;
  selection: Selection | null;
  /** What failed last, with what does it again; shown at the top of the screen. */
  failure: { problem: SidebarProblem; again: (() => void) | null } | null;
  question: (Question & { answer(text: string | null): void }) | null;
  /** What was just done, in a sentence. */
  notice: string;
  /** Whether what waits goes on also when the sidebar is closed; null while nobody has asked. */
  wakes: boolean | null;
  /** What was caught up with when the sidebar opened, in a line; empty for nothing. */
  woken: string;
}

export const INITIAL: State = {
  phase: 'loading',
  overview: {
    now: 0,
    logins: [],
    queries: [],
    reports: [],
    amountsTold: true,
    lastAccounts: [],
    displayName: null,
    sharingOff: null,
    links: { on: false },
    schedules: { carried: 0, wokeAt: null, overdue: false, degraded: null },
  },
  readAt: 0,
  screens: [{ name: 'home' }],
  runs: {},
  online: true,
  selection: null,
  failure: null,
  question: null,
  notice: '',
  wakes: null,
  woken: '',
};

/** Holds the state and tells those who look at it that it changed. */
export class Store {
  state = INITIAL;
  private readonly listeners = new Set<() => void>();

  set(change: Partial<State>): void {
    this.state = { ...this.state, ...change };
    for (const listener of this.listeners) listener();
  }

  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }
}
