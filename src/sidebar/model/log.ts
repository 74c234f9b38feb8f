import type { Run, RunChanges } from '../../record/run';
import { words } from '../words';
import { describeElapsed, describeMoment } from './moment';

/** What a run is in two lines: how it ended, why and by whom; and what became of the rows. */
export function linesOf({ outcome, why, by, rows, rowsBefore, changes, confirmed }: Run): {
  ended: string;
  rows: string;
} {
  const { log } = words;
  const ended = log.line([log.outcomes[outcome], log.reasons[why], ...(by ? [by] : [])]);
  if (outcome !== 'complete') return { ended, rows: '' };
  const changed = changes ? describeChanges(changes) : null;
  const read = confirmed ? log.confirmed(rows) : log.rows(rowsBefore, rows);
  return { ended, rows: log.line([read, ...(changed ? [changed] : [])]) };
}

/** What was written anew: `12 new, 3 changed, 1 gone, +6:30 h`. */
export function describeChanges({ added, changed, gone, seconds }: RunChanges): string {
  const { log } = words;
  const parts = [
    ...(added > 0 ? [log.added(added)] : []),
    ...(changed > 0 ? [log.changed(changed)] : []),
    ...(gone > 0 ? [log.gone(gone)] : []),
  ];
  if (seconds !== null && seconds !== 0) parts.push(log.hours(signedHours(seconds)));
  return parts.length > 0 ? log.list(parts) : log.unchanged;
}

/** The same, with the cells that somebody had typed over. */
function describeAll(changes: RunChanges): string {
  const { typedOver } = changes;
  const told = describeChanges(changes);
  return typedOver > 0 ? words.log.list([told, words.log.typedOver(typedOver)]) : told;
}

/** Hours and minutes with their sign: `+6:30`, `−0:15`. */
function signedHours(seconds: number): string {
  const minutes = Math.round(Math.abs(seconds) / 60);
  const rest = String(minutes % 60).padStart(2, '0');
  return `${seconds < 0 ? '−' : '+'}${Math.floor(minutes / 60)}:${rest}`;
}

/** All that is known of a run, term by term, as of `now`. */
export function factsOf(run: Run, now: number): [term: string, text: string][] {
  const { log } = words;
  const { changes } = run;
  const facts: [string, string | null | undefined][] = [
    [log.began, describeMoment(run.at, now)],
    [log.who, run.by],
    [log.why, log.reasons[run.why]],
    [log.rowsTerm, run.rows === null ? null : log.rows(run.rowsBefore, run.rows)],
    [log.changes, changes && describeAll(changes)],
    [log.accounts, run.account],
    [log.period, run.period],
    [log.requests, log.requestsOf(run.requests, run.retries ?? 0)],
    [log.took, describeElapsed(run.seconds * 1000)],
  ];
  return facts.flatMap(([term, text]): [string, string][] => (text ? [[term, text]] : []));
}
