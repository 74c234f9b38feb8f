import type { Schedule } from './schedule';

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

/** A schedule in words: `Every weekday between 9:00 and 9:59 (Europe/Berlin)`. */
export function sentenceOf(schedule: Schedule): string {
  const { every, hour, zone } = schedule;
  if (every.unit === 'hours')
    return every.number === 1 ? 'Every hour' : `Every ${every.number} hours, from midnight on (${zone})`;
  return `${dayOf(every)} between ${hour}:00 and ${hour}:59 (${zone})`;
}

function dayOf(every: Exclude<Schedule['every'], { unit: 'hours' }>): string {
  switch (every.unit) {
    case 'day':
      return 'Every day';
    case 'weekdays':
      return 'Every weekday';
    case 'week':
      return `Every ${WEEKDAYS[every.weekday - 1]}`;
    case 'month':
      if (every.day === 'last-working') return 'On the last working day of every month';
      return every.day > 28
        ? `On day ${every.day} of every month, or its last,`
        : `On day ${every.day} of every month`;
  }
}
