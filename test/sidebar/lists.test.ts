import type { Call, ListedValue } from '../../src/sidebar/entries';
import { CallFailed } from '../../src/sidebar/problem';
import { Lists } from '../../src/sidebar/state/lists';
import { problem } from './views';

const accounts = [{ login: 'a', workspace: 'w1', name: 'Acme' }];
const thing = (id: string): ListedValue => ({ id, name: id, apart: null, archived: false });

function lists(answers: object[]) {
  let calls = 0;
  const call = (async () => {
    const answer = answers[calls++];
    if (answer instanceof CallFailed) throw answer;
    return answer;
  }) as unknown as Call;
  return { lists: new Lists(call), calls: () => calls };
}

test('a list is read once, part by part until it is whole', async () => {
  const s = lists([
    { values: [thing('1')], complete: false, problems: [] },
    { values: [thing('1'), thing('2')], complete: true, problems: [] },
  ]);
  await s.lists.load(accounts, 'client');
  await s.lists.load(accounts, 'client');
  expect(s.calls()).toBe(2);
  expect(s.lists.of(accounts, 'client')).toMatchObject({
    complete: true,
    loading: false,
    values: { length: 2 },
  });
  expect(s.lists.of(accounts, 'project').values).toEqual([]);
});

test('what can’t be read says so, keeps what is known, and is tried again when asked to', async () => {
  const s = lists([
    { values: [thing('1')], complete: false, problems: [] },
    new CallFailed(problem('rate-limited')),
    { values: [thing('1'), thing('2')], complete: true, problems: [] },
  ]);
  await s.lists.load(accounts, 'user');
  expect(s.lists.of(accounts, 'user')).toMatchObject({ loading: false, problem: { code: 'rate-limited' } });
  expect(s.lists.of(accounts, 'user').values).toEqual([thing('1')]);
  await s.lists.load(accounts, 'user');
  expect(s.lists.of(accounts, 'user')).toMatchObject({ complete: true, problem: null });
});

test('nothing is asked without an account', async () => {
  const s = lists([]);
  await s.lists.load([], 'tag');
  expect(s.calls()).toBe(0);
});
