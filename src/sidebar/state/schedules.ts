import type { QueryView } from '../../actions/listQueries';
import type { Schedule } from '../../schedule/schedule';
import { missingOf } from '../model/missing';
import { receivedQueries } from '../model/received';
import { choicesOf, describeSlot, namesOf } from '../model/schedules';
import { words } from '../words';
import type { App } from './app';
import { takeNotice } from './waking';

/** Puts a query as it is now in the place of what was known of it. */
function putQuery(app: App, changed: QueryView): void {
  const [now] = receivedQueries([changed]);
  if (now)
    app.patch({ queries: app.state.overview.queries.map((other) => (other.id === now.id ? now : other)) });
}

/** Asks when a query is to be refreshed by itself, after what others changed in it was agreed to, and keeps that. */
export async function chooseSchedule(app: App, { id, name }: QueryView): Promise<void> {
  if (!(await app.agreed([id]))) return;
  const chosen = await app.ask({ kind: 'schedule', query: id });
  if (chosen === null) return;
  const schedule = JSON.parse(chosen) as Schedule;
  await app.attempt(async () => {
    await put(app, () => app.call('saveSchedule', { query: id, schedule }));
    const next = app.view(id)?.schedule?.nextAt ?? null;
    const { saved, savedLater } = words.schedule;
    app.say(next === null ? savedLater(name) : saved(name, describeSlot(next, app.now())));
  });
}

/** Changes a schedule. What keeps it from running by itself is raised after it was kept: then it is there all the same. */
async function put(app: App, change: () => Promise<QueryView>): Promise<void> {
  try {
    putQuery(app, await change());
  } catch (error) {
    await app.readQueries();
    throw error;
  } finally {
    await lookAfter(app);
  }
}

/** Lets this person carry a schedule; where the query reads with a login that they haven't, with one of theirs. */
export async function carrySchedule(app: App, { id, name }: QueryView): Promise<void> {
  await app.attempt(async () => {
    const missing = missingOf(await app.call('missingLogins', {}), [id]);
    if (missing.logins.length > 0) {
      const go = words.schedule.useAndCarry;
      if ((await app.ask({ kind: 'map-logins', missing, go })) !== id) return;
    } else if (!(await app.agreed([id]))) return;
    await put(app, () => app.call('takeOverSchedule', { query: id }));
    app.say(words.schedule.takenOver(name));
  });
}

/** Leaves a schedule to the others who carry it. */
export async function leaveSchedule(app: App, { id, name }: QueryView): Promise<void> {
  await app.attempt(async () => {
    await put(app, () => app.call('leaveSchedule', { query: id }));
    app.say(words.schedule.left(name));
  });
}

/** Ends a schedule; where others carry it too after asking. */
export async function removeSchedule(app: App, view: QueryView): Promise<void> {
  const { id, name, schedule } = view;
  if (!schedule) return;
  const { others } = choicesOf(view, schedule, app.state.overview.logins);
  const names = namesOf(schedule.carriers.filter(({ mine }) => !mine));
  if (others && (await app.ask({ kind: 'remove-schedule', name, names })) === null) return;
  await app.attempt(async () => {
    await put(app, () => app.call('removeSchedule', { query: id }));
    app.say(words.schedule.removed(name));
  });
}

/** Brings up to date what is known of schedules, after some of them were changed. */
async function lookAfter(app: App): Promise<void> {
  try {
    const { degraded } = await app.call('wakeSchedules', {});
    takeNotice(app, degraded);
  } catch {
    // It is looked after whenever the sidebar opens.
  }
}
