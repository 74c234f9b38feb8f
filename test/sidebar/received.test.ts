import { receivedQueries } from '../../src/sidebar/model/received';
import { complete, NOW, problem, view } from './views';

/** The one query that is left of `view` with a state that somebody wrote by hand. */
function withState(state: unknown) {
  return receivedQueries([{ ...view('Hours'), state }])[0].state;
}

const withProblem = (given: unknown) => withState({ ...complete(NOW), problem: given }).problem;

test.each([
  ['a text', 'x'],
  ['nothing', null],
  ['a list', []],
  ['a table without numbers', { complete: { at: 'now', rows: 'many' }, warnings: 3, problem: 7 }],
  ['a moment beyond all calendars', { complete: { at: 1e300, rows: 1, days: null, zone: 'x', fields: [] } }],
  ['rows below zero', { complete: { at: 1, rows: -4, days: null, zone: 'x', fields: [] } }],
])('%s for a state is a query that was never refreshed', (_what, state) => {
  expect(withState(state)).toEqual({ complete: null, warnings: [], problem: null, problemAt: null });
});

test.each(['2026-13-01', '2026-02-30', '0000-01-01', 'undefined', '31 Dec', 7])(
  'a period with the day %s is not shown',
  (from) => {
    const state = complete(NOW);
    const days = { from, to: '2026-10-31' };
    expect(withState({ ...state, complete: { ...state.complete, days } }).complete?.days).toBeNull();
  },
);

test.each([
  ['nothing in it', {}],
  ['no scope', { code: 'key-refused' }],
  ['a scope of objects', { code: 'forbidden', scope: { login: {}, workspace: [1] } }],
  ['a title that is none', { code: 'forbidden', title: {}, remedy: 'Do this.', scope: null }],
  ['moments and room that are none', { retryAt: 1e300, room: { columns: 'x' }, retry: {} }],
])('a problem with %s is told all the same', (_what, given) => {
  expect(withProblem(given)).toMatchObject({ title: 'The last refresh of Hours failed.', retry: 'later' });
  const { scope, retryAt, room } = withProblem(given) ?? {};
  expect([scope, retryAt, room]).toEqual([{}, undefined, undefined]);
});

test('a problem as it should be stays as it is, but for what its texts have too much', () => {
  const sound = problem('cells-in-the-way', {
    scope: { cells: 'Aug!H1' },
    room: { columns: 2 },
    cause: undefined,
  });
  expect(withProblem(sound)).toEqual(sound);
  expect(withProblem({ ...sound, title: `Line\n${'x'.repeat(9000)}` })?.title).toHaveLength(500);
});

test('warnings are cut and counted', () => {
  const warnings = [{}, 'x'.repeat(10_000), ...Array.from({ length: 50 }, (_, index) => `w${index}`)];
  const state = withState({ ...complete(NOW), warnings });
  expect(state.warnings).toHaveLength(5);
  expect(state.warnings[0]).toHaveLength(500);
});

test('one bad query never hides the others', () => {
  const views = [null, 7, { id: 3 }, { id: 'b', name: { toString: 1 }, state: 9, place: 'x' }, view('Hours')];
  expect(receivedQueries(views).map(({ id, name }) => [id, name])).toEqual([
    ['b', 'b'],
    ['Hours', 'Hours'],
  ]);
  expect(receivedQueries('x')).toEqual([]);
});
