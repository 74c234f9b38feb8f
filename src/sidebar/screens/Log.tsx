import { useEffect, useState } from 'preact/hooks';
import type { Run } from '../../record/run';
import { Button } from '../parts/Button';
import { KeyTool } from '../parts/KeyTool';
import { Screen } from '../parts/Screen';
import { Skeleton } from '../parts/Skeleton';
import { useApp, useWork } from '../state/context';
import { words } from '../words';
import { LogEntry } from './LogEntry';

/** How many are shown at first, and how many more each time. */
const PAGE = 50;

/** The last refreshes of the spreadsheet with what became of them. */
export function Log() {
  const { app } = useApp();
  const [runs, setRuns] = useState<Run[] | null>(null);
  const [most, setMost] = useState(PAGE);
  const [busy, work] = useWork();
  useEffect(() => {
    void app.attempt(async () => setRuns(await app.call('listRuns', {})));
  }, [app]);
  const exported = () =>
    work(() =>
      app.attempt(async () => {
        const { address } = await app.call('exportRuns', {});
        app.say(words.log.exported(address));
      }),
    );
  return (
    <Screen
      testId="log"
      title={words.log.title}
      tools={<KeyTool accounts={[]} />}
      bar={
        (runs?.length ?? 0) > 0 && (
          <Button icon="cell" busy={busy} onClick={exported} testId="export-log">
            {words.log.export}
          </Button>
        )
      }
    >
      {runs === null && <Skeleton lines={5} />}
      {runs?.length === 0 && <p class="nothing">{words.log.empty}</p>}
      <ol class="log">
        {runs?.slice(0, most).map((run) => (
          <LogEntry key={`${run.at} ${run.query}`} run={run} now={app.now()} />
        ))}
      </ol>
      {(runs?.length ?? 0) > most && (
        <Button kind="quiet" onClick={() => setMost(most + PAGE)}>
          {words.log.older}
        </Button>
      )}
    </Screen>
  );
}
