import { Button } from '../parts/Button';
import { ProblemCard } from '../parts/ProblemCard';
import { Skeleton } from '../parts/Skeleton';
import { useApp } from '../state/context';
import { words } from '../words';

/** Before anything is known. */
export function Loading() {
  return (
    <div class="screen" data-testid="screen-loading" aria-busy="true">
      <header class="top">
        <div class="top-line">
          <h1>{words.product}</h1>
        </div>
      </header>
      <main class="body">
        <p class="only-heard" role="status">
          {words.load.loading}
        </p>
        <Skeleton lines={6} />
      </main>
    </div>
  );
}

/** When not even the beginning could be read. */
export function LoadFailed() {
  const { app, state } = useApp();
  const problem = state.failure?.problem;
  return (
    <div class="screen" data-testid="screen-failed">
      <header class="top">
        <div class="top-line">
          <h1>{words.product}</h1>
        </div>
      </header>
      <main class="body">
        {problem && (
          <ProblemCard problem={problem} urgent meanwhile={words.load.failedHelp}>
            <Button kind="primary" onClick={() => void app.load()}>
              {words.common.tryAgain}
            </Button>
          </ProblemCard>
        )}
      </main>
    </div>
  );
}
