import { describeComing, describeElapsed } from '../model/moment';
import { runText, shareDone } from '../model/status';
import { useApp, useClock } from '../state/context';
import type { Run } from '../state/runner';
import { words } from '../words';

/** How far a refresh is: a bar, and beside the list's rows one line. It moves between two answers too. */
export function Bar({ run, label }: { run: Run; label: string }) {
  const share = run.phase === 'queued' ? 0 : shareDone(run);
  const percent = share === null ? undefined : Math.round(share * 100);
  return (
    <div
      class={share === null ? 'progress moving' : 'progress'}
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={percent}
      aria-valuetext={runText(run)}
    >
      <span style={percent === undefined ? undefined : { inlineSize: `${percent}%` }} />
    </div>
  );
}

/** What a refresh is doing, with the time it takes already. */
export function RunLine({ run }: { run: Run }) {
  const { app } = useApp();
  const now = useClock(1000);
  if (run.phase === 'queued') return <>{words.status.queued}</>;
  const until = run.progress?.until;
  if (run.phase === 'waiting' && until) return <>{words.status.waiting(describeComing(until, app.now()))}</>;
  const offset = app.now() - now;
  const parts = [runText(run)];
  if (run.progress) parts.push(words.requests(run.progress.requests));
  parts.push(describeElapsed(now + offset - run.startedAt));
  return <>{parts.join(' · ')}</>;
}
