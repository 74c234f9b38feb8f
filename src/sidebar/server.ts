import type { Answer } from '../google/answer';
import type { Progress } from '../job/job';
import type { Overview } from '../job/overview';
import type { QueryView } from '../job/queries';
import type { Run } from '../job/runs';
import type { LoginView } from '../logins/manage';
import type { Query } from '../query/query';
import type { Area } from '../table/grid';
import { clock } from './clock';
import { problemOfFailure } from './failure';
import { CallFailed } from './problem';
import { Turnstile } from './turnstile';
import { words } from './words';

/** The entry points of the script: what each takes and what it gives. */
export interface Entries {
  loadOverview: [Record<never, never>, Overview];
  addLogin: [{ key: string; name?: string; region?: string }, LoginView];
  renameLogin: [{ login: string; name: string }, LoginView];
  replaceKey: [{ login: string; key: string; region?: string }, LoginView];
  deleteLogin: [{ login: string }, null | undefined];
  readWorkspaces: [{ login: string }, LoginView];
  listQueries: [Record<never, never>, QueryView[]];
  saveQuery: [{ query: Partial<Query> }, Query];
  deleteQuery: [{ query: string }, null | undefined];
  startRefresh: [{ query: string }, Progress];
  stepRefresh: [{ job: string }, Progress];
  listRuns: [Record<never, never>, Run[]];
  goToTable: [{ query: string }, null | undefined];
  readSelection: [Record<never, never>, Selection];
  insertColumns: [{ query: string; columns: number }, null | undefined];
  acknowledgeAmounts: [Record<never, never>, null | undefined];
  forgetAll: [Record<never, never>, null | undefined];
}

/** What is selected in the grid. */
export interface Selection {
  area: Area;
  tab: string;
}

export type Call = <E extends keyof Entries>(entry: E, payload: Entries[E][0]) => Promise<Entries[E][1]>;

/** Google runs ten calls of a page at the same time. */
const turnstile = new Turnstile(10);

/** Calls an entry point of the script. Rejects with `CallFailed`, whatever the reason is. */
export const call: Call = (entry, payload) =>
  turnstile.pass(async () => {
    const text = await send(entry, JSON.stringify(payload));
    const answer = parsed(text);
    if (answer === null) throw odd();
    if (!answer.ok) throw new CallFailed(answer.problem);
    return answer.value as never;
  });

type Runner = Record<string, (argument: string) => void>;

function send(entry: string, argument: string): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const fail = (error: unknown) =>
      reject(new CallFailed(problemOfFailure(textOf(error), navigator.onLine, clock())));
    if (typeof google === 'undefined' || !google.script?.run) {
      reject(new CallFailed({ code: 'unexpected', scope: {}, ...words.problems.noHost, retry: 'never' }));
    } else if (!navigator.onLine) {
      fail('');
    } else {
      const runner = google.script.run.withSuccessHandler(resolve).withFailureHandler(fail);
      (runner as unknown as Runner)[entry](argument);
    }
  });
}

function textOf(error: unknown): string {
  return error instanceof Error
    ? error.message
    : String((error as { message?: unknown } | null)?.message ?? error);
}

function parsed(text: unknown): Answer<unknown> | null {
  if (typeof text !== 'string') return null;
  try {
    const answer = JSON.parse(text) as Answer<unknown> | null;
    return typeof answer?.ok === 'boolean' ? answer : null;
  } catch {
    return null;
  }
}

function odd(): CallFailed {
  return new CallFailed({ code: 'unexpected', scope: {}, ...words.problems.answerOdd, retry: 'now' });
}
