import { useEffect, useState } from 'preact/hooks';
import type { Requests } from '../../actions/previewRequests';
import type { Draft } from '../model/draft';
import { faultsOf } from '../model/faults';
import { sayRequests } from '../model/requests';
import { useApp } from '../state/context';
import { reportOf } from '../state/lookup';

/** How long nothing has to change before the script is asked, in milliseconds. */
const QUIET = 600;

/** How many requests a query will take, where that matters. */
export function RequestsLine({ draft }: { draft: Draft }) {
  const { app, state } = useApp();
  const [known, setKnown] = useState<Requests | null>(null);
  const sound = Object.keys(faultsOf(draft, reportOf(state, draft))).length === 0;
  const asked = JSON.stringify([draft.report, draft.accounts, draft.period, draft.zone, draft.columns]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what a name or a place is changes no request
  useEffect(() => {
    let ended = false;
    const cancel = app.after(QUIET, async () => {
      // What it can't say, a refresh will show.
      const requests = sound ? await app.call('previewRequests', { query: draft }).catch(() => null) : null;
      if (!ended) setKnown(requests);
    });
    return () => {
      ended = true;
      cancel();
    };
  }, [app, asked, sound]);
  const said = known && sayRequests(known);
  return (
    <p class={said ? 'hint requests' : 'only-heard'} role="status">
      {said}
    </p>
  );
}
