import { queryMarks } from '../../src/actions/queryMarks';
import { rightsOf } from '../../src/logins/rights';
import { newGround } from './ground';

const ground = newGround();

/** Ids of the columns of a whole report that have no value in any row, and of those that are marked as certainly empty. */
async function emptyAndMarked(key: 'member' | 'manager' | 'demo', account: string, report: string) {
  const { accounts } = await ground.login(key);
  const query = await ground.fill({ accounts: [account], report, columns: 'all' });
  const { values } = await ground.table(query);
  const empty = query.columns.filter((_, index) => values.slice(1).every((row) => row[index] === ''));
  const seen = accounts.filter(({ name }) => name === account);
  const marks = queryMarks(query, seen).filter(({ effect, sure }) => effect === 'empty' && sure);
  return { empty: empty.map(({ field }) => field), marked: marks.flatMap(({ field }) => field ?? []), seen };
}

test.each([
  ['member', 'Lumen & Loom', 'time-entries'],
  ['member', 'Lumen & Loom', 'projects'],
  ['member', 'Lumen & Loom', 'tasks'],
  ['manager', 'Lumen & Loom', 'time-entries'],
  ['member', 'Harbour Works', 'time-entries'],
  ['demo', 'Harbour Works', 'time-entries'],
] as const)('what is marked for %s in %s as empty of %s is empty', async (key, account, report) => {
  const { empty, marked } = await emptyAndMarked(key, account, report);
  expect(marked.length).toBeGreaterThan(0);
  expect(empty).toEqual(expect.arrayContaining(marked));
});

test('amounts that aren’t marked are there', async () => {
  const { empty, marked, seen } = await emptyAndMarked('member', 'Harbour Works', 'time-entries');
  expect(rightsOf(seen[0]).earned).toBe('seen');
  expect(marked).not.toContain('amount');
  expect(empty).not.toContain('amount');
});
