import { comingHours, type Health, timeUsed } from '../../src/sidebar/model/health';
import { HOUR, NOW } from './views';

const coming = (hours: number, ...names: string[]) =>
  names.map((name) => ({ at: NOW + hours * HOUR, query: name, name }));

test('what begins at the same time is one line, the nearest first, and it ends', () => {
  expect(
    comingHours([...coming(3, 'Team'), ...coming(1, 'Hours', 'Tags', 'Tasks', 'Users', 'Clients')]),
  ).toEqual([
    { at: NOW + HOUR, names: 'Hours, Tags, Tasks and 2 more' },
    { at: NOW + 3 * HOUR, names: 'Team' },
  ]);
});

test.each([
  [0, 5400, { minutes: 0, of: 90, share: 0 }],
  [61, 5339, { minutes: 2, of: 90, share: 61 / 5400 }],
  [6000, 0, { minutes: 100, of: 100, share: 1 }],
])('time by itself: %d s used, %d s left', (triggerSecondsToday, triggerSecondsLeft, used) => {
  expect(timeUsed({ triggerSecondsToday, triggerSecondsLeft } as Health)).toEqual(used);
});
