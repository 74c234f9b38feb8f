import type { QueryView } from '../../actions/listQueries';
import { Button } from '../parts/Button';
import { Icon } from '../parts/Icon';
import { Menu } from '../parts/Menu';
import { ProblemCard } from '../parts/ProblemCard';
import { useApp } from '../state/context';
import { deleteQueries } from '../state/deleting';
import { words } from '../words';

/** Stands for a screen that can't be drawn. */
export function BrokenScreen() {
  const { app, state } = useApp();
  return (
    <div class="screen" data-testid="screen-broken">
      <header class="top">
        <div class="top-line">
          <h1 tabIndex={-1}>{words.product}</h1>
        </div>
      </header>
      <main class="body">
        <ProblemCard
          problem={{ code: 'unexpected', scope: {}, retry: 'now', ...words.problems.broken }}
          urgent
        >
          {state.screens.length > 1 && (
            <Button kind="primary" onClick={() => app.back()}>
              {words.common.back}
            </Button>
          )}
          <Button onClick={() => void app.load()}>{words.remedies.reload}</Button>
        </ProblemCard>
      </main>
    </div>
  );
}

/** Stands for a row of the list that can't be drawn; the query can still be deleted. */
export function BrokenRow({ view }: { view: QueryView }) {
  const { app } = useApp();
  const act = () => void deleteQueries(app, [view]);
  return (
    <li class="row" data-query={view.id} data-status="broken">
      <span class="row-mark">
        <span class="status-icon problem">
          <Icon name="alert" size={18} />
        </span>
      </span>
      <span class="row-main">
        <span class="row-name">{view.name}</span>
        <span class="row-status care">{words.status.broken}</span>
      </span>
      <Menu
        label={words.home.moreOf(view.name)}
        actions={[{ title: words.common.delete, icon: 'trash', danger: true, act }]}
      />
    </li>
  );
}
