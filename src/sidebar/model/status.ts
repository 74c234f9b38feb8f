import type { QueryView } from '../../actions/listQueries';
import type { LoginView } from '../../logins/manage';
import type { SidebarProblem } from '../problem';
import type { Run } from '../state/runner';
import { words } from '../words';
import { describeMoment } from './moment';
import { agreementOf } from './received';

/** How a query stands, as a person sees it. */
export interface Status {
  kind: 'fresh' | 'never' | 'problem' | 'repairing' | 'needs-login' | 'changed' | 'unreadable' | 'running';
  /** One line. */
  text: string;
  /** What went wrong, to be shown with what mends it. */
  problem: SidebarProblem | null;
}

/** The status of a query at `now` (milliseconds since 1970), with what its refresh in this sidebar is doing. */
export function statusOf(view: QueryView, logins: LoginView[], run: Run | undefined, now: number): Status {
  if (run && isActive(run)) return { kind: 'running', text: runText(run), problem: null };
  const { complete, problem } = view.state;
  const shown = complete ? words.status.showing(describeMoment(complete.at, now)) : words.status.never;
  if (view.query === null)
    return { kind: 'unreadable', text: words.status.unreadable, problem: view.problem };
  if (agreementOf(view) !== null) {
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
  // What the script could not record, because it was ended or never reached, is known here only.
  const failed = run?.phase === 'failed' ? run.problem : null;
  if (failed ?? problem) return { kind: 'problem', text: shown, problem: failed ?? problem };
  if (complete === null) return { kind: 'never', text: words.status.neverRefreshed, problem: null };
  return {
    kind: 'fresh',
    text: words.status.fresh(complete.rows, describeMoment(complete.at, now)),
    problem: null,
  };
}

/** The status, and whether somebody has to do something about it: a refresh that goes on doesn't change that yet. */
export function standing(view: QueryView, logins: LoginView[], run: Run | undefined, now: number) {
  const status = statusOf(view, logins, run, now);
  const before = status.kind === 'running' ? statusOf(view, logins, undefined, now) : status;
  return { status, care: needsCare(before) };
}

/** Whether a status is one that somebody has to do something about. */
export function needsCare({ kind }: Status): boolean {
  return kind !== 'fresh' && kind !== 'never' && kind !== 'running';
}

/** Whether a refresh is under way or about to be. */
export function isActive({ phase }: Run): boolean {
  return phase === 'queued' || phase === 'reading' || phase === 'waiting' || phase === 'stopping';
}

/** What a refresh is doing, in one line. */
export function runText({ phase, progress }: Run): string {
  if (phase === 'queued') return words.status.queued;
  if (phase === 'stopping') return words.status.stopping;
  if (progress === null || progress.rows === 0) return words.status.starting;
  if (progress.rowsExpected === null) return words.status.reading(progress.rows);
  if (progress.rows >= progress.rowsExpected) return words.status.writing;
  return words.status.readingOf(progress.rows, progress.rowsExpected);
}

/** How much of a refresh is done, from 0 to 1; null while that isn't known. */
export function shareDone({ progress }: Run): number | null {
  if (!progress?.rowsExpected) return null;
  return Math.min(1, progress.rows / progress.rowsExpected);
}
