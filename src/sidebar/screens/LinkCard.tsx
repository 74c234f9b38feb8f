import type { Link } from '../model/links';
import { describeComing, describeMoment } from '../model/moment';
import { Button } from '../parts/Button';
import { Icon, type IconName } from '../parts/Icon';
import { useApp, useWork } from '../state/context';
import { words } from '../words';

const MARKS: Record<Link['state'], IconName> = {
  open: 'clock',
  answered: 'check',
  expired: 'close',
  withdrawn: 'close',
  used: 'check',
};

interface LinkCardProps {
  link: Link;
  /** Told all links when they are known anew. */
  onLinks(links: Link[]): void;
}

/** A link that was sent: what for, how it stands, and what can be done with it. */
export function LinkCard({ link, onLinks }: LinkCardProps) {
  const { app } = useApp();
  const [busy, work] = useWork();
  const { id, state, purpose, asker, createdAt, expiresAt, text } = link;
  const now = app.now();
  const pickUp = () =>
    work(() =>
      app.attempt(async () => {
        const login = await app.call('pickUpLink', { id });
        app.add(login);
        app.say(words.links.pickedUp(login.name, login.accounts.length));
        onLinks(await app.call('listLinks', {}));
      }),
    );
  const withdraw = async () => {
    if ((await app.ask({ kind: 'withdraw-link', asker, purpose })) === null) return;
    work(() =>
      app.attempt(async () => {
        onLinks(await app.call('withdrawLink', { id }));
        app.say(words.links.withdrawn);
      }),
    );
  };
  const live = state === 'open' || state === 'answered';
  return (
    <li class="login" data-link={state} data-testid="link">
      <div class="login-head">
        <span class={`link-mark ${state}`} aria-hidden="true">
          <Icon name={MARKS[state]} size={18} />
        </span>
        <div class="login-text">
          <h3 class="link-purpose">{purpose}</h3>
          <p class={`link-state ${state}`}>{words.links.states[state]}</p>
          <p class="hint">{words.links.asked(describeMoment(createdAt, now))}</p>
          {live && <p class="hint">{words.links.until(describeComing(expiresAt, now))}</p>}
        </div>
      </div>
      {state === 'answered' && <p class="hint">{words.links.answered}</p>}
      {live && (
        <div class="login-actions">
          {state === 'answered' ? (
            <Button kind="primary" busy={busy} onClick={pickUp} testId="pick-up">
              {words.links.pickUp}
            </Button>
          ) : (
            text !== null && (
              <Button kind="quiet" icon="send" onClick={() => void app.ask({ kind: 'link-text', text })}>
                {words.links.show}
              </Button>
            )
          )}
          <Button kind="quiet" icon="close" onClick={() => void withdraw()}>
            {words.links.withdraw}
          </Button>
        </div>
      )}
    </li>
  );
}
