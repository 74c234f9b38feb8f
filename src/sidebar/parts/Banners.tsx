import { foreignQueries, refusedLogins } from '../model/banners';
import { isOwn } from '../model/logins';
import { describeMoment } from '../model/moment';
import { agreeAndRefresh } from '../state/agreeing';
import { useApp, useWork } from '../state/context';
import { chooseLogins, replaceKey } from '../state/mending';
import { words } from '../words';
import { Button } from './Button';
import { Icon } from './Icon';

/** What concerns several queries at once, each with the one button that mends all of them. */
export function Banners() {
  const { app, state } = useApp();
  const [busy, work] = useWork();
  const { queries, logins } = state.overview;
  const foreign = foreignQueries(queries, logins);
  const changed = queries.filter((view) => view.agreement !== null).map(({ id }) => id);
  return (
    <>
      {refusedLogins(queries, logins).map(({ login, queries: theirs, since }) => (
        <div class="card error" key={login.id} data-testid="banner-key">
          <Icon name="alert" />
          <div class="card-text">
            <p class="card-title">
              {words.banner.keyRefused} <strong>{login.name}</strong>.
            </p>
            <p>
              {words.banner.staleSince(
                theirs.length,
                since === null ? null : describeMoment(since, app.now()),
              )}
            </p>
            {isOwn(login) ? (
              <div class="card-actions">
                <Button kind="primary" onClick={() => void replaceKey(app, [login.id])}>
                  {words.remedies.replaceKey}
                </Button>
              </div>
            ) : (
              <p>{words.logins.askOwner(login.sharedBy?.name ?? '')}</p>
            )}
          </div>
        </div>
      ))}
      {changed.length > 1 && (
        <div class="card warning" data-testid="banner-changed">
          <Icon name="users" />
          <div class="card-text">
            <p class="card-title">{words.agreement.banner(changed.length)}</p>
            <p>{words.agreement.bannerText}</p>
            <div class="card-actions">
              <Button kind="primary" onClick={() => void app.attempt(() => agreeAndRefresh(app, changed))}>
                {words.agreement.review}
              </Button>
            </div>
          </div>
        </div>
      )}
      {foreign.length > 0 && (
        <div class="card warning" data-testid="banner-login">
          <Icon name="key" />
          <div class="card-text">
            <p class="card-title">{words.missing.banner(foreign.length)}</p>
            <p>{words.missing.bannerText}</p>
            <div class="card-actions">
              <Button kind="primary" busy={busy} onClick={() => work(() => chooseLogins(app))}>
                {words.missing.review}
              </Button>
            </div>
          </div>
        </div>
      )}
    </>
  );
}
