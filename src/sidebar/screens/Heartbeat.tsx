import { describeMoment } from '../model/moment';
import { Icon } from '../parts/Icon';
import { useApp } from '../state/context';
import { words } from '../words';

/** Whether something wakes the schedules of whoever looks, when it last did, and what to do where nothing does. */
export function Heartbeat() {
  const { app, state } = useApp();
  const { carried, wokeAt, overdue, degraded } = state.overview.schedules;
  const { health } = words;
  const woke = wokeAt === null ? health.notYet : health.woke(describeMoment(wokeAt, app.now()));
  const [tone, title, text] =
    degraded !== null
      ? ['calm', health.hinderedTitle, degraded]
      : carried === 0
        ? ['calm', health.unneeded, health.unneededText]
        : overdue
          ? ['calm', woke, health.overdueText]
          : ['good', woke, wokeAt === null ? health.notYetText : health.wakes];
  return (
    <div class={`result ${tone}`} data-testid="heartbeat">
      <span class="result-icon">
        <Icon name={degraded === null ? 'clock' : 'alert'} size={24} />
      </span>
      <div>
        <p class="result-title">{title}</p>
        <p class="result-text">{text}</p>
      </div>
    </div>
  );
}
