import type { Failure } from '../../src/clockify/failure';
import { problemOfFailure } from '../../src/clockify/refusal';

const limited: Failure = { kind: 'rate-limited', status: 429, message: 'Too many requests' };
const asked = {
  login: 'Agency key',
  workspace: 'Acme',
  what: 'time entries',
  permission: 'the right to see reports',
};

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

test('a sentence of Clockify’s gets no second full stop', () => {
  const refused: Failure = { kind: 'refused', status: 400, message: 'Date range is too large.' };
  expect(problemOfFailure(refused, asked, 0).title).toMatch(/too large\.$/);
  expect(problemOfFailure(refused, asked, 0).title).not.toContain('..');
});

test('a problem that passes says when', () => {
  expect(problemOfFailure({ ...limited, retryAfter: 3_600_000 }, asked, 1000).retryAt).toBe(3_601_000);
});
