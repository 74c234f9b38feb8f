import fc from 'fast-check';
import { NOTHING, type TimeEntry } from '../../src/datasets/timeEntry';
import { AUGUST } from './books';

/** A name that several things may have. */
const name = (letter: string, number: number) => `${letter}${number % 3}`;

/** Entries of a small company: few people and projects, some of one name, two currencies, amounts with fractions or none. */
export const entry: fc.Arbitrary<TimeEntry> = fc
  .record({
    id: fc.uuid(),
    day: fc.integer({ min: 0, max: 61 }),
    minute: fc.integer({ min: 0, max: 1439 }),
    seconds: fc.integer({ min: 0, max: 40_000 }),
    user: fc.integer({ min: 0, max: 3 }),
    project: fc.option(fc.integer({ min: 0, max: 4 })),
    tags: fc.subarray([0, 1, 2]),
    billable: fc.constantFrom(true, false, null),
    type: fc.constantFrom('REGULAR', 'BREAK', null),
    description: fc.constantFrom('', ' ', 'Fix', 'fix', 'Call with "0"', null),
    amount: fc.option(
      fc
        .tuple(fc.integer({ min: 0, max: 90_000 }), fc.constantFrom(1, 3, 7))
        .map(([above, below]) => above / below),
    ),
    currency: fc.constantFrom('EUR', 'USD', null),
  })
  .map(
    ({ id, day, minute, seconds, user, project, tags, billable, type, description, amount, currency }) => ({
      ...NOTHING,
      id,
      startSerial: AUGUST - 31 + day + minute / 1440,
      endSerial: AUGUST - 31 + day + minute / 1440 + seconds / 86_400,
      seconds,
      userId: `u${user}`,
      userName: name('User ', user),
      userEmail: `u${user}@a.b`,
      projectId: project === null ? null : `p${project}`,
      projectName: project === null ? null : name('Project ', project),
      clientId: project === null || project === 0 ? null : `c${project % 2}`,
      clientName: project === null || project === 0 ? null : name('Client ', project % 2),
      tagIds: tags.map((tag) => `t${tag}`),
      tagNames: tags.map((tag) => `Tag ${tag}`),
      billable,
      type,
      description,
      earnedAmount: amount,
      earnedRate: amount,
      costAmount: amount === null ? null : amount / 2,
      profit: amount === null ? null : amount / 2,
      currency,
    }),
  );
