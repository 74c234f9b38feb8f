import type { LoginView } from '../../../src/logins/manage';
import type { Query } from '../../../src/query/query';
import type { Schedule } from '../../../src/schedule/schedule';
import { type Ground, queryOf, type Wish } from '../ground';

export const ACCOUNT = 'Bench 1k';
const ZONE = 'Europe/Berlin';

const each = (name: string, from: string, to: string, ask?: Partial<Query>): Wish => ({
  name,
  accounts: [ACCOUNT],
  days: [from, to],
  columns: ['entry-id', 'date', 'description', 'duration'],
  ask,
});

const grouped = (name: string, columns: string[], ask?: Partial<Query>): Wish => ({
  name,
  accounts: [ACCOUNT],
  days: ['2026-01-01', '2026-03-31'],
  columns,
  ask: { grain: 'grouped', ...ask },
});

const list = (name: string, report: string): Wish => ({ name, report, accounts: [ACCOUNT] });

/** Twenty queries: single entries, groups, lists; replaced, gone on from by ID, ordered and totalled. */
const WISHES: readonly Wish[] = [
  each('Early January', '2026-01-01', '2026-01-07'),
  each('Mid-January', '2026-01-08', '2026-01-20'),
  each('February', '2026-02-01', '2026-02-10', { sort: [['date', 'desc']] }),
  each('Late February', '2026-02-11', '2026-02-28'),
  each('March', '2026-03-01', '2026-03-31'),
  each('The quarter', '2026-01-01', '2026-03-31'),
  each('By ID, January', '2026-01-01', '2026-01-31', { mode: { kind: 'by-id' } }),
  each('By ID, March', '2026-03-01', '2026-03-15', { mode: { kind: 'by-id' } }),
  grouped('Clients', ['client', 'hours']),
  grouped('Projects', ['project', 'hours', 'entries']),
  grouped('People', ['user', 'duration']),
  grouped('Days', ['date', 'hours']),
  grouped('Months by client', ['month', 'client', 'hours']),
  grouped('Weeks', ['week', 'hours', 'entries']),
  grouped('Tags', ['tags', 'hours']),
  grouped('Clients with a total', ['client', 'hours'], { totals: true }),
  list('All projects', 'projects'),
  list('All clients', 'clients'),
  list('All tags', 'tags'),
  list('All users', 'users'),
];

/** Every hour, every few hours, every day at one. */
const SCHEDULES: readonly Schedule[] = [
  { every: { unit: 'hours', number: 1 }, hour: 0, zone: ZONE },
  { every: { unit: 'hours', number: 3 }, hour: 0, zone: ZONE },
  { every: { unit: 'day' }, hour: 9, zone: ZONE },
  { every: { unit: 'hours', number: 6 }, hour: 0, zone: 'America/New_York' },
  { every: { unit: 'day' }, hour: 2, zone: 'Asia/Kathmandu' },
];

/** Queries whose tables have somebody's typed cells beside them, keyed by what is in the first column. */
export const TYPED = ['February', 'Clients'];

/** Saves and fills the twenty, each with a schedule. */
export async function twenty(ground: Ground): Promise<Query[]> {
  const login: LoginView = await ground.login('bench');
  const queries: Query[] = [];
  for (const [index, { ask, ...wish }] of WISHES.entries()) {
    const query = await ground.session.saveQuery({ ...queryOf(wish, login), ...ask });
    await ground.refresh(query);
    if (TYPED.includes(query.name)) await typeBeside(ground, query);
    const schedule = SCHEDULES[index % SCHEDULES.length];
    await ground.session.call('saveSchedule', { query: query.id, schedule });
    queries.push(query);
  }
  return queries;
}

/** What is typed beside a row says which row it belongs to. */
export const typedFor = (first: unknown): string => `for ${String(first)}`;

async function typeBeside(ground: Ground, query: Query): Promise<void> {
  const { values, tab } = await ground.table(query);
  const column = String.fromCharCode(65 + values[0].length);
  ground.sheet.type(tab, `${column}1`, 'Note');
  for (const [at, [first]] of values.entries())
    if (at > 0) ground.sheet.type(tab, `${column}${at + 1}`, typedFor(first));
  await ground.refresh(query);
}
