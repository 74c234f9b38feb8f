import type { LoginView } from '../../src/logins/manage';
import type { Query } from '../../src/query/query';
import { expectGolden } from './golden';
import { Ground, type Wish } from './ground';

/** After the demo's autumn. All questions stand in one spreadsheet: none of them changes anything in Clockify. */
const ground = new Ground({ now: Date.parse('2026-11-10T09:00:00Z') });

/** Of the owner of the account with things of one name. */
let lab: LoginView;

beforeAll(async () => {
  await ground.begin();
  await ground.renew();
  lab = await ground.login('lab');
  await ground.login('demo');
});

afterAll(async () => {
  expect(await ground.settle()).toEqual([]);
  await ground.end();
});

type Ask = Omit<Partial<Query>, 'columns'>;

/** A grouped question to the agency, over its spring. */
function agency(columns: string[], ask: Ask = {}, more: Wish = {}): Wish {
  const grouped = { grain: 'grouped' as const, ...ask };
  return { accounts: ['Lumen & Loom'], days: ['2026-03-01', '2026-05-31'], columns, ask: grouped, ...more };
}

/** The same to the account with the awkward cases, over all of them but texts and length. */
function quirks(columns: string[], ask: Ask = {}, more: Wish = {}): Wish {
  return agency(columns, ask, { accounts: ['Quirks'], days: ['2026-02-01', '2026-11-09'], ...more });
}

const MARCH: Wish = { days: ['2026-03-01', '2026-03-31'] };

const questions: [name: string, wish: Wish][] = [
  ['invoice beside report', agency(['client', 'hours', 'invoice-hours', 'amount', 'invoice-amount'])],
  ['by ISO week and weekday', agency(['iso-week', 'weekday', 'hours'], {}, MARCH)],
  ['by weekday and hour, over the change of clocks', quirks(['weekday', 'hour', 'entries', 'duration'])],
  ['by quarter, year and text of month', quirks(['year', 'quarter', 'year-month', 'hours'])],
  ['by tags', quirks(['tags', 'hours', 'entries'])],
  ['by groups', agency(['groups', 'hours', 'people'])],
  ['things of one name', quirks(['project', 'task', 'hours'])],
  [
    'without a project',
    quirks(['user', 'hours'], { filters: [{ field: 'project', op: 'empty', values: [] }] }),
  ],
  [
    'months in columns with days of its own',
    agency(['client', 'hours'], {
      split: { field: 'billable', most: 2 },
      compare: { with: 'fixed', from: '2026-02-01', to: '2026-02-28', show: ['change'] },
    }),
  ],
  [
    'days without time',
    quirks(['date', 'hours'], { fill: ['dates'] }, { days: ['2026-03-20', '2026-04-05'] }),
  ],
  [
    'people without time',
    agency(['user', 'email', 'hours'], { fill: ['people'] }, { days: ['2026-03-01', '2026-03-01'] }),
  ],
  [
    'projects by client',
    {
      ...agency(['client', 'projects', 'tracked', 'used', 'time-estimate', 'left', 'progress']),
      report: 'projects',
    },
  ],
  [
    'tasks by project and status',
    { ...agency(['project', 'status', 'tasks', 'estimate', 'used', 'left', 'progress']), report: 'tasks' },
  ],
  ['people by group and membership', { ...agency(['groups', 'membership', 'people']), report: 'users' }],
  [
    'entries of one day, longest first',
    {
      accounts: ['Lumen & Loom'],
      days: ['2026-06-01', '2026-06-01'],
      columns: ['start', 'user', 'project', 'description', 'duration', 'entry-link'],
      ask: { sort: [['duration', 'desc']], limit: 15, totals: true },
    },
  ],
];

test.each(questions)('%s has its golden table', async (name, wish) => {
  const query = await ground.fill({ ...wish, name });
  expectGolden(`field.${name.replace(/[^A-Za-z]+/g, '-')}`, await ground.table(query));
});

test.each([['user'], ['project'], ['client']])(
  'by %s, things of one name are called the same whether sums are read or entries',
  async (field) => {
    const question: Wish = { accounts: [{ name: 'Language lab', login: lab }], ask: { grain: 'grouped' } };
    const sums = await ground.fill({ ...question, columns: [field, 'hours'] });
    const entries = await ground.fill({ ...question, columns: [field, 'hours', 'entries'] });
    const [bySums, byEntries] = [await ground.table(sums), await ground.table(entries)];
    expect(bySums.values).toEqual(byEntries.values.map(([name, hours]) => [name, hours]));
    expect(new Set(bySums.values.map(([name]) => name)).size).toBe(bySums.values.length);
  },
);
