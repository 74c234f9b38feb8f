import type { QueryView } from '../actions/listQueries';
import type { Overview } from '../actions/overview';
import type { Run } from '../actions/refresh/refreshLog';
import type { Progress } from '../job/job';
import type { LoginView } from '../logins/manage';
import type { Query } from '../query/query';
import type { Area } from '../table/grid';

/** The entry points of the script: what each takes and what it gives. */
export interface Entries {
  loadOverview: [Record<never, never>, Overview];
  addLogin: [{ key: string; name?: string; region?: string }, LoginView];
  renameLogin: [{ login: string; name: string }, LoginView];
  replaceKey: [{ login: string; key: string; region?: string }, LoginView];
  deleteLogin: [{ login: string }, null | undefined];
  readWorkspaces: [{ login: string }, LoginView];
  listQueries: [Record<never, never>, QueryView[]];
  agreeToQuery: [{ query: string; digest: string }, QueryView];
  saveQuery: [{ query: Partial<Query> }, Query];
  deleteQuery: [{ query: string }, null | undefined];
  startRefresh: [{ query: string }, Progress];
  stepRefresh: [{ job: string }, Progress];
  readProgress: [{ query: string }, Progress | null];
  previewRequests: [{ query: Partial<Query> }, Requests];
  insertRows: [{ query: string; rows: number }, null | undefined];
  stopRefresh: [{ query: string }, null | undefined];
  listRuns: [Record<never, never>, Run[]];
  goToTable: [{ query: string }, null | undefined];
  readSelection: [Record<never, never>, Selection];
  insertColumns: [{ query: string; columns: number }, null | undefined];
  acknowledgeAmounts: [Record<never, never>, null | undefined];
  forgetAll: [Record<never, never>, null | undefined];
}

/** How many requests a refresh will send. */
export interface Requests {
  requests: number;
  /** Whether there may be more: how long a list is shows when it is read. */
  atLeast: boolean;
  /** How many requests an account of the query has an hour; null where none is limited so. */
  hourly: number | null;
}

/** What is selected in the grid. */
export interface Selection {
  area: Area;
  tab: string;
}

export type Call = <E extends keyof Entries>(entry: E, payload: Entries[E][0]) => Promise<Entries[E][1]>;
