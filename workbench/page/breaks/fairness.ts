import { keys } from '../../clockify/keys';
import type { Break, Breakable } from './break';

interface Account {
  readonly id: string;
  readonly name: string;
}

interface Login {
  readonly id: string;
  readonly accounts: readonly Account[];
}

type Run = Breakable['run'];

const hourly = { every: { unit: 'hours', number: 1 }, hour: 0, zone: 'Europe/Berlin' };

/** Sets up one query that takes several hours beside two that take a moment, all scheduled every hour. */
export function fairnessBreak({ run, openSidebar }: Breakable): Break {
  return {
    id: 'fairness',
    group: 'Schedules',
    title: 'Huge beside small',
    chip: '',
    kind: 'button',
    promise:
      'Three queries are set up to run every hour. One reads years of a Free account, which answers 30 requests an hour: it waits for the next hour in between. The two small ones stay fresh all the while, and the huge one is called fresh once all of it is read. "+1 h" goes on.',
    async start() {
      const free = await accountOf(run, keys.free, 'Free Spirits');
      const paid = await accountOf(run, keys.demo, 'Lumen & Loom');
      const years = { kind: 'since', from: '2023-01-01', to: 'today' };
      const week = { kind: 'last-days', days: 7, today: true };
      const huge = await save(run, 'Years of a Free account', free, years, 'client');
      const small = [
        await save(run, 'Last 7 days by client', paid, week, 'client'),
        await save(run, 'Last 7 days by person', paid, week, 'user'),
      ];
      for (const query of [...small, huge]) await run('startRefresh', { query });
      for (const query of [huge, ...small]) await run('saveSchedule', { query, schedule: hourly });
      await openSidebar();
      return 'Three queries are scheduled every hour. The huge one has read what it may in this hour: "+1 h" goes on.';
    },
  };
}

/** An account with the login that reads it, which is connected if it isn't yet. */
async function accountOf(run: Run, key: string, name: string) {
  const logins = await run<Login[]>('listLogins', {});
  const held = logins.find(({ accounts }) => accounts.some((account) => account.name === name));
  const login = held ?? (await run<Login>('addLogin', { key }));
  const account = login.accounts.find((each) => each.name === name);
  if (!account) throw new Error(`${name} isn't there: reset the demo first`);
  return { login: login.id, workspace: account.id, name };
}

async function save(run: Run, name: string, account: object, period: object, field: string): Promise<string> {
  const query = {
    version: 2,
    name,
    report: 'time-entries',
    grain: 'grouped',
    accounts: [account],
    period,
    zone: 'Europe/Berlin',
    columns: [{ field }, { field: 'hours' }],
    options: { durations: 'duration' },
    target: { kind: 'new-tab' },
  };
  return (await run<{ id: string }>('saveQuery', { query })).id;
}
