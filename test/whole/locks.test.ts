import type { OnCall } from '../../workbench/gas/gate';
import { newGround, problemIn, queryOf } from './ground';

const ground = newGround();

const PROTECTED =
  'You are trying to edit a protected cell or object. Please contact the spreadsheet owner to remove protection if you need to edit.';

const failing =
  (call: string, fail: string): OnCall =>
  ({ name }) =>
    name === call ? { fail } : undefined;

test('a write that Google refuses only when it is flushed is not told as saved', async () => {
  const login = await ground.login();
  const query = queryOf({ accounts: ['Quirks'] }, login);
  const onCall = failing('SpreadsheetApp.flush', PROTECTED);
  const problem = await problemIn(() => ground.session.call('saveQuery', { query }, { onCall }));
  expect(problem.code).toBe('target-protected');
});

test('the lock is released after a flush that failed', async () => {
  const login = await ground.login();
  const calls: string[] = [];
  const onCall: OnCall = ({ name }) => {
    calls.push(name);
    return name === 'SpreadsheetApp.flush' ? { fail: PROTECTED } : undefined;
  };
  const query = queryOf({ accounts: ['Quirks'] }, login);
  await problemIn(() => ground.session.call('saveQuery', { query }, { onCall }));
  expect(calls.slice(-2)).toEqual(['SpreadsheetApp.flush', 'Lock.releaseLock']);
});

test('what was done under the lock is flushed before the next one gets it', async () => {
  const login = await ground.login();
  const query = queryOf({ accounts: ['Quirks'] }, login);
  const calls: string[] = [];
  const onCall: OnCall = ({ name }) => {
    calls.push(name);
  };
  await ground.session.call('saveQuery', { query }, { onCall });
  const release = calls.lastIndexOf('Lock.releaseLock');
  const held = calls.slice(0, release);
  expect(held.lastIndexOf('Range.setValues')).toBeGreaterThan(0);
  expect(held.lastIndexOf('SpreadsheetApp.flush')).toBeGreaterThan(held.lastIndexOf('Range.setValues'));
});
