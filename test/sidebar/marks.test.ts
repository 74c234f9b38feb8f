import type { ReportView } from '../../src/actions/overview';
import { fieldOptions } from '../../src/sidebar/model/fields';
import {
  columnMarks,
  NO_MARKS,
  reasonOf,
  refusalOf,
  reportMarks,
  shortly,
} from '../../src/sidebar/model/marks';
import { OptionIndex } from '../../src/sidebar/model/search';
import { clients, login, report } from './views';

const [date, user, duration, amount] = report.fields;
const time: ReportView = {
  ...report,
  fields: [
    date,
    user,
    duration,
    { ...amount, type: 'money', needs: 'earned' },
    { ...amount, id: 'rate', title: 'Rate', type: 'money', needs: 'earned' },
    { ...amount, id: 'cost', title: 'Cost', type: 'money', needs: 'cost' },
  ],
};
const users: ReportView = { ...clients, id: 'users', title: 'Users', limited: 'team' };

/** A login of somebody with these roles in a strict account with every feature. */
function seeing(roles: ('OWNER' | 'TEAM_MANAGER')[]) {
  const known = login('a', ['w1']);
  const strict = {
    roles,
    features: ['LABOR_COST' as const],
    onlyAdminsSeeAllTimeEntries: true,
    onlyAdminsSeeBillableRates: true,
    adminOnlyPages: ['TEAM' as const],
  };
  return [{ ...known, accounts: known.accounts.map((account) => ({ ...account, ...strict })) }];
}

const member = seeing([]);
const accounts = [{ login: 'a', workspace: 'w1', name: 'Acme' }];

test('what an owner sees has no marks', () => {
  expect(reportMarks(time, accounts, seeing(['OWNER']))).toEqual(NO_MARKS);
});

test('marks of rows, of fields and of what fills rows are kept apart', () => {
  const { rows, fields, fills } = reportMarks(time, accounts, member);
  expect(rows.map(({ effect }) => effect)).toEqual(['partial']);
  expect([...fields.keys()]).toEqual(['amount', 'rate', 'cost']);
  expect(shortly(fills.people)).toBe('closed to this login');
  expect(shortly(fills.projects)).toBe('not all of it');
});

test('nothing is known of an account of somebody else’s login', () => {
  const foreign = [{ login: 'b', workspace: 'w1', name: 'Acme' }];
  expect(reportMarks(time, foreign, member)).toEqual(NO_MARKS);
});

test.each([
  ['closed to this login', users, member],
  ['may be refused', users, seeing(['TEAM_MANAGER'])],
  [null, users, seeing(['OWNER'])],
  [null, time, member],
])('a report as a whole is %s', (said, one, logins) => {
  expect(refusalOf(one, accounts, logins)).toBe(said);
});

test('a reason that several columns share is told once', () => {
  const columns = [{ field: 'date' }, { field: 'amount' }, { field: 'rate' }];
  const marks = columnMarks(reportMarks(time, accounts, member), columns);
  expect(marks.map(({ reason }) => reason)).toEqual([
    'Amounts are hidden from this login in Workspace w1: only owners and admins see billable rates there.',
  ]);
});

test('a field to choose says why it will be empty, and is found by what it is all the same', () => {
  const { fields } = reportMarks(time, accounts, member);
  const options = fieldOptions(time.fields, fields);
  expect(options.map(({ label, mark }) => [label, mark])).toEqual([
    ['Date', undefined],
    ['User', undefined],
    ['Duration', undefined],
    ['Amount', 'will be empty'],
    ['Rate', 'will be empty'],
    ['Cost', 'will be empty'],
  ]);
  expect(options[3].detail).toMatch(/^Amounts are hidden from this login/);
  const found = new OptionIndex(options).search('What Amount is');
  expect(found.map(({ value }) => value)).toContain('amount');
});

test('of a certain and an uncertain mark the certain one is told, with the reasons of both', () => {
  const second = login('b', ['w2']);
  const loose = {
    ...second,
    accounts: second.accounts.map((each) => ({ ...each, features: ['LABOR_COST' as const] })),
  };
  const both = [...accounts, { login: 'b', workspace: 'w2', name: 'Loose' }];
  const marks = reportMarks(time, both, [...member, loose]).fields.get('cost');
  expect(marks?.map(({ sure }) => sure)).toEqual([true, false]);
  expect(shortly(marks)).toBe('will be empty');
  expect(reasonOf(marks)).toMatch(/in Workspace w1.*in Workspace w2/);
});
