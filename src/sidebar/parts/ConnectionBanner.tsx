import { describeMoment } from '../model/moment';
import { useApp } from '../state/context';
import { words } from '../words';
import { Icon } from './Icon';

/** Says that the script can't be reached, and as of when what is shown is. */
export function ConnectionBanner() {
  const { app, state } = useApp();
  if (state.online) return null;
  const read = state.overview.now || app.now();
  return (
    <div class="card told" role="status">
      <Icon name="cloud" />
      <div class="card-text">
        <p class="card-title">{words.load.offlineTitle}</p>
        <p>{words.load.offline(describeMoment(read, app.now()))}</p>
      </div>
    </div>
  );
}
