import type { QueryView } from '../../actions/listQueries';
import type { Progress } from '../../job/progress';
import type { LoginView } from '../../logins/manage';
import type { SidebarProblem } from '../problem';
import type { Run } from '../state/run';
import { words } from '../words';
import { isOwn } from './logins';
import { describeComing, describeMoment } from './moment';

/** How a query stands, as a person sees it. */
export interface Status {
  kind:
    | 'fresh'
    | 'never'
    | 'problem'
    | 'repairing'
    | 'needs-login'
    | 'changed'
    | 'unreadable'
    | 'running'
    | 'overdue'
    | 'due'
    | 'paused';
  /** One line. */
  text: string;
  /** What went wrong, to be shown with what mends it. */
  problem: SidebarProblem | null;
  /** The login that Clockify refuses, where that is what is wrong. */
  refused?: LoginView;
}

/** The status of a query at `now` (milliseconds since 1970), with what its refresh in this sidebar is doing. */
export function statusOf(view: QueryView, logins: LoginView[], run: Run | undefined, now: number): Status {
  if (run && isActive(run)) return { kind: 'running', text: runText(run), problem: null };
  const { complete, problem } = view.state;
  const shown = shownOf(view, run, now);
  if (view.query === null)
    return { kind: 'unreadable', text: words.status.unreadable, problem: view.problem };
  if (view.agreement !== null) {
    const waits = { code: 'agreement-needed' as const, scope: { query: view.name }, retry: 'never' as const };
    const text = complete ? `${words.agreement.status} · ${shown}` : words.agreement.status;
    return { kind: 'changed', text, problem: { ...waits, ...words.agreement.problem(view.name) } };
  }
  if (view.repairing) return { kind: 'repairing', text: words.status.repairing, problem };
  if (!view.query.accounts.every(({ login }) => logins.some(({ id }) => id === login))) {
    const lacking = { code: 'login-unknown' as const, scope: { query: view.name }, retry: 'never' as const };
    const text = complete ? `${words.status.needsLogin} · ${shown}` : words.status.needsLogin;
    return { kind: 'needs-login', text, problem: { ...lacking, ...words.problems.needsLogin(view.name) } };
  }
  const { accounts } = view.query;
  const refused = logins.find(
    ({ id, refusedAt }) => refusedAt !== null && accounts.some(({ login }) => login === id),
  );
  if (refused) {
    const by = isOwn(refused) ? null : (refused.sharedBy?.name ?? '');
    const said = words.problems.keyRefused(refused.name, by);
    const scope = { login: refused.name, query: view.name };
    return {
      kind: 'problem',
      text: shown,
      problem: { code: 'key-refused', scope, retry: 'never', ...said },
      refused,
    };
  }
  // What the script could not record, because it was ended or never reached, is known here only.
  const failed = run?.phase === 'failed' ? run.problem : null;
  if (failed ?? problem) return { kind: 'problem', text: shown, problem: failed ?? problem };
  const behind = behindOf(view, run, shown, now);
  if (behind) return behind;
  if (complete === null) return { kind: 'never', text: words.status.neverRefreshed, problem: null };
  if (hasNoTable(view, run)) return { kind: 'never', text: shown, problem: null };
  const moment = describeMoment(complete.at, now);
  const text = complete.rows === 0 ? words.status.empty(moment) : words.status.fresh(complete.rows, moment);
  return { kind: 'fresh', text, problem: null };
}

/** How a query stands that waits for its hour or for Clockify's, or is late; null for one that does neither. */
function behindOf(
  { standing, state }: QueryView,
  run: Run | undefined,
  shown: string,
  now: number,
): Status | null {
  // The list of queries comes a moment after the refresh that it tells of.
  const newer = run?.phase === 'done' && (state.complete?.at ?? 0) < (run.progress?.startedAt ?? 0);
  if (!standing || newer) return null;
  const { kind, since = now, until } = standing;
  const comes = until === undefined ? null : describeComing(until, now);
  if (kind === 'overdue')
    return { kind, text: words.status.overdue(describeMoment(since, now), shown), problem: null };
  if (kind === 'paused') return { kind, text: words.status.paused(comes, shown), problem: null };
  if (kind !== 'showing') return null;
  return { kind: 'due', text: comes === null ? shown : words.status.due(comes, shown), problem: null };
}

