import { useEffect } from 'preact/hooks';
import type { QueryView } from '../../job/queries';
import { describeDays } from '../../query/describe';
import { describeMoment } from '../model/moment';
import { sentenceOf } from '../model/sentence';
import { isActive, statusOf } from '../model/status';
import { Button } from '../parts/Button';
import { Icon } from '../parts/Icon';
import { Mended } from '../parts/Mended';
import { Screen } from '../parts/Screen';
import { Sentence } from '../parts/Sentence';
import { useApp, useWork } from '../state/context';
import { reportOf } from '../state/lookup';
import type { Run } from '../state/runner';
import { words } from '../words';
import { Running } from './Running';

/** One query: its refresh while there is one, then what became of it. The fourth step of the first table. */
export function Query({ id }: { id: string }) {
  const { app, state } = useApp();
  const view = app.view(id);
  useEffect(() => {
    // Deleted meanwhile, by another person or from the list.
    if (!view && state.phase === 'ready') app.show();
  }, [view, state.phase, app]);
  if (!view) return null;
  const run = state.runs[id];
  const status = statusOf(view, state.overview.logins, run, app.now());
  const report = view.query ? reportOf(state, view.query) : undefined;
  return (
    <Screen testId="query" title={view.name} bar={<QueryBar view={view} run={run} />}>
      {view.query && (
        <p class="sentence small">
          <Sentence parts={sentenceOf(view.query, report)} />
        </p>
      )}
      {run && isActive(run) ? <Running view={view} run={run} /> : <Outcome view={view} run={run} />}
      {status.problem && !(run && isActive(run)) && <Mended view={view} status={status} />}
      <Facts view={view} />
    </Screen>
  );
}

function QueryBar({ view, run }: { view: QueryView; run: Run | undefined }) {
  const { app } = useApp();
  const [busy, work] = useWork();
  const { query } = view;
  if (run && isActive(run)) {
    return (
      <Button
        icon="stop"
        disabled={run.phase === 'stopping'}
        onClick={() => app.runner.stop(view.id)}
        testId="stop"
      >
        {run.phase === 'stopping' ? words.status.stopping : words.query.stop}
      </Button>
    );
  }
  const refresh = () => work(() => app.refresh([view.id]));
  const toTable = () => work(() => app.attempt(() => app.call('goToTable', { query: view.id })));
  return (
    <>
      {view.place && !view.state.problem ? (
        <>
          <Button kind="primary" busy={busy} onClick={toTable} testId="go-to-table">
            {words.query.goTo}
          </Button>
          <Button onClick={refresh}>{words.query.refresh}</Button>
        </>
      ) : (
        query && (
          <Button kind={view.state.problem ? 'plain' : 'primary'} busy={busy} onClick={refresh}>
            {words.query.refresh}
          </Button>
        )
      )}
      {query && (
        <Button onClick={() => app.go({ name: 'editor', draft: query, section: 'report' })}>
          {words.query.edit}
        </Button>
      )}
    </>
  );
}

/** What became of the newest refresh. */
function Outcome({ view, run }: { view: QueryView; run: Run | undefined }) {
  const { app } = useApp();
  const { complete, problem, warnings } = view.state;
  if (run?.phase === 'stopped')
    return <Result icon="stop" tone="calm" title={words.query.stopped} text={words.query.stoppedText} />;
  if (run?.phase === 'failed' || problem || view.query === null || view.repairing) return null;
  if (complete === null)
    return <Result icon="rows" tone="calm" title={words.query.neverTitle} text={words.query.neverText} />;
  const text = words.query.asOf(describeMoment(complete.at, app.now()));
  return (
    <>
      <Result icon="check" tone="good" title={words.query.complete(complete.rows)} text={text} />
      {run?.restarted && <p class="hint">{words.status.restarted}</p>}
      {warnings.length > 0 && (
        <div class="card warning">
          <Icon name="alert" />
          <ul class="card-text">
            {warnings.map((warning) => (
              <li key={warning}>{warning}</li>
            ))}
          </ul>
        </div>
      )}
    </>
  );
}

function Result({
  icon,
  tone,
  title,
  text,
}: {
  icon: 'check' | 'rows' | 'stop';
  tone: string;
  title: string;
  text: string;
}) {
  return (
    <div class={`result ${tone}`} data-testid="result">
      <span class="result-icon">
        <Icon name={icon} size={24} />
      </span>
      <div>
        <p class="result-title">{title}</p>
        <p class="result-text">{text}</p>
      </div>
    </div>
  );
}

/** Where the table is and what it is of. */
function Facts({ view }: { view: QueryView }) {
  const { complete } = view.state;
  const facts: [string, string][] = [[words.query.place, view.place?.address ?? words.query.noPlace]];
  if (complete?.days) facts.push([words.query.period, describeDays(complete.days)]);
  if (view.query) {
    facts.push([words.query.zone, complete?.zone ?? view.query.zone]);
    facts.push([words.query.accounts, view.query.accounts.map(({ name }) => name).join(', ')]);
  }
  return (
    <dl class="facts">
      {facts.map(([term, text]) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd title={text}>{text}</dd>
        </div>
      ))}
    </dl>
  );
}
