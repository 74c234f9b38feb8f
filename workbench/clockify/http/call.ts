import type { Member, Workspace } from '../model';
import type { DemoState } from '../state';
import type { KeyHolder } from '../world';
import type { Target } from './hosts';

/** A request that passed the contract, the key and the limits. */
export interface Call {
  target: Target;
  /** The named segments of the path. */
  params: Record<string, string>;
  /** Query parameters as the contract's types. */
  query: Record<string, unknown>;
  body: unknown;
  /** Epoch milliseconds by the workbench's clock. */
  now: number;
  holder: KeyHolder;
  state: DemoState;
}

export interface Answer {
  body: unknown;
  headers?: Record<string, string>;
  /** Rows in the answer, for whoever models latency; absent for single objects. */
  rows?: number;
}

/** A call about one workspace, by a member of it. */
export interface WorkspaceCall extends Call {
  workspace: Workspace;
  member: Member;
}

export interface Route {
  /** The operation's name in the contract, which says method, path and parameters. */
  operation: string;
  answer(call: Call): Answer;
}

export interface WorkspaceRoute {
  operation: string;
  answer(call: WorkspaceCall): Answer;
}
