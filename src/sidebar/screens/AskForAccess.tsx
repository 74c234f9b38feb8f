import { useEffect, useState } from 'preact/hooks';
import { type Days, daysToChoose, type Link } from '../model/links';
import { Button } from '../parts/Button';
import { SelectField, TextField } from '../parts/Field';
import { focusFault } from '../parts/focus';
import { Screen } from '../parts/Screen';
import { Skeleton } from '../parts/Skeleton';
import { useApp, useWork } from '../state/context';
import { words } from '../words';
import { LinkCard } from './LinkCard';

/** Asks the owner of an account for access by a link, and shows how the links stand that were sent. */
export function AskForAccess() {
  const { app, state } = useApp();
  const [links, setLinks] = useState<Link[] | null>(null);
  const [asker, setAsker] = useState(state.overview.displayName ?? '');
  const [purpose, setPurpose] = useState('');
  const [days, setDays] = useState<Days>(3);
  const [tried, setTried] = useState(false);
  const [busy, work] = useWork();
  const [reading, read] = useWork();
  const look = () => read(() => app.attempt(async () => setLinks(await app.call('listLinks', {}))));
  // biome-ignore lint/correctness/useExhaustiveDependencies: they are asked once, when the screen opens, and by the button
  useEffect(look, []);
  const missing = { asker: asker.trim() === '', purpose: purpose.trim() === '' };
  const make = () => {
    setTried(true);
    if (missing.asker || missing.purpose) return focusFault();
    work(() =>
      app.attempt(async () => {
        const link = await app.call('askForAccess', { days, asker: asker.trim(), purpose: purpose.trim() });
        setLinks([link, ...(links ?? [])]);
        setPurpose('');
        setTried(false);
        if (link.text !== null) void app.ask({ kind: 'link-text', text: link.text });
      }),
    );
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        make();
      }}
    >
      <Screen
        testId="ask-for-access"
        title={words.links.title}
        bar={
          <Button kind="primary" type="submit" busy={busy} testId="make-link">
            {words.links.make}
          </Button>
        }
      >
        <p>{words.links.lead}</p>
        <TextField
          label={words.links.asker}
          value={asker}
          onInput={setAsker}
          hint={words.links.askerHint}
          error={tried && missing.asker ? words.links.askerMissing : undefined}
          maxLength={80}
        />
        <TextField
          label={words.links.purpose}
          value={purpose}
          onInput={setPurpose}
          hint={words.links.purposeHint}
          error={tried && missing.purpose ? words.links.purposeMissing : undefined}
          maxLength={300}
        />
        <SelectField
          label={words.links.days}
          value={String(days)}
          choices={daysToChoose.map((value) => ({ value: String(value), title: words.links.day(value) }))}
          onChange={(chosen) => setDays(daysToChoose.find((value) => String(value) === chosen) ?? 3)}
        />
        {links === null && reading && (
          <>
            <p class="only-heard" role="status">
              {words.links.reading}
            </p>
            <Skeleton lines={2} />
          </>
        )}
        {links !== null && links.length > 0 && (
          <section class="sent">
            <div class="sent-head">
              <h2 class="label">{words.links.list}</h2>
              <Button kind="quiet" icon="refresh" busy={reading} onClick={look}>
                {words.links.again}
              </Button>
            </div>
            <ul class="logins">
              {links.map((link) => (
                <LinkCard key={link.id} link={link} onLinks={setLinks} />
              ))}
            </ul>
          </section>
        )}
      </Screen>
    </form>
  );
}
