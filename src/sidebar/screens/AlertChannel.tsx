import { useState } from 'preact/hooks';
import type { Alerts } from '../model/alerts';
import { describeMoment } from '../model/moment';
import { Button } from '../parts/Button';
import { Field } from '../parts/Field';
import { focusFault } from '../parts/focus';
import { useApp, useWork } from '../state/context';
import { words } from '../words';

interface AlertChannelProps {
  channel: Alerts['channel'];
  onChange(alerts: Alerts): void;
}

/** The chat that gets the messages; without one, the way to set it. */
export function AlertChannel({ channel, onChange }: AlertChannelProps) {
  return (
    <section class="stack">
      <h2 class="label">{words.alerts.chat}</h2>
      {channel ? (
        <Known channel={channel} onChange={onChange} />
      ) : (
        <>
          <p>{words.alerts.lead}</p>
          <NewChannel onChange={onChange} />
        </>
      )}
    </section>
  );
}

function Known({
  channel,
  onChange,
}: {
  channel: NonNullable<Alerts['channel']>;
  onChange(told: Alerts): void;
}) {
  const { app } = useApp();
  const [busy, work] = useWork();
  const test = () =>
    work(() =>
      app.attempt(async () => {
        await app.call('testChannel', {});
        app.say(words.alerts.tested);
      }),
    );
  const remove = () =>
    work(() =>
      app.attempt(async () => {
        onChange(await app.call('removeChannel', {}));
        app.say(words.alerts.removed);
      }),
    );
  return (
    <div class="login" data-testid="alert-channel">
      <h3>{words.alerts.to(channel.name)}</h3>
      <p class="hint">{words.alerts.by(channel.by, describeMoment(channel.at, app.now()))}</p>
      <p class="hint">{channel.owner === 'spreadsheet' ? words.alerts.shared : words.alerts.own}</p>
      <div class="login-actions">
        <Button kind="quiet" icon="send" busy={busy} onClick={test}>
          {words.alerts.test}
        </Button>
        <Button kind="quiet" icon="close" busy={busy} onClick={remove}>
          {words.alerts.removeChannel}
        </Button>
      </div>
    </div>
  );
}

/** The address is a secret: it is hidden while it is typed, and no browser is to remember it. */
function NewChannel({ onChange }: { onChange(told: Alerts): void }) {
  const { app } = useApp();
  const [webhook, setWebhook] = useState('');
  const [tried, setTried] = useState(false);
  const [busy, work] = useWork();
  const missing = webhook.trim() === '';
  const keep = () => {
    setTried(true);
    if (missing) return focusFault();
    work(() =>
      app.attempt(async () => {
        const told = await app.call('saveChannel', { webhook });
        onChange(told);
        app.say(words.alerts.kept(told.channel?.name ?? ''));
      }),
    );
  };
  return (
    <>
      <Field
        label={words.alerts.webhook}
        hint={words.alerts.webhookHint}
        error={tried && missing ? words.alerts.webhookMissing : undefined}
      >
        {(attributes) => (
          <input
            class="input"
            type="password"
            autocomplete="off"
            spellcheck={false}
            data-1p-ignore=""
            data-lpignore="true"
            data-key=""
            value={webhook}
            maxLength={2000}
            onInput={(event) => setWebhook(event.currentTarget.value)}
            {...attributes}
          />
        )}
      </Field>
      <Button kind="primary" busy={busy} onClick={keep} testId="keep-webhook">
        {words.alerts.set}
      </Button>
    </>
  );
}
