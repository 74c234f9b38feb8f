import { copyOf } from '../model/draft';
import type { Item } from '../model/groups';
import { ownLoginsOf } from '../model/logins';
import { describeNext } from '../model/schedules';
import { metaOf } from '../model/sentence';
import { isActive, needsCare } from '../model/status';
import { IconButton } from '../parts/Button';
import { Icon, type IconName } from '../parts/Icon';
import { Menu, type MenuAction } from '../parts/Menu';
import { Bar, RunLine } from '../parts/Progress';
import type { App } from '../state/app';
import { useApp } from '../state/context';
import { deleteQueries } from '../state/deleting';
import { copyAsJson } from '../state/exchange';
import { reportOf } from '../state/lookup';
import { replaceKey } from '../state/mending';
import type { Run } from '../state/run';
import { placeStatus, removeStatus } from '../state/statusCells';
import { words } from '../words';

interface QueryRowProps {
  item: Item;
  run: Run | undefined;
  picked: boolean;
  /** Whether some are picked: then every row shows its box. */
  picking: boolean;
  onPick(): void;
}

/** A query in the list: how it stands, refresh, and more. */
export function QueryRow({ item, run, picked, picking, onPick }: QueryRowProps) {
  const { app, state } = useApp();
  const { view, status } = item;
  const actions = useActions(item);
  const active = run !== undefined && isActive(run);
  const next = describeNext(view.schedule, app.now());
  const reason = status.kind === 'problem' ? status.problem?.title : undefined;
  return (
    <li class={`row ${picked ? 'picked' : ''}`} data-query={view.id} data-status={status.kind}>
      <span class={`row-mark ${picking || picked ? 'picking' : ''}`}>
        <input type="checkbox" aria-label={words.home.select(view.name)} checked={picked} onChange={onPick} />
        <StatusIcon kind={status.kind} />
      </span>
      <button
        type="button"
        class="row-main"
        title={[view.name, status.text, status.problem?.title].filter(Boolean).join('\n')}
        onClick={() => app.go({ name: 'query', id: view.id })}
      >
        <span class="row-name">{view.name}</span>
        <span class={needsCare(status) ? 'row-status care' : 'row-status'}>
          {active && run ? <RunLine run={run} /> : (reason ?? status.text)}
        </span>
        {!active && reason && <span class="row-meta">{status.text}</span>}
        {next && (
          <span class={view.schedule?.waits ? 'row-meta row-next care' : 'row-meta row-next'}>
            <Icon name="clock" size={14} />
            {next}
          </span>
        )}
        {view.query && <span class="row-meta">{metaOf(view.query, reportOf(state, view.query))}</span>}
      </button>
      {active ? (
        <IconButton
          icon="stop"
          label={words.home.stopOne(view.name)}
          onClick={() => app.runner.stop(view.id)}
          disabled={run?.phase === 'stopping'}
        />
      ) : (
        <IconButton
          icon="refresh"
          label={words.home.refreshOne(view.name)}
          disabled={view.query === null}
          onClick={() => void app.refresh([view.id])}
        />
      )}
      {actions.length > 0 && <Menu label={words.home.moreOf(view.name)} actions={actions} />}
      {active && run && run.phase !== 'queued' && <Bar run={run} label={words.query.began(view.name)} />}
    </li>
  );
}

const MARKS: Record<Item['status']['kind'], IconName> = {
  fresh: 'check',
  never: 'rows',
  problem: 'alert',
  repairing: 'alert',
  'needs-login': 'key',
  changed: 'users',
  unreadable: 'alert',
  running: 'refresh',
  overdue: 'clock',
  due: 'clock',
  paused: 'clock',
};

function StatusIcon({ kind }: { kind: Item['status']['kind'] }) {
  return (
    <span class={`status-icon ${kind}`}>
      <Icon name={MARKS[kind]} size={18} />
    </span>
  );
}

function statusAction(app: App, { id, statusCells }: Item['view']): MenuAction {
  return statusCells
    ? { title: words.health.removeCells, icon: 'close', act: () => void removeStatus(app, id) }
    : { title: words.health.cells, icon: 'cell', act: () => void placeStatus(app, id) };
}

function useActions({ view }: Item): MenuAction[] {
  const { app } = useApp();
  const { query } = view;
  const actions: MenuAction[] = [];
  // A row that stands for more queries than are read is none itself.
  if (view.problem?.code === 'queries-too-many') return actions;
  if (query) {
    actions.push({
      title: words.home.edit,
      icon: 'pencil',
      act: () => app.go({ name: 'editor', draft: query, section: 'report' }),
    });
    actions.push({
      title: words.home.duplicate,
      icon: 'rows',
      act: () =>
        void app.attempt(async () => {
          if (!(await app.agreed([view.id]))) return;
          const names = app.state.overview.queries.map(({ name }) => name);
          const copy = await app.save(copyOf(query, names));
          app.say(words.home.duplicated(copy.name));
        }),
    });
    actions.push({
      title: words.json.copy,
      icon: 'braces',
      act: () => void copyAsJson(app, view.id),
    });
    actions.push({
      title: words.common.rename,
      icon: 'tag',
      act: () =>
        void app.attempt(async () => {
          const name = await app.ask({ kind: 'rename-query', name: view.name });
          if (name === null || name === view.name || !(await app.agreed([view.id]))) return;
          await app.save({ ...query, name });
          app.say(words.home.renamed(name));
        }),
    });
  }
  const logins = query ? ownLoginsOf(query.accounts, app.state.overview.logins) : [];
  if (logins.length > 0) {
    actions.push({
      title: words.remedies.replaceKey,
      icon: 'key',
      act: () => void replaceKey(app, logins),
    });
  }
  if (view.place) {
    actions.push({
      title: words.home.goTo,
      icon: 'arrow',
      act: () => void app.attempt(() => app.showTable(view.id)),
    });
  }
  if (query) actions.push(statusAction(app, view));
  actions.push({
    title: words.common.delete,
    icon: 'trash',
    danger: true,
    act: () => void deleteQueries(app, [view]),
  });
  return actions;
}
