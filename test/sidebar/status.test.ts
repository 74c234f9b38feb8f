import { needsCare, standing, statusOf, timeLeft } from '../../src/sidebar/model/status';
import type { Run } from '../../src/sidebar/state/run';
import { complete, HOUR, login, NOW, problem, query, view } from './views';

const logins = [login('a', ['w1'])];

function status(change: Parameters<typeof view>[1], run?: Run) {
  return statusOf(view('Hours', change), logins, run, NOW);
}

test('a fresh table says its rows and when it was written', () => {
  expect(status({ state: complete(NOW - HOUR) })).toMatchObject({ kind: 'fresh' });
  expect(status({ state: complete(NOW - HOUR) }).text).toMatch(/^2,311 rows · today \d\d:30$/);
});

test('a failed refresh says what data is shown, never that it is fresh', () => {
  const state = { ...complete(NOW - 26 * HOUR), problem: problem('unreachable'), problemAt: NOW };
  expect(status({ state })).toMatchObject({ kind: 'problem', problem: { code: 'unreachable' } });
  expect(status({ state }).text).toMatch(/^Showing data from yesterday \d\d:30$/);
});

test('a query that was never refreshed says so, with or without a problem', () => {
  expect(status({}).text).toBe('Never refreshed');
  const state = { complete: null, warnings: [], problem: problem('forbidden'), problemAt: NOW };
  expect(status({ state }).text).toBe('Not refreshed yet');
});

test('an interrupted table is being repaired, whatever was written before', () => {
  expect(status({ repairing: true, state: complete(NOW) }).kind).toBe('repairing');
});

test("a query of somebody else's login needs one of ours", () => {
  const foreign = query({ accounts: [{ login: 'theirs', workspace: 'w1', name: 'Acme' }] });
  expect(status({ query: foreign, state: complete(NOW) })).toMatchObject({
    kind: 'needs-login',
    problem: { code: 'login-unknown', scope: { query: 'Hours' } },
  });
});

test('a query whose login Clockify refuses says so at once, and who can mend it', () => {
  const refused = { ...login('a', ['w1'], 'Agency key'), refusedAt: NOW };
  const of = (one: typeof refused) =>
    statusOf(view('Hours', { state: complete(NOW) }), [one], undefined, NOW);
  expect(of(refused)).toMatchObject({
    kind: 'problem',
    problem: { code: 'key-refused', title: 'Clockify no longer accepts the key of Agency key.' },
    refused: { id: 'a' },
  });
  const shared = { ...refused, owner: 'spreadsheet' as const, sharedBy: { name: 'Jonas', at: 0 } };
  expect(of(shared).problem?.remedy).toMatch(/^Jonas shares it and can replace its key/);
});

test('an unreadable query shows why', () => {
  const why = problem('query-damaged');
  expect(status({ query: null, problem: why })).toMatchObject({ kind: 'unreadable', problem: why });
});

const run: Run = {
  query: 'Hours',
  phase: 'reading',
  progress: null,
  seen: null,
  startedAt: NOW,
  movedAt: NOW,
  restarted: false,
  problem: null,
};

test('a problem that the script could not record is known from the refresh that met it', () => {
  const failed: Run = { ...run, phase: 'failed', problem: problem('offline') };
  expect(status({ state: complete(NOW) }, failed)).toMatchObject({
    kind: 'problem',
    problem: { code: 'offline' },
  });
});

test('a query goes on needing care while it is being refreshed, so that its row stays where it is', () => {
  const state = { ...complete(NOW), problem: problem('unreachable'), problemAt: NOW };
  const { status: now, care } = standing(view('Hours', { state }), logins, run, NOW);
  expect([now.kind, care]).toEqual(['running', true]);
});

test('a table that is gone is never said to be shown', () => {
  const state = { ...complete(NOW), problem: problem('unreachable'), problemAt: NOW };
  expect(status({ state: complete(NOW), place: null })).toMatchObject({
    kind: 'never',
    text: 'No table now. Refresh to write it.',
  });
  expect(status({ state, place: null }).text).not.toMatch(/Showing/);
  expect(status({ state: complete(NOW), place: null }, { ...run, phase: 'done' }).kind).toBe('fresh');
});

test('a period without time says so', () => {
  expect(status({ state: complete(NOW, 0) }).text).toMatch(/^Nothing tracked then · today/);
});

test('the time left follows the pace so far, and is not said too early', () => {
  const progress = { recordsRead: 250, recordsExpected: 1000, requests: 1 } as Run['progress'];
  const at = (seconds: number, change: Partial<Run> = {}) =>
    timeLeft({ ...run, progress, movedAt: NOW + seconds * 1000, ...change }, NOW + seconds * 1000);
  expect(at(20)).toBe(60_000);
  expect(at(2)).toBeNull();
  expect(at(30, { movedAt: NOW + 20_000 })).toBe(50_000);
  expect(at(500, { movedAt: NOW + 20_000 })).toBe(1000);
  expect(at(20, { progress: null })).toBeNull();
  expect(at(20, { seen: { ...progress, recordsRead: 500 } as Run['progress'] })).toBe(20_000);
});

test('progress says rows of how many, then that the table is being written', () => {
  const progress = {
    job: 'j',
    query: { id: 'q', name: 'Hours' },
    state: 'reading' as const,
    rows: 1000,
    rowsExpected: 2311,
    recordsRead: 1000,
    recordsExpected: 2311,
    requests: 1,
    requestsLeft: 2,
    startedAt: NOW,
    until: null,
    warnings: [],
    problem: null,
  };
  expect(status({}, run).text).toBe('Asking Clockify…');
  expect(status({}, { ...run, progress: { ...progress, rowsExpected: null } }).text).toBe(
    '1,000 rows so far',
  );
  expect(status({}, { ...run, progress }).text).toBe('1,000 of 2,311 rows');
  expect(status({}, { ...run, progress: { ...progress, rows: 2311, recordsRead: 2311 } }).text).toBe(
    'Writing the table…',
  );
});

describe('a query with a schedule', () => {
  const of = (standing: object) =>
    status({ state: complete(NOW - HOUR), standing: { text: '', ...standing } as never });

  test('is overdue, and that needs care, once its slot has passed', () => {
    const late = of({ kind: 'overdue', since: NOW - 2 * HOUR });
    expect(late).toMatchObject({ kind: 'overdue', problem: null });
    expect(late.text).toMatch(/^Overdue since today \d\d:\d\d · showing data from today \d\d:\d\d$/);
    expect(needsCare(late)).toBe(true);
  });

  test('is never called fresh while its slot is there and nothing came yet', () => {
    const due = of({ kind: 'showing', since: NOW - HOUR, until: NOW + HOUR / 2 });
    expect(due.text).toMatch(/^Showing data from today \d\d:\d\d; refresh due by \d\d:\d\d$/);
    expect([due.kind, needsCare(due)]).toEqual(['due', false]);
  });

  test('says until when it is paused', () => {
    const paused = of({ kind: 'paused', until: NOW + HOUR });
    expect(paused.text).toMatch(/^Paused until \d\d:\d\d · showing data from today \d\d:\d\d$/);
    expect(needsCare(paused)).toBe(false);
  });

  test('is what its refresh made of it, before the list says so', () => {
    const done: Run = { ...run, phase: 'done', progress: { startedAt: NOW } as Run['progress'] };
    const standing = { kind: 'overdue' as const, since: NOW, text: '' };
    expect(status({ state: complete(NOW - HOUR), standing }, done).kind).toBe('fresh');
  });
});
