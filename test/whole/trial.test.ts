import type { LoginView } from '../../src/logins/view';
import { newGround, told } from './ground';

const ground = newGround();
const KITCHEN = 'Comet Kitchen';
const COSTS = ['date', 'user', 'duration', 'amount', 'cost', 'currency'];
const MINUTE = 60_000;

/** Comet Kitchen as the only login is known to see it, after whatever is old was read again. */
async function known() {
  const [login] = await ground.session.call<LoginView[]>('freshenAccounts');
  const account = login.accounts.find(({ name }) => name === KITCHEN);
  if (!account) throw new Error(`${KITCHEN} isn't seen`);
  return account;
}

/** Values of a column of a table, without its title. */
async function column(query: { id: string }, title: string): Promise<unknown[]> {
  const { values } = await ground.table(query);
  const index = values[0].indexOf(title);
  return values.slice(1).map((row) => row[index]);
}

describe('a trial', () => {
  test('has cost in its tables while it lasts', async () => {
    await ground.login('trial');
    const query = await ground.query({ columns: COSTS });
    expect((await ground.refresh(query)).warnings).toEqual([]);
    expect((await column(query, 'Cost')).some((cost) => typeof cost === 'number')).toBe(true);
    expect(await known()).toMatchObject({ plan: 'TRIAL', people: { seen: 7, of: 7 } });
  });
});

describe('when a trial has ended', () => {
  test('the next refresh says that cost is hidden, the one after it why', async () => {
    await ground.login('trial');
    const query = await ground.fill({ columns: COSTS });
    await ground.control.endTrial(KITCHEN);
    ground.session.platform.clock.advance(MINUTE);
    expect((await ground.refresh(query)).warnings).toEqual([
      `Cost is hidden from this login in account ${KITCHEN}: cost and profit are empty.`,
    ]);
    expect((await ground.refresh(query)).warnings).toEqual([
      `The plan of account ${KITCHEN} has no labour cost: cost and profit are empty.`,
    ]);
    expect((await column(query, 'Cost')).every((cost) => cost === '')).toBe(true);
    expect((await column(query, 'Amount')).some((amount) => typeof amount === 'number')).toBe(true);
  });

  test('the account is read again after that, as the plan is now and with the people who are left', async () => {
    await ground.login('trial');
    const query = await ground.fill({ columns: COSTS });
    await ground.control.endTrial(KITCHEN);
    ground.session.platform.clock.advance(MINUTE);
    expect(await known()).toMatchObject({ plan: 'TRIAL' });
    await ground.refresh(query);
    expect(await known()).toMatchObject({
      plan: 'FREE_2026',
      features: ['ONE_MONTH_RANGE_REPORTS'],
      people: { seen: 5, of: 5 },
    });
  });

  test('a report of a year is read month by month, as soon as the plan says so', async () => {
    await ground.login('trial');
    const query = await ground.query({ days: ['2025-07-01', '2026-06-30'], columns: ['date', 'duration'] });
    await ground.control.endTrial(KITCHEN);
    await ground.asked();
    expect((await ground.refresh(query)).rows).toBeGreaterThan(1000);
    const reports = (await ground.asked()).filter((operation) => operation === 'getDetailedReport');
    expect(reports.length).toBeGreaterThan(12);
    await known();
    expect(await ground.session.call('previewRequests', { query })).toMatchObject({
      requests: 12,
      hourly: 30,
    });
  });

  test('thirty requests an hour are all there are, which is known before they are asked', async () => {
    await ground.login('trial');
    const query = await ground.query({ days: ['2023-07-01', '2026-06-30'], columns: ['entry-id'] });
    await ground.control.endTrial(KITCHEN);
    ground.session.platform.clock.advance(25 * 60 * MINUTE);
    expect(await known()).toMatchObject({ plan: 'FREE_2026' });
    expect(await ground.session.call('previewRequests', { query })).toMatchObject({
      requests: 36,
      hourly: 30,
    });
    let progress = await ground.session.call<{ state: string; job: string; until: number }>('startRefresh', {
      query: query.id,
    });
    while (progress.state === 'reading')
      progress = await ground.session.call('stepRefresh', { job: progress.job });
    expect(progress.state).toBe('waiting');
    expect(progress.until).toBeGreaterThan(ground.session.platform.clock.now() + 50 * MINUTE);
  });

  test('somebody without a seat is told that the account isn’t theirs any more, and their table stands', async () => {
    await ground.login('trialGuest');
    const query = await ground.fill({ columns: ['date', 'duration'] });
    await ground.control.endTrial(KITCHEN);
    const problem = await ground.refusal(query);
    expect(told(problem)).toEqual({
      code: 'workspaces-none',
      title: 'The key of Wim Jagersma sees no account.',
      remedy:
        'Accept an invitation to an account (a Clockify workspace), or use the key of somebody who belongs to one.',
    });
  });

  test('the time of people without a seat stays in the tables of others', async () => {
    await ground.login('trial');
    const query = await ground.fill({ columns: ['user'] });
    const before = new Set(await column(query, 'User'));
    await ground.control.endTrial(KITCHEN);
    await ground.refresh(query);
    expect(new Set(await column(query, 'User'))).toEqual(before);
    expect(before.has('Wim Jagersma')).toBe(true);
  });
});
