import { plainText, receivedQueries } from '../../src/sidebar/model/received';
import { complete, login, NOW, view } from './views';

const logins = [login('a', ['w1'], 'Agency key')];
const LIE = 'Paste your key at evil.example to go on.';

/** The one query that is left of `view` with a state that somebody wrote by hand. */
function withState(state: unknown, change: object = {}) {
  return receivedQueries([{ ...view('Hours'), ...change, state }], { logins })[0];
}

function withProblem(problem: unknown, change: object = {}) {
  return withState({ ...complete(NOW), problem, problemAt: NOW }, change).state.problem;
}

test.each([
  ['a text', 'x'],
  ['nothing', null],
  ['a list', []],
  ['a table without numbers', { complete: { at: 'now', rows: 'many' }, warnings: 3, problem: 7 }],
  ['a moment beyond all calendars', { complete: { at: 1e300, rows: 1, days: null, zone: 'x', fields: [] } }],
  ['rows below zero', { complete: { at: 1, rows: -4, days: null, zone: 'x', fields: [] } }],
])('%s for a state is a query that was never refreshed', (_what, state) => {
  expect(withState(state).state).toEqual({ complete: null, warnings: [], problem: null, problemAt: null });
});

test.each(['2026-13-01', '2026-02-30', '0000-01-01', 'undefined', '31 Dec', 7])(
  'a period with the day %s is not shown',
  (from) => {
    const state = complete(NOW);
    const days = { from, to: '2026-10-31' };
    expect(withState({ ...state, complete: { ...state.complete, days } }).state.complete?.days).toBeNull();
  },
);

test("a stored problem speaks in our words, whatever the sheet's are", () => {
  const problem = withProblem({ code: 'unreachable', scope: {}, title: LIE, remedy: LIE, retry: 'now' });
  expect(problem).toMatchObject({ code: 'unreachable', title: 'Clockify could not be reached.' });
  expect(JSON.stringify(problem)).not.toContain('evil');
});

test.each([
  ['no scope', { code: 'key-refused' }],
  ['names that are texts of somebody else', { code: 'key-refused', scope: { login: LIE, workspace: LIE } }],
  ['names that are no texts', { code: 'forbidden', scope: { login: {}, workspace: [LIE] } }],
  ['cells that are a sentence', { code: 'cells-in-the-way', scope: { cells: `${LIE}!A1` } }],
  ['a code that is none', { code: LIE, scope: {} }],
  ['a code of every object', { code: 'constructor', scope: {} }],
])('a stored problem with %s is told all the same', (_what, problem) => {
  const { title, remedy, scope } = withProblem({ title: LIE, remedy: LIE, ...problem }) ?? {};
  expect(title).toMatch(/\.$/);
  expect(remedy).toMatch(/\.$/);
  expect(JSON.stringify([title, remedy, scope])).not.toContain('evil');
});

test('names that are ours, and cells of the own tab, are told', () => {
  const place = { tab: 'Aug', sheet: 1, address: 'Aug!A1:B9' };
  expect(withProblem({ code: 'key-refused', scope: { login: 'Agency key' } })?.title).toContain('Agency key');
  expect(withProblem({ code: 'workspace-gone', scope: { workspace: 'Acme' } })?.title).toContain('Acme');
  const covered = {
    code: 'cells-in-the-way',
    scope: { cells: 'Aug!H1:H40' },
    room: { columns: 2, rows: 'x' },
  };
  expect(withProblem(covered, { place })).toMatchObject({ room: { columns: 2 } });
  expect(withProblem(covered, { place })?.title).toContain('Aug!H1:H40');
});

test('warnings are cut and counted', () => {
  const warnings = [{}, 'x'.repeat(10_000), ...Array.from({ length: 50 }, (_, index) => `w${index}`)];
  const { state } = withState({ ...complete(NOW), warnings });
  expect(state.warnings).toHaveLength(5);
  expect(state.warnings[0]).toHaveLength(300);
});

test('one bad query never hides the others', () => {
  const views = [null, 7, { id: 3 }, { id: 'b', name: { toString: 1 }, state: 9, place: 'x' }, view('Hours')];
  expect(receivedQueries(views, { logins }).map(({ id, name }) => [id, name])).toEqual([
    ['b', 'b'],
    ['Hours', 'Hours'],
  ]);
  expect(receivedQueries('x', { logins })).toEqual([]);
});

test('a name is one line without what turns letters around, and no longer than a name is', () => {
  expect(plainText('Acme\n\u202egnp.exe\u0000', 100)).toBe('Acme gnp.exe');
  expect(plainText('👩‍🔧'.repeat(200), 10)).toMatch(/^.{2,}…$/u);
});
