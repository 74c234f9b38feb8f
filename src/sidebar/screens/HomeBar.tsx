import type { Item } from '../model/groups';
import { isActive } from '../model/status';
import { Button, IconButton } from '../parts/Button';
import { useApp, useWork } from '../state/context';
import { deleteQueries } from '../state/deleting';
import { showEntries } from '../state/exchange';
import { words } from '../words';

interface HomeBarProps {
  items: Item[];
  /** Ids of the picked queries. */
  chosen: string[];
  /** What the list shows. */
  found: Item[];
  onPick(ids: string[]): void;
}

/** The bar of the list: for all queries, for those that are picked, or for the refreshes under way. */
export function HomeBar({ items, chosen, found, onPick }: HomeBarProps) {
  const { app, state } = useApp();
  const [busy, work] = useWork();
  const active = Object.values(state.runs).filter(isActive);
  if (chosen.length > 0) {
    return (
      <fieldset class="picked" aria-label={words.home.selected(chosen.length)}>
        <IconButton icon="close" label={words.home.clear} onClick={() => onPick([])} />
        <span class="picked-count">{words.home.selected(chosen.length)}</span>
        <IconButton
          icon="check"
          label={words.home.selectAll}
          onClick={() => onPick(found.map(({ view }) => view.id))}
        />
        <IconButton
          icon="refresh"
          label={words.home.refreshPicked}
          onClick={() => {
            void app.refresh(chosen);
            onPick([]);
          }}
        />
        <IconButton
          icon="trash"
          label={words.home.deletePicked}
          onClick={() =>
            void deleteQueries(
              app,
              items.map(({ view }) => view).filter(({ id }) => chosen.includes(id)),
            )
          }
        />
      </fieldset>
    );
  }
  const fresh = () => app.go({ name: state.overview.logins.length > 0 ? 'start' : 'connect' });
  const readable = items.filter(({ view }) => view.query !== null).map(({ view }) => view.id);
  return (
    <>
      {active.length > 0 ? (
        <Button icon="stop" onClick={() => app.runner.stopAll()} testId="stop-all">
          {words.home.stopAll(active.length)}
        </Button>
      ) : (
        <Button kind="primary" icon="refresh" onClick={() => void app.refresh(readable)} testId="refresh-all">
          {words.home.refreshAll}
        </Button>
      )}
      <Button icon="plus" onClick={fresh} testId="new">
        {words.home.new}
      </Button>
      {items.some(({ view }) => view.query?.grain === 'grouped' && view.place !== null) && (
        <IconButton
          icon="target"
          label={`${words.entries.show}. ${words.entries.hint}`}
          busy={busy}
          onClick={() => work(() => showEntries(app))}
        />
      )}
    </>
  );
}
