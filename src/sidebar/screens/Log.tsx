import { useEffect, useState } from 'preact/hooks';
import type { Run } from '../../record/run';
import { describeElapsed, describeMoment } from '../model/moment';
import { Icon } from '../parts/Icon';
import { KeyTool } from '../parts/KeyTool';
import { Screen } from '../parts/Screen';
import { Skeleton } from '../parts/Skeleton';
import { useApp } from '../state/context';
import { words } from '../words';

/** The last refreshes of the spreadsheet with what became of them. */
export function Log() {
  const { app } = useApp();
  const [runs, setRuns] = useState<Run[] | null>(null);
  useEffect(() => {
    void app.attempt(async () => setRuns(await app.call('listRuns', {})));
  }, [app]);
  return (
    <Screen testId="log" title={words.log.title} tools={<KeyTool accounts={[]} />}>
      {runs === null && <Skeleton lines={5} />}
      {runs?.length === 0 && <p class="nothing">{words.log.empty}</p>}
      <ol class="log">
        {runs?.map((run) => (
          <Entry key={`${run.at} ${run.query}`} run={run} now={app.now()} />
        ))}
      </ol>
    </Screen>
  );
}

function Entry({ run, now }: { run: Run; now: number }) {
  const good = run.outcome === 'complete';
  const ended = { complete: words.log.complete, failed: words.log.failed, stopped: words.log.stopped };
  const of = words.log.of(run.account ?? '', run.period ?? '');
  const elapsed = describeElapsed(run.seconds * 1000);
  return (
    <li class="log-entry" data-outcome={run.outcome}>
      <span class={`status-icon ${good ? 'fresh' : run.outcome === 'stopped' ? 'never' : 'problem'}`}>
        <Icon name={good ? 'check' : run.outcome === 'stopped' ? 'stop' : 'alert'} size={18} />
      </span>
      <div class="log-text">
        <p class="log-head">
          <span class="log-name" title={run.name}>
            {run.name}
          </span>
          <span class="log-time">{describeMoment(run.at, now)}</span>
        </p>
        <p class="hint">
          {ended[run.outcome]} · {words.log.line(run.rows, run.requests, elapsed)}
        </p>
        {of && <p class="hint">{of}</p>}
        {run.problem && <p class="log-problem">{run.problem}</p>}
        {run.warnings.map((warning) => (
          <p class="hint" key={warning}>
            {warning}
          </p>
        ))}
      </div>
    </li>
  );
}
