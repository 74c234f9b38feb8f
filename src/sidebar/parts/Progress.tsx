import { describeElapsed } from '../model/moment';
import { newest, runText, shareDone, timeLeft, waitText } from '../model/status';
import { useApp, useClock } from '../state/context';
import type { Run } from '../state/run';
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

/** What a refresh is doing, with the time it takes already and, where that can be told, how much longer. */
export function RunLine({ run }: { run: Run }) {
  const { app, state } = useApp();
  const now = useClock(1000);
  if (run.phase === 'queued' || run.phase === 'offline') return <>{runText(run)}</>;
  const progress = newest(run);
  if (run.phase === 'waiting' && progress?.until)
    return <>{waitText(run, progress.until, app.now(), state.wakes === true)}</>;
  const left = timeLeft(run, now);
  const parts = [runText(run)];
  if (progress) parts.push(words.requests(progress.requests));
  parts.push(left === null ? describeElapsed(now - run.startedAt) : words.status.left(describeElapsed(left)));
  return <>{parts.join(' · ')}</>;
}
