import type { LoginView } from '../../src/logins/view';
import { newGround } from './ground';

const ground = newGround();
const HOUR = 3_600_000;

const freshen = (user?: string) => ground.session.call<LoginView[]>('freshenAccounts', {}, { user });

/** What the first login is known to see of an account. */
async function seen(name: string) {
  const [login] = await ground.session.call<LoginView[]>('listLogins');
  return login.accounts.find((account) => account.name === name);
}

const takeRole = () =>
  ground.control.changeRole({ workspace: 'Lumen & Loom', person: 'Mara Lindholt', role: null });

describe('what is known of accounts', () => {
  test('is not read again within a day', async () => {
    await ground.login();
    await ground.asked();
    ground.session.platform.clock.advance(23 * HOUR);
    await freshen();
    expect(await ground.asked()).toEqual([]);
  });

  test('is read again after a day, once, and roles, plans and names are those of today', async () => {
    await ground.login();
    await takeRole();
    await ground.control.changeWorkspace({ workspace: 'Quirks', name: 'Oddities', plan: 'FREE' });
    await ground.asked();
    ground.session.platform.clock.advance(24 * HOUR);
    const [{ accounts }] = await freshen();
    expect(await ground.asked()).toEqual(Array.from({ length: 5 }, () => 'getWorkspaces'));
    expect(accounts).toMatchObject([
      { name: 'Harbour Works' },
      { name: 'Lumen & Loom', roles: [], people: { seen: 1, of: null } },
      { name: 'Oddities', plan: 'FREE' },
    ]);
    await freshen();
    expect(await ground.asked()).toEqual([]);
  });

  test('is never asked for by the overview that the sidebar opens with', async () => {
    await ground.login();
    await ground.asked();
    ground.session.platform.clock.advance(48 * HOUR);
    await ground.session.call('loadOverview');
    expect(await ground.asked()).toEqual([]);
  });

  test('stays as it was where Clockify can’t be asked, and is asked for the next time', async () => {
    await ground.login();
    ground.session.platform.clock.advance(25 * HOUR);
    await ground.fault({ path: '/workspaces', fault: { kind: 'status', status: 500 } });
    const [{ accounts }] = await freshen();
    expect(accounts).toHaveLength(3);
    await ground.control.clearFaults();
    await ground.asked();
    await freshen();
    expect(await ground.asked()).toHaveLength(5);
  });

  test('of a key that is refused is not asked for', async () => {
    await ground.login();
    ground.session.platform.clock.advance(25 * HOUR);
    await ground.control.revokeKey('demo');
    const [{ refusedAt }] = await freshen();
    expect(refusedAt).not.toBeNull();
    await ground.asked();
    await freshen();
    expect(await ground.asked()).toEqual([]);
  });

  test('is unknown as to roles while one of them can’t be asked about', async () => {
    await ground.fault({ path: '/workspaces$', fault: { kind: 'status', status: 400 }, after: 2, times: 1 });
    await ground.login('member');
    expect(await seen('Lumen & Loom')).toMatchObject({ roles: null });
  });
});

describe('an answer that contradicts what is known', () => {
  const wish = { accounts: ['Lumen & Loom'], columns: ['date', 'amount'] };

  test('has the account read again: amounts that an owner is refused', async () => {
    const query = await ground.fill(wish);
    await takeRole();
    ground.session.platform.clock.advance(60_000);
    await ground.refresh(query);
    await freshen();
    expect(await seen('Lumen & Loom')).toMatchObject({ roles: [] });
  });

  test('has it read again at once where a whole list is refused', async () => {
    const query = await ground.fill({ accounts: ['Lumen & Loom'], report: 'users' });
    await takeRole();
    await ground.refusal(query);
    expect(await seen('Lumen & Loom')).toMatchObject({ roles: [] });
  });

  test('has it read again: people whom the list of a form may not show', async () => {
    const { id, accounts } = await ground.login();
    const workspace = accounts.find(({ name }) => name === 'Lumen & Loom')?.id;
    await takeRole();
    ground.session.platform.clock.advance(60_000);
    const asked = { accounts: [{ login: id, workspace }], kind: 'user' };
    await expect(ground.session.call('listValues', asked)).rejects.toThrow();
    await freshen();
    expect(await seen('Lumen & Loom')).toMatchObject({ roles: [] });
  });

  test('is none where it is as known: a member is refused amounts and nothing is read again', async () => {
    await ground.login('member');
    const query = await ground.fill(wish);
    ground.session.platform.clock.advance(60_000);
    await ground.refresh(query);
    await ground.asked();
    await freshen();
    expect(await ground.asked()).toEqual([]);
  });
});

describe('how many people are seen', () => {
  test('is all of them for an owner: those who are active', async () => {
    await ground.login();
    expect(await seen('Lumen & Loom')).toMatchObject({ people: { seen: 12, of: 12 } });
  });

  test('is the team for its manager, of all whom the list of people has', async () => {
    await ground.login('manager');
    expect(await seen('Lumen & Loom')).toMatchObject({ people: { seen: 4, of: 12 } });
  });

  test('is oneself for a member, of nobody knows how many', async () => {
    await ground.login('member');
    expect(await seen('Lumen & Loom')).toMatchObject({ people: { seen: 1, of: null } });
  });

  test('is left out where everybody’s time is seen by somebody who may not list them', async () => {
    await ground.login('member');
    expect(await seen('Harbour Works')).not.toHaveProperty('people');
  });

  test('is left out where the people can’t be listed', async () => {
    await ground.fault({ path: '/users', fault: { kind: 'status', status: 403 } });
    await ground.login('manager');
    expect(await seen('Lumen & Loom')).not.toHaveProperty('people');
  });

  test('agrees with whose time a refresh gives the manager', async () => {
    await ground.login('manager');
    const query = await ground.fill({ columns: ['user'] });
    const { values } = await ground.table(query);
    expect(new Set(values.slice(1).flat()).size).toBe(4);
  });
});
