import type { Call } from '../entries';
import { describeMoment } from '../model/moment';
import { words } from '../words';
import type { Runner } from './runner';
import type { State, Store } from './state';

/** What of the sidebar looking after schedules takes. */
interface Waking {
  readonly state: State;
  readonly store: Store;
  readonly runner: Runner;
  readonly call: Call;
  now(): number;
  patch(change: Partial<State['overview']>): void;
}

/** Whether what waits goes on by itself: what wakes it stands, as far as is known now. */
export function takeNotice(app: Waking, degraded: string | null): void {
  const { overview } = app.state;
  app.store.set({ wakes: degraded === null });
  app.patch({ schedules: { ...overview.schedules, degraded } });
}

/**
 * Looks after what wakes the schedules when the sidebar opens and it is late or hindered, refreshes what is due, and says in one
 * line what happened.
 */
export async function wakeSchedules(app: Waking): Promise<void> {
  const { schedules } = app.state.overview;
  if (!schedules.overdue && schedules.degraded === null) return;
  try {
    const { due, degraded, made } = await app.call('wakeSchedules', {});
    takeNotice(app, degraded);
    const since = schedules.wokeAt === null ? null : describeMoment(schedules.wokeAt, app.now());
    const lines: string[] = [];
    if (schedules.overdue && (due.length > 0 || made)) lines.push(words.schedule.woken(due.length, since));
    else if (due.length > 0) lines.push(words.schedule.due(due.length));
    if (made && schedules.wokeAt !== null) lines.push(words.schedule.madeAnew);
    if (lines.length > 0) app.store.set({ woken: lines.join(' ') });
    app.runner.enqueue(due, 'catch-up');
  } catch {
    // It is looked after the next time; each query can be refreshed by hand until then.
  }
}

/** Finds out whether a refresh that waits for long goes on by itself when the sidebar is closed. */
export async function askWhetherItWakes(app: Waking): Promise<void> {
  try {
    const { degraded, problem } = await app.call('wakeSchedules', {});
    takeNotice(app, problem ? problem.title : degraded);
  } catch {
    // Nothing is promised then.
  }
}