/** Whether a table that was written once is no longer there: its cells were deleted, or it is to go elsewhere. */
export function hasNoTable({ state, place }: QueryView, run: Run | undefined): boolean {
  // The list of queries comes a moment after the refresh that it tells of.
  return state.complete !== null && place === null && run?.phase !== 'done';
}

/** What is seen in the sheet while a query isn't fresh. */
export function shownOf(view: QueryView, run: Run | undefined, now: number): string {
  const { complete } = view.state;
  if (complete === null) return words.status.never;
  if (hasNoTable(view, run)) return words.status.noTable;
  return words.status.showing(describeMoment(complete.at, now));
}

/** The status, and whether somebody has to do something about it: a refresh that goes on doesn't change that yet. */
export function standing(view: QueryView, logins: LoginView[], run: Run | undefined, now: number) {
  const status = statusOf(view, logins, run, now);
  const before = status.kind === 'running' ? statusOf(view, logins, undefined, now) : status;
  return { status, care: needsCare(before) };
}

/** Whether a status is one that somebody has to do something about. */
export function needsCare({ kind }: Status): boolean {
  return !['fresh', 'never', 'running', 'due', 'paused'].includes(kind);
}

/** Whether a refresh is under way or about to be. */
export function isActive({ phase }: Run): boolean {
  return ['queued', 'reading', 'waiting', 'offline', 'stopping'].includes(phase);
}

/** What a refresh is doing, in one line. */
export function runText(run: Run): string {
  if (run.phase === 'queued') return words.status.queued;
  if (run.phase === 'stopping') return words.status.stopping;
  if (run.phase === 'offline') return words.status.offline;
  const progress = newest(run);
  if (progress === null || progress.rows === 0) return words.status.starting;
  const { recordsRead, recordsExpected } = progress;
  if (recordsExpected !== null && recordsRead >= recordsExpected) return words.status.writing;
  if (progress.rowsExpected === null) return words.status.reading(progress.rows);
  return words.status.readingOf(progress.rows, progress.rowsExpected);
}

/** From how long a wait on it is one for Clockify's hour, in milliseconds. */
const LONG_WAIT = 120_000;

/** Whether what waits until a moment waits for long. */
export function isLong(until: number, now: number): boolean {
  return until - now > LONG_WAIT;
}

/** What a refresh waits for, and until when by the script's clock; `wakes` tells whether it goes on without this sidebar. */
export function waitText(run: Run, until: number, now: number, wakes: boolean): string {
  const time = describeComing(until, now);
  if (!isLong(until, now)) return words.status.waiting(time);
  const { requests = 0, requestsLeft = null } = newest(run) ?? {};
  return words.status.waitingLong(
    requests,
    requestsLeft === null ? null : requests + requestsLeft,
    time,
    wakes,
  );
}

/** How far a refresh is by the newest that is known of it. */
export function newest({ progress, seen }: Run): Progress | null {
  return seen ?? progress;
}

/** How much of a refresh is done, from 0 to 1; null while that isn't known. */
export function shareDone(run: Run): number | null {
  const progress = newest(run);
  return progress?.recordsExpected ? Math.min(1, progress.recordsRead / progress.recordsExpected) : null;
}

/**
 * How much longer a refresh takes at the pace it had when it last got further, in milliseconds at `now` of this machine's
 * clock: between two answers it counts down. Null while nobody knows.
 */
export function timeLeft(run: Run, now: number): number | null {
  const share = shareDone(run);
  const spent = run.movedAt - run.startedAt;
  if (run.phase !== 'reading' || share === null || share < 0.05 || spent < 3000) return null;
  return Math.max(1000, Math.round((spent * (1 - share)) / share) - (now - run.movedAt));
}
