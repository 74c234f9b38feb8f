import { triggerTimeMs } from '../../gas/triggers/triggerTime';
import { users } from '../users';
import { type Break, type Breakable, toggle } from './break';
import { fairnessBreak } from './fairness';

const group = 'Schedules';
const noAccess = 'You do not have permission to access the requested document.';

/** What stops hourly triggers, mostly without telling anybody. */
export function scheduleBreaks(breakable: Breakable): Break[] {
  const { platform } = breakable;
  const { common } = platform;
  return [
    leaving(common.left),
    movedAbroad(platform),
    fairnessBreak(breakable),
    toggle(
      {
        id: 'trigger-disabled',
        group,
        title: 'Trigger disabled',
        chip: 'Trigger disabled',
        promise:
          'Google disabled the hourly triggers that there are, and tells nobody. "+24 h": the list says what is late. Once the sidebar is opened, its trigger is made anew and what is late is refreshed.',
      },
      () => ({
        async start() {
          common.triggers.disable();
          const { length } = common.triggers.all;
          return length > 0
            ? 'No trigger that stands now fires.'
            : 'There is no trigger yet: set a schedule first.';
        },
        async stop() {
          common.triggers.disable(undefined, false);
        },
      }),
    ),
    {
      id: 'trigger-time',
      group,
      title: 'Trigger time used up',
      chip: 'Trigger time used up',
      kind: 'switch',
      promise:
        'The 90 minutes a day for which Google runs an account’s triggers are used up. None starts until a day has passed; the list says what is late, and refreshing by hand works.',
      on: () => users.some((user) => common.triggerTime.isUsedUp(user, platform.clock.now())),
      async start() {
        const now = platform.clock.now();
        for (const user of users) common.triggerTime.add(user, now, triggerTimeMs);
        return 'The triggers of both people have run for 90 minutes today.';
      },
      async stop() {
        for (const user of users) common.triggerTime.clear(user);
      },
    },
    toggle(
      {
        id: 'permission-withdrawn',
        group,
        title: 'Permission withdrawn',
        chip: 'Permission withdrawn',
        promise:
          'The add-on may do nothing any more on behalf of anybody. No trigger runs; the sidebar says what is missing. After the repair, schedules go on, and what is late is refreshed once.',
      },
      () => ({
        async start() {
          for (const user of users) platform.grant(user, []);
          return 'All permissions are withdrawn.';
        },
        async stop() {
          for (const user of users) platform.grant(user, undefined);
        },
      }),
    ),
  ];
}

/** Whoever came first has no access to the spreadsheet any more. */
function leaving(left: Set<string>): Break {
  const [owner] = users;
  const refusal = (user: string) => (left.has(user) ? noAccess : undefined);
  return {
    id: 'owner-leaves',
    group,
    title: 'Owner leaves',
    chip: 'Owner left',
    kind: 'switch',
    promise:
      'User 1 has no access any more, and their triggers don’t run. What user 2 carries too goes on; the rest is shown as late, and can be taken over with a login of one’s own.',
    on: () => left.has(owner),
    async start() {
      left.add(owner);
      return 'User 1 has left: open the page as second user.';
    },
    async stop() {
      left.delete(owner);
    },
    failRun: refusal,
    failEdit: refusal,
  };
}

/** The spreadsheet's zone is changed, by its menu *File ▸ Settings*. */
function movedAbroad(platform: Breakable['platform']): Break {
  const home = platform.timeZone;
  return {
    id: 'zone',
    group,
    title: 'Zone changed',
    chip: 'Zone changed',
    kind: 'switch',
    promise:
      'A schedule keeps the zone that it was made in: 9:00 stays 9:00 there. A query keeps its own as well, and the days in its table stay the days they were.',
    on: () => platform.timeZone !== home,
    async start() {
      platform.timeZone = 'America/New_York';
      return 'The spreadsheet’s zone is that of New York.';
    },
    async stop() {
      platform.timeZone = home;
    },
  };
}
