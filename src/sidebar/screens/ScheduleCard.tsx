import type { QueryView } from '../../actions/listQueries';
import { describeMoment } from '../model/moment';
import {
  choicesOf,
  describeCarriers,
  describeSlot,
  privateLogin,
  type ScheduleView,
} from '../model/schedules';
import { Button } from '../parts/Button';
import { Icon } from '../parts/Icon';
import { Menu, type MenuAction } from '../parts/Menu';
import { useApp, useWork } from '../state/context';
import { carrySchedule, chooseSchedule, leaveSchedule, removeSchedule } from '../state/schedules';
import { words } from '../words';

/** When a query is refreshed by itself; where it isn't, the offer, more clearly when it was just refreshed. */
export function ScheduleCard({ view, offered }: { view: QueryView; offered: boolean }) {
  const { app } = useApp();
  const [busy, work] = useWork();
  const { schedule } = view;
  if (schedule) return <Scheduled view={view} schedule={schedule} />;
  const { off, offer, set, keep, label } = words.schedule;
  return (
    <section class={offered ? 'schedule offered' : 'schedule'} aria-label={label} data-testid="schedule">
      <div class="schedule-head">
        <Icon name="clock" />
        <p class="schedule-text">{offered ? offer : off}</p>
      </div>
      <div class="card-actions">
        <Button busy={busy} onClick={() => work(() => chooseSchedule(app, view))} testId="set-schedule">
          {offered ? keep : set}
        </Button>
      </div>
    </section>
  );
}

function Scheduled({ view, schedule }: { view: QueryView; schedule: ScheduleView }) {
  const { app, state } = useApp();
  const [busy, work] = useWork();
  const { logins, schedules } = state.overview;
  const { waits, nextAt, overdueSince, carriers } = schedule;
  const choices = choicesOf(view, schedule, logins);
  const mine = carriers.some((carrier) => carrier.mine);
  const alone = mine ? privateLogin(view, logins) : null;
  const carryFirst = waits === 'nobody' || !choices.change;
  const now = app.now();
  const change = () => work(() => chooseSchedule(app, view));
  const carry = () => work(() => carrySchedule(app, view));
  return (
    <section
      class="schedule"
      aria-label={words.schedule.label}
      data-testid="schedule"
      data-waits={waits ?? ''}
    >
      <div class="schedule-head">
        <Icon name="clock" />
        <div class="schedule-text">
          <p class="schedule-title">{schedule.sentence}</p>
          {nextAt !== null && waits !== 'nobody' && <p>{words.schedule.next(describeSlot(nextAt, now))}</p>}
        </div>
        <Menu label={words.schedule.more(view.name)} actions={useActions(view, schedule)} />
      </div>
      {overdueSince !== null && (
        <p class="schedule-late">{words.schedule.overdue(describeMoment(overdueSince, now))}</p>
      )}
      {waits && waits !== 'nobody' && <p class="schedule-late">{words.schedule.waits[waits]}</p>}
      <p class="hint">{describeCarriers(carriers)}</p>
      {alone && (
        <p class="audience">
          <Icon name="lock" size={16} />
          <span>{words.schedule.alone(alone.name)}</span>
        </p>
      )}
      {mine && schedules.degraded && <p class="hint">{schedules.degraded}</p>}
      <div class="card-actions">
        {choices.carry && (
          <Button kind={carryFirst ? 'primary' : 'plain'} busy={busy} onClick={carry} testId="carry-schedule">
            {choices.carry === 'join' ? words.schedule.join : words.schedule.takeOver}
          </Button>
        )}
        {choices.change && (
          <Button busy={busy && choices.carry === null} onClick={change} testId="set-schedule">
            {words.schedule.change}
          </Button>
        )}
      </div>
    </section>
  );
}

function useActions(view: QueryView, schedule: ScheduleView): MenuAction[] {
  const { app, state } = useApp();
  const { leave, others } = choicesOf(view, schedule, state.overview.logins);
  const actions: MenuAction[] = [];
  if (leave)
    actions.push({
      title: words.schedule.leave,
      icon: 'close',
      act: () => void leaveSchedule(app, view),
    });
  actions.push({
    title: others ? words.schedule.remove : words.schedule.turnOff,
    icon: 'stop',
    act: () => void removeSchedule(app, view),
  });
  return actions;
}
