import type { Failure } from '../../src/clockify/failure';
import { problemOfFailure, waitAfter, worthRetrying } from '../../src/clockify/refusal';

const limited: Failure = { kind: 'rate-limited', status: 429, message: 'Too many requests' };
const asked = {
  login: 'Agency key',
  workspace: 'Acme',
  what: 'time entries',
  permission: 'the right to see reports',
};

test('waits grow from one second to sixteen, and are spread by a quarter', () => {
  expect([1, 2, 3, 4, 5, 6].map((count) => waitAfter([limited], count, 0.5))).toEqual([
    1000, 2000, 4000, 8000, 16_000, 16_000,
  ]);
  expect(waitAfter([limited], 1, 0)).toBe(750);
  expect(waitAfter([limited], 1, 1)).toBe(1250);
});

test('the wait that Clockify asks for is kept', () => {
  expect(waitAfter([limited, { ...limited, retryAfter: 30_000 }], 1, 0.5)).toBe(30_000);
});

test.each<[string, Failure[], number, number, boolean]>([
  ['what may pass', [limited], 1, 1000, true],
  ['the fifth failure in a row of a busy server', [limited], 5, 1000, true],
  ['the sixth failure in a row of a busy server', [limited], 6, 1000, false],
  [
    'the fourth answer in a row that is no data',
    [{ kind: 'unreadable', status: 200, message: '' }],
    4,
    1000,
    false,
  ],
  ['a wait of an hour', [{ ...limited, retryAfter: 3_600_000 }], 1, 3_600_000, false],
  ['a refused key', [{ kind: 'key-refused', status: 401, message: '' }], 1, 1000, false],
])('%s: worth another try?', (_, failures, count, wait, worth) => {
  expect(worthRetrying(failures, count, wait)).toBe(worth);
});

test.each<[Failure['kind'], string]>([
  ['key-refused', 'Clockify no longer accepts the key of Agency key.'],
  ['forbidden', "The owner of Agency key isn't allowed to see the time entries of account Acme."],
  ['not-found', "Account Acme can't be found: it was deleted, or Agency key no longer belongs to it."],
  [
    'rate-limited',
    'Clockify accepts no more requests for account Acme for now: there were too many in a short time.',
  ],
  ['unreachable', 'Clockify could not be reached for the time entries of account Acme.'],
  ['server', 'Clockify failed to answer for the time entries of account Acme (error 502).'],
  ['unreadable', "Clockify's answer for the time entries of account Acme could not be read: why."],
  ['refused', 'Clockify refused the request for the time entries of account Acme: why.'],
])('%s says what happened, to whom, and what to do', (kind, title) => {
  const problem = problemOfFailure({ kind, status: 502, message: 'why' }, asked, 0);
  expect(problem.title).toBe(title);
  expect(problem.remedy.length).toBeGreaterThan(20);
});

test('a problem that passes says when', () => {
  expect(problemOfFailure({ ...limited, retryAfter: 3_600_000 }, asked, 1000).retryAt).toBe(3_601_000);
});
