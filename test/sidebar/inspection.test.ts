import { changesOf, type Inspection, isHarmless } from '../../src/sidebar/model/inspection';
import { query, view } from './views';

const same: Inspection = {
  person: { name: 'Mara Lind', email: 'mara@lumen.example' },
  samePerson: true,
  region: 'global',
  regionBefore: 'global',
  lost: [],
  gained: [],
  changes: [],
};

const reads = view('Hours', {
  query: query({ accounts: [{ login: 'a', workspace: 'w1', name: 'Acme' }] }),
});

test('a key of the same person that sees the same, or more, is taken without a further word', () => {
  expect(isHarmless(same)).toBe(true);
  expect(isHarmless({ ...same, gained: [{ id: 'w9', name: 'Nine' }] })).toBe(true);
  expect(changesOf(same, 'a', [reads])).toEqual([]);
});

test.each<[string, Partial<Inspection>]>([
  ['of another person', { samePerson: false }],
  ['that sees an account less', { lost: [{ id: 'w7', name: 'Seven' }] }],
  ['that changes what queries see', { changes: ['Amounts of Acme are hidden from now on.'] }],
])('a key %s is not', (_what, change) => {
  expect(isHarmless({ ...same, ...change })).toBe(false);
});

test('an account that is lost is told once: by what it means for queries, or as read by none', () => {
  const lost = [
    { id: 'w1', name: 'Acme' },
    { id: 'w7', name: 'Seven' },
  ];
  const changes = ['Jonas doesn’t see Acme: Hours can’t be refreshed any more.'];
  expect(changesOf({ ...same, lost, changes }, 'a', [reads])).toEqual([
    ...changes,
    'It doesn’t see Seven, which no query here reads.',
  ]);
});
