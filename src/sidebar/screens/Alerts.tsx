import { useEffect, useState } from 'preact/hooks';
import { Tick } from '../builder/Tick';
import { addressesIn, type Alerts as Told } from '../model/alerts';
import { Button } from '../parts/Button';
import { TextField } from '../parts/Field';
import { Screen } from '../parts/Screen';
import { Skeleton } from '../parts/Skeleton';
import { useApp, useWork } from '../state/context';
import { words } from '../words';
import { AlertChannel } from './AlertChannel';
import { AlertLimits } from './AlertLimits';

/** What is told outside of the spreadsheet, and where. */
export function Alerts() {
  const { app } = useApp();
  const [told, setTold] = useState<Told | null>(null);
  const [busy, work] = useWork();
  useEffect(() => {
    void app.attempt(async () => setTold(await app.call('loadAlerts', {})));
  }, [app]);
  const save = (change: Partial<Pick<Told, 'failures' | 'thresholds'>>) => {
    if (told === null) return;
    const { failures, thresholds } = { ...told, ...change };
    work(() => app.attempt(async () => setTold(await app.call('saveAlerts', { failures, thresholds }))));
  };
  return (
    <Screen testId="alerts" title={words.alerts.title}>
      {told === null && (
        <>
          <p class="only-heard" role="status">
            {words.alerts.reading}
          </p>
          <Skeleton lines={4} />
        </>
      )}
      {told && (
        <>
          <AlertChannel channel={told.channel} onChange={setTold} />
          <Tick
            title={words.alerts.failures}
            checked={told.failures}
            disabled={busy}
            onChange={(failures) => save({ failures })}
          />
          <AlertLimits
            thresholds={told.thresholds}
            busy={busy}
            onChange={(thresholds) => save({ thresholds })}
          />
          {told.mail && <Mail to={told.mail.to} onChange={setTold} />}
        </>
      )}
    </Screen>
  );
}

/** Where mails go, in the edition that may send them. */
function Mail({ to, onChange }: { to: string[]; onChange(told: Told): void }) {
  const { app } = useApp();
  const [text, setText] = useState(to.join(', '));
  const [busy, work] = useWork();
  const save = () =>
    work(() =>
      app.attempt(async () => {
        onChange(await app.call('saveMail', { to: addressesIn(text) }));
        app.say(words.alerts.mailSaved);
      }),
    );
  return (
    <section class="stack">
      <h2 class="label">{words.alerts.mail}</h2>
      <p class="hint">{words.alerts.mailLead}</p>
      <TextField
        label={words.alerts.addresses}
        value={text}
        onInput={setText}
        hint={words.alerts.addressesHint}
        maxLength={1000}
      />
      <Button busy={busy} onClick={save}>
        {words.alerts.saveMail}
      </Button>
    </section>
  );
}
