import type { QueryView } from '../../actions/listQueries';
import { clock } from '../clock';
import { describeElapsed } from '../model/moment';
import { isLong, newest, runText, shownOf, timeLeft, waitText } from '../model/status';
import { Button } from '../parts/Button';
import { Bar } from '../parts/Progress';
import { useApp, useClock } from '../state/context';
import type { Run } from '../state/run';
import { words } from '../words';

/** A refresh under way: how far it is, and what stopping it means. */
export function Running({ view, run }: { view: QueryView; run: Run }) {
  const { app, state } = useApp();
  useClock(500);
  const { phase } = run;
  const progress = newest(run);
  const until = phase === 'waiting' ? progress?.until : null;
  const remaining = timeLeft(run, clock());
  const left = progress?.requestsLeft ?? null;
  const title = view.state.complete ? words.query.refreshing : words.query.running;
  const hint = view.state.complete ? words.query.stopHint : words.query.stopHintNew;
  return (
    <div class="under-way" data-testid="running">
      <p class="under-way-title">{title}</p>
      <Bar run={run} label={words.query.began(view.name)} />
      <p>{until ? waitText(run, until, app.now(), state.wakes === true) : runText(run)}</p>
      {until && isLong(until, app.now()) && view.state.complete && (
        <p>{words.status.until(shownOf(view, run, app.now()))}</p>
      )}
      <dl class="numbers">
        <Figure
          term={words.query.rowsLabel}
          value={words.query.rowsOf(progress?.rows ?? 0, progress?.rowsExpected ?? null)}
        />
        <Figure
          term={words.query.requestsLabel}
          value={words.query.requestsOf(progress?.requests ?? 0, left)}
        />
        <Figure
          term={words.query.elapsed}
          value={phase === 'queued' ? '–' : describeElapsed(clock() - run.startedAt)}
        />
        {remaining !== null && (
          <Figure term={words.query.left} value={words.query.leftAbout(describeElapsed(remaining))} />
        )}
      </dl>
      {phase === 'waiting' && (
        <Button kind="quiet" onClick={() => app.runner.wake(view.id)}>
          {words.query.checkNow}
        </Button>
      )}
      {run.restarted && <p class="hint">{words.status.restarted}</p>}
      <p class="hint">{phase === 'stopping' ? words.query.stoppingHint : hint}</p>
    </div>
  );
}

function Figure({ term, value }: { term: string; value: string }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>{value}</dd>
    </div>
  );
}
