import { standing } from '../model/status';
import { Button } from '../parts/Button';
import { ProblemActions } from '../parts/ProblemActions';
import { useApp } from '../state/context';
import { words } from '../words';

/** The queries that are late or have a problem, each with why and with what mends it. */
export function NeedsCare() {
  const { app, state } = useApp();
  const { queries, logins } = state.overview;
  const { health } = words;
  const items = queries
    .map((view) => ({ view, ...standing(view, logins, state.runs[view.id], app.now()) }))
    .filter(({ care }) => care);
  return (
    <section class="health-part">
      <h2 class="label">{health.late}</h2>
      {items.length === 0 && <p class="nothing">{health.allWell(queries.length)}</p>}
      <ul class="late">
        {items.map(({ view, status }) => (
          <li key={view.id} data-query={view.id} data-status={status.kind}>
            <p class="late-name">{view.name}</p>
            <p class="hint">{status.text}</p>
            {status.problem && <ProblemActions view={view} status={status} />}
            <div class="card-actions">
              {!status.problem && status.kind !== 'running' && (
                <Button kind="primary" icon="refresh" onClick={() => void app.refresh([view.id])}>
                  {health.refreshNow}
                </Button>
              )}
              <Button kind="quiet" onClick={() => app.go({ name: 'query', id: view.id })}>
                {health.look}
              </Button>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
