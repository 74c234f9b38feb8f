import { readsOf } from '../../src/sidebar/model/takeover';
import { login, query, report } from './views';

test('says what a query of somebody else would read, with the names that our login knows', () => {
  const foreign = query({
    accounts: [{ login: 'theirs', workspace: 'w1', name: 'Harmless name' }],
    columns: [{ field: 'date' }, { field: 'amount', title: 'Harmless column' }],
  });
  expect(readsOf(foreign, [login('a', ['w1'], 'My key')], [report])).toEqual([
    'It will read Time entries of Workspace w1, last month with your login My key.',
    'Columns: Date, Amount.',
  ]);
});
