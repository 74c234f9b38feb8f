import { problemOfFailure } from '../../src/sidebar/failure';
import { remediesOf } from '../../src/sidebar/model/remedies';
import { login, problem } from './views';

test.each([
  ['PERMISSION_DENIED', 'accounts-mixed'],
  ['Authorization is required to perform that action. Please run the script again.', 'accounts-mixed'],
  ['Exceeded maximum execution time', 'execution-ended'],
  ['Service Spreadsheets timed out while accessing document', 'execution-ended'],
  ['NetworkError: Connection failure due to HTTP 0', 'offline'],
  ['There are too many scripts running simultaneously for this Google user account.', 'scripts-too-many'],
  ['Service invoked too many times for one day: urlfetch.', 'quota-used-up'],
  ['ReferenceError: x is not defined', 'unexpected'],
])('%s is %s', (message, code) => {
  expect(problemOfFailure(message, true, 0).code).toBe(code);
});

test('a permission that was not granted is named as Google asked for it', () => {
  const message =
    'Specified permissions are not sufficient to call UrlFetchApp.fetchAll. Required permissions: https://www.googleapis.com/auth/script.external_request';
  expect(problemOfFailure(message, true, 0)).toMatchObject({
    code: 'permission-missing',
    title: 'The add-on lacks a permission: “Connect to an external service”. Nothing was changed.',
  });
});

test('without a network it is that, whatever was said', () => {
  expect(problemOfFailure('PERMISSION_DENIED', false, 0).code).toBe('offline');
});

test('what nobody foresaw keeps its words for the log, not for the person', () => {
  const { title, remedy, cause } = problemOfFailure('at line 12 of Code', true, 0);
  expect(title + remedy).not.toContain('line 12');
  expect(cause).toContain('line 12');
});

test('columns are inserted only where that makes room', () => {
  expect(remediesOf(problem('cells-in-the-way', { room: { columns: 2 } }))).toEqual([
    'insert-columns',
    'new-tab',
  ]);
  expect(remediesOf(problem('cells-in-the-way'))).toEqual(['new-tab']);
});

test('rows are inserted only where that makes room', () => {
  const rows = problem('cells-in-the-way', { room: { rows: 8 } });
  expect(remediesOf(rows)).toEqual(['insert-rows', 'new-tab']);
});

test('each problem has a button', () => {
  expect(remediesOf(problem('rate-limited'))).toEqual(['retry']);
  expect(remediesOf(problem('query-newer'))).toEqual(['reload']);
});

test('a refused key is replaced by whoever has the login; others choose another, and what is refused no longer is tried again', () => {
  const refused = problem('key-refused');
  const mine = login('a', ['w1']);
  expect(remediesOf(refused, mine)).toEqual(['replace-key']);
  expect(remediesOf(refused, { ...mine, owner: 'spreadsheet' })).toEqual(['choose-accounts', 'connect']);
  expect(remediesOf(refused)).toEqual(['replace-key', 'retry']);
});
