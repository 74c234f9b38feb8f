import { useEffect, useState } from 'preact/hooks';
import { comingHours, type Health as Figures, timeUsed } from '../model/health';
import { describeSlot } from '../model/schedules';
import { Button } from '../parts/Button';
import { Screen } from '../parts/Screen';
import { Skeleton } from '../parts/Skeleton';
import { useApp, useWork } from '../state/context';
import { placeStatus } from '../state/statusCells';
import { words } from '../words';
import { Heartbeat } from './Heartbeat';
import { NeedsCare } from './NeedsCare';

/** All queries together: what is late and what mends it, what was used today, and what is to come. */
export function Health() {
  const { app, state } = useApp();
  const [figures, setFigures] = useState<Figures | null>(null);
  const { queries } = state.overview;
  // The queries are read anew when a refresh has ended; then the figures are others too.
  useEffect(() => {
    if (queries) void app.attempt(async () => setFigures(await app.call('loadHealth', {})));
  }, [app, queries]);
  return (
    <Screen testId="health" title={words.health.title}>
      <Heartbeat />
      <NeedsCare />
      {figures === null ? (
        <>
          <p class="only-heard" role="status">
            {words.health.reading}
          </p>
          <Skeleton lines={3} />
        </>
      ) : (
        <>
          <Used figures={figures} />
          <Coming figures={figures} />
        </>
      )}
      <StatusCells />
    </Screen>
  );
}

function Used({ figures }: { figures: Figures }) {
  const { health } = words;
  const { minutes, of, share } = timeUsed(figures);
  const accounts = figures.requestsByAccount.map(({ account, requests }) =>
    health.byAccount(account, requests),
  );
  return (
    <section class="health-part">
      <h2 class="label">{health.used}</h2>
      <dl class="facts">
        <div>
          <dt>{health.requests}</dt>
          <dd>
            {health.requestsOf(figures.requestsToday)}
            {accounts.length > 1 && <p class="hint">{health.list(accounts)}</p>}
          </dd>
        </div>
        <div>
          <dt>{health.time}</dt>
          <dd>
            {health.timeOf(minutes, of)}
            <div class="progress" aria-hidden="true">
              <span style={{ inlineSize: `${Math.round(share * 100)}%` }} />
            </div>
            <p class="hint">{health.timeHint}</p>
          </dd>
        </div>
      </dl>
    </section>
  );
}

function Coming({ figures }: { figures: Figures }) {
  const { app } = useApp();
  const hours = comingHours(figures.next24);
  return (
    <section class="health-part">
      <h2 class="label">{words.health.next}</h2>
      {hours.length === 0 && <p class="nothing">{words.health.nothingNext}</p>}
      <ol class="coming">
        {hours.map(({ at, names }) => (
          <li key={at}>
            <span class="coming-time">{describeSlot(at, app.now())}</span>
            <span>{names}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}

function StatusCells() {
  const { app } = useApp();
  const [busy, work] = useWork();
  return (
    <section class="health-part">
      <div>
        <Button icon="cell" busy={busy} onClick={() => work(() => placeStatus(app))} testId="place-status">
          {words.health.cells}
        </Button>
      </div>
      <p class="hint">{words.health.cellsHint}</p>
    </section>
  );
}
