import { useEffect } from 'preact/hooks';
import type { QueryView } from '../../actions/listQueries';
import { describeDays } from '../../query/describe';
import type { Query as SavedQuery } from '../../query/query';
import { describeMoment } from '../model/moment';
import { questionOf } from '../model/sentence';
import { hasNoTable, isActive, type Status, statusOf } from '../model/status';
import { Button } from '../parts/Button';
import { Icon, type IconName } from '../parts/Icon';
import { KeyTool } from '../parts/KeyTool';
import { ProblemActions } from '../parts/ProblemActions';
import { Screen } from '../parts/Screen';
import { Sentence } from '../parts/Sentence';
import { useApp, useWork } from '../state/context';
import { showEntries } from '../state/exchange';
import { reportOf } from '../state/lookup';
import type { Run } from '../state/run';
import { words } from '../words';
import { Running } from './Running';
import { ScheduleCard } from './ScheduleCard';

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
    <Screen
      testId="query"
      title={view.name}
      tools={view.query && <KeyTool accounts={view.query.accounts} />}
      bar={view.query && <QueryBar view={view} query={view.query} run={run} status={status} />}
    >
      {view.query && (
        <p class="sentence small">
          <Sentence parts={questionOf(view.query, report)} />
        </p>
      )}
      {run && isActive(run) ? (
        <Running view={view} run={run} />
      ) : (
        <LastRefresh view={view} run={run} status={status} />
      )}
      {status.problem && !(run && isActive(run)) && <ProblemActions view={view} status={status} />}
      <EntriesBehind view={view} run={run} />
      {view.query && view.state.complete && !(run && isActive(run)) && (
        <ScheduleCard view={view} offered={run?.phase === 'done' && view.state.problem === null} />
      )}
      <Facts view={view} run={run} />
    </Screen>
  );
}

interface QueryBarProps {
  view: QueryView;
  query: SavedQuery;
  run: Run | undefined;
  status: Status;
}

/** What can be done next; where a problem has its own buttons, none of these stands out. */
function QueryBar({ view, query, run, status }: QueryBarProps) {
  const { app } = useApp();
  const [busy, work] = useWork();
  if (run && isActive(run)) {
    return (
      <Button
        icon="stop"
        busy={run.phase === 'stopping'}
        onClick={() => app.runner.stop(view.id)}
        testId="stop"
      >
        {run.phase === 'stopping' ? words.status.stopping : words.query.stop}
      </Button>
    );
  }
  const good = view.place !== null && status.kind === 'fresh';
  const toTable = () => work(() => app.attempt(() => app.showTable(view.id)));
  return (
    <>
      {good && (
        <Button kind="primary" busy={busy} onClick={toTable} testId="go-to-table">
          {words.query.goTo}
        </Button>
      )}
      <Button
        kind={good || status.problem ? 'plain' : 'primary'}
        onClick={() => void app.refresh([view.id])}
        testId="refresh"
      >
        {words.query.refresh}
      </Button>
      <Button onClick={() => app.go({ name: 'editor', draft: query, section: 'report' })} testId="edit">
        {words.query.edit}
      </Button>
    </>
  );
}

/** What became of the newest refresh. */
function LastRefresh({ view, run, status }: { view: QueryView; run: Run | undefined; status: Status }) {
  const { app } = useApp();
  const { complete, warnings } = view.state;
  if (run?.phase === 'stopped')
    return <Result icon="stop" tone="calm" title={words.query.stopped} text={words.query.stoppedText} />;
  if (status.problem) return null;
  if (status.kind === 'repairing')
    return <Result icon="alert" tone="calm" title={words.query.repairTitle} text={words.status.repairing} />;
  // The list of queries comes a moment after the refresh that it tells of.
  if (complete === null && run?.phase === 'done' && run.progress)
    return <Result icon="check" tone="good" title={words.query.complete(run.progress.rows)} text="" />;
  if (complete === null)
    return <Result icon="rows" tone="calm" title={words.query.neverTitle} text={words.query.neverText} />;
  if (hasNoTable(view, run))
    return <Result icon="rows" tone="calm" title={words.query.noTableTitle} text={words.query.neverText} />;
  if (status.kind === 'overdue' || status.kind === 'due' || status.kind === 'paused')
    return <Result icon="clock" tone="calm" title={words.query.complete(complete.rows)} text={status.text} />;
  const asOf = words.query.asOf(describeMoment(complete.at, app.now()));
  const empty = complete.rows === 0;
  const title = empty ? words.query.empty : words.query.complete(complete.rows);
  const text = empty ? `${words.query.complete(0)}. ${asOf}` : asOf;
  return (
    <>
      <Result icon="check" tone="good" title={title} text={text} />
      {run?.restarted && <p class="hint">{words.status.restarted}</p>}
      {warnings.length > 0 && (
        <div class="card warning">
          <Icon name="alert" />
          <div class="card-text">
            <ul>
              {warnings.map((warning) => (
                <li key={warning}>{warning}</li>
              ))}
            </ul>
          </div>
        </div>
      )}
    </>
  );
}

function Result({ icon, tone, title, text }: { icon: IconName; tone: string; title: string; text: string }) {
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

/** The way from a number to the entries that it is made of. */
function EntriesBehind({ view, run }: { view: QueryView; run: Run | undefined }) {
  const { app } = useApp();
  const [busy, work] = useWork();
  if (view.query?.grain !== 'grouped' || view.place === null || (run && isActive(run))) return null;
  return (
    <div class="behind">
      <Button icon="target" busy={busy} onClick={() => work(() => showEntries(app))} testId="show-entries">
        {words.entries.show}
      </Button>
      <p class="hint">{words.entries.hint}</p>
    </div>
  );
}

/** Where the table is and what it is of. */
function Facts({ view, run }: { view: QueryView; run: Run | undefined }) {
  const { complete } = view.state;
  const facts: [string, string][] = [];
  if (view.place) facts.push([words.query.place, view.place.address]);
  else if (complete === null && run?.phase !== 'done') facts.push([words.query.place, words.query.noPlace]);
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
