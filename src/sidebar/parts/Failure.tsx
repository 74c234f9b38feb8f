import { useApp } from '../state/context';
import { words } from '../words';
import { Button } from './Button';
import { ProblemCard } from './ProblemCard';

/** What failed last, at the top of the screen on which it did. */
export function Failure() {
  const { app, state } = useApp();
  if (!state.failure) return null;
  const { problem, again } = state.failure;
  return (
    <ProblemCard problem={problem} urgent>
      {again && <Button onClick={again}>{words.common.tryAgain}</Button>}
      <Button kind="quiet" onClick={() => app.store.set({ failure: null })}>
        {words.common.dismiss}
      </Button>
    </ProblemCard>
  );
}
