import { describeMoment } from '../model/moment';
import { useApp } from '../state/context';
import { words } from '../words';
import { Icon } from './Icon';

/** Says what can't be done from here: offline, or in a spreadsheet that may only be viewed. */
export function ConnectionBanner() {
  const { app, state } = useApp();
  if (!state.online) {
    const read = state.overview.now || app.now();
    return (
      <Told
        icon="cloud"
        title={words.load.offlineTitle}
        text={words.load.offline(describeMoment(read, app.now()))}
      />
    );
  }
  if (state.overview.readOnly)
    return <Told icon="eye" title={words.load.readOnlyTitle} text={words.load.readOnly} />;
  return null;
}

function Told({ icon, title, text }: { icon: 'cloud' | 'eye'; title: string; text: string }) {
  return (
    <div class="card told" role="status">
      <Icon name={icon} />
      <div class="card-text">
        <p class="card-title">{title}</p>
        <p>{text}</p>
      </div>
    </div>
  );
}
