import { durationOf } from '../passed';
import type { Break, Breakable } from './break';

/** Time that passes at once, hour by hour. It doesn't run backwards. */
export function clockBreaks({ passing, platform }: Breakable): Break[] {
  const skip = (hours: number, title: string, promise: string): Break => ({
    id: `clock-${hours}`,
    group: 'Clock',
    title,
    kind: 'switch',
    promise,
    get chip() {
      const { done = 0 } = passing.progress ?? {};
      const now = new Date(platform.clock.now()).toISOString().slice(0, 16).replace('T', ' ');
      return `${durationOf(hours)}: ${done} of ${hours} h, ${now} UTC`;
    },
    on: () => passing.progress?.hours === hours,
    start: () => passing.pass(hours),
    async stop() {
      passing.stop();
    },
  });
  return [
    skip(1, '+1 h', 'An hour passes for everybody: hourly limits start again, and hourly triggers run.'),
    skip(24, '+24 h', 'A day passes, hour by hour: schedules run, and "last 7 days" means different days.'),
    skip(
      168,
      '+7 days',
      'A week passes in a minute, hour by hour. Watch the tables; the list of queries shows it when the sidebar is opened again.',
    ),
  ];
}
