import { useEffect, useState } from 'preact/hooks';
import type { Requests } from '../../actions/previewRequests';
import { isOfQuery, sayReadings, sayRequests } from '../model/requests';
import { Icon } from '../parts/Icon';
import { CallFailed } from '../problem';
import { useApp } from '../state/context';
import type { Form } from './form';

/** How long nothing has to change before the script is asked, in milliseconds. */
const QUIET = 600;

/** How many requests a query will take, where that matters; or why it can't be asked as it stands. */
export function RequestsLine({ form: { draft, sound } }: { form: Form }) {
  const { app } = useApp();
  const [known, setKnown] = useState<Requests | null>(null);
  const [wrong, setWrong] = useState<string | null>(null);
  const { name: _, target: __, ...question } = draft;
  const asked = JSON.stringify(question);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what a name or a place is changes no request
  useEffect(() => {
    let ended = false;
    const tell = (requests: Requests | null, problem: string | null) => {
      if (ended) return;
      setKnown(requests);
      setWrong(problem);
    };
    const cancel = app.after(QUIET, async () => {
      if (!sound) return tell(null, null);
      try {
        tell(await app.call('previewRequests', { query: draft }), null);
      } catch (error) {
        // What else it can't say, a refresh will show.
        const own = error instanceof CallFailed && isOfQuery(error.problem) ? error.problem : null;
        tell(null, own ? `${own.title} ${own.remedy}` : null);
      }
    });
    return () => {
      ended = true;
      cancel();
    };
  }, [app, asked, sound]);
  const said = known && sayRequests(known);
  return (
    <>
      {wrong && (
        <p class="error requests wrong" role="alert">
          <Icon name="alert" size={16} />
          {wrong}
        </p>
      )}
      <p class={said ? 'hint requests' : 'only-heard'} role="status">
        {said && [said, sayReadings(known)].filter(Boolean).join(' ')}
      </p>
    </>
  );
}
