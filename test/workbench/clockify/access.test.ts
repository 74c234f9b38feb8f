import { keys } from '../../../workbench/clockify/keys';
import { useDemo } from './demo';

const demo = useDemo();

describe('a key', () => {
  test('tells who its owner is', async () => {
    const { status, body } = await demo.get('/user');
    expect(status).toBe(200);
    expect(body).toMatchObject({ name: 'Mara Lindholt', activeWorkspace: demo.id('Lumen & Loom') });
    expect(body.settings.timeZone).toBe('Europe/Berlin');
    expect(body.memberships).toEqual([]);
  });

  test('is unknown when it is wrong, and in another region', async () => {
    const refused = { message: 'Api key does not exist', code: 4003 };
    const wrong = await demo.get('/user', { key: null, headers: { 'X-Api-Key': 'nonsense' } });
    expect([wrong.status, wrong.body]).toEqual([401, refused]);
    const elsewhere = await demo.get('/user', { key: 'eu' });
    expect([elsewhere.status, elsewhere.body]).toEqual([401, refused]);
    const home = await demo.get('/user', { key: 'eu', host: 'euc1.clockify.me' });
    expect(home.status).toBe(200);
  });

  test('is asked for, once and in the right header', async () => {
    expect((await demo.get('/user', { key: null })).body.code).toBe(1000);
    const both = await demo.get('/user', { headers: { 'X-Addon-Token': 'x' } });
    expect([both.status, both.body.code]).toEqual([401, 1000]);
    const addon = await demo.get('/user', { key: null, headers: { 'X-Addon-Token': keys.demo } });
    expect([addon.status, addon.body.code]).toEqual([401, 4017]);
  });

  test('of a sub-domain works there only', async () => {
    const there = await demo.get('/workspaces', { key: 'subdomain', host: 'acme.clockify.me' });
    expect(there.body.map((each: { name: string }) => each.name)).toEqual(['Acme']);
    const other = await demo.get('/workspaces', { key: 'subdomain', host: 'other.clockify.me' });
    expect(other.status).toBe(401);
  });

  test('may see no workspace, one, or fifty', async () => {
    const count = async (key: 'none' | 'single' | 'many') =>
      (await demo.get('/workspaces', { key })).body.length;
    expect([await count('none'), await count('single'), await count('many')]).toEqual([0, 1, 50]);
  });

  test('can be revoked and restored', async () => {
    await demo.control.revokeKey('demo');
    expect((await demo.get('/user')).status).toBe(401);
    await demo.control.restoreKey('demo');
    expect((await demo.get('/user')).status).toBe(200);
  });
});

describe('a host', () => {
  test('of the global environment serves reports or the rest, not both', async () => {
    const core = await demo.get('/user', { host: 'reports.api.clockify.me' });
    expect([core.status, core.body.code]).toEqual([404, 3000]);
    const question = { from: '2026-07-01', to: '2026-07-31' };
    const report = await demo.detailed('Lumen & Loom', question, { host: 'api.clockify.me' });
    expect(report.status).toBe(404);
    const right = await demo.detailed('Lumen & Loom', question, { host: 'reports.api.clockify.me' });
    expect(right.status).toBe(200);
  });

  test('of a region serves both', async () => {
    const host = 'euc1.clockify.me';
    const question = { from: '2026-07-01', to: '2026-07-31' };
    expect((await demo.detailed('Rhine Studio', question, { key: 'eu', host })).status).toBe(200);
  });
});

describe('a role', () => {
  test('decides who may list users', async () => {
    const path = `/workspaces/${demo.id('Lumen & Loom')}/users`;
    const refused = await demo.get(path, { key: 'member' });
    expect([refused.status, refused.body]).toEqual([403, { message: 'Access Denied', code: 501 }]);
    expect((await demo.get(path)).body).toHaveLength(12);
    expect((await demo.get(`${path}?account-statuses=ACTIVE,DELETED`)).body).toHaveLength(13);
  });

  test('decides whose time a report holds', async () => {
    const question = { from: '2026-07-01', to: '2026-07-31', amountShown: 'HIDE_AMOUNT' };
    const people = async (key: 'demo' | 'manager' | 'member') => {
      const { body } = await demo.detailed('Lumen & Loom', question, { key });
      return new Set(body.timeentries.map((row: { userName: string }) => row.userName)).size;
    };
    expect(await people('member')).toBe(1);
    expect(await people('manager')).toBe(4);
    expect(await people('demo')).toBeGreaterThan(8);
  });

  test('decides who may see amounts; HIDE_AMOUNT is the way round', async () => {
    const question = { from: '2026-07-01', to: '2026-07-31' };
    expect((await demo.detailed('Lumen & Loom', question, { key: 'member' })).status).toBe(403);
    const hidden = { ...question, amountShown: 'HIDE_AMOUNT' };
    const { status, body } = await demo.detailed('Lumen & Loom', hidden, { key: 'member' });
    expect(status).toBe(200);
    expect(body.timeentries[0]).not.toHaveProperty('amount');
  });

  test('can change between two requests', async () => {
    await demo.control.changeRole({ workspace: 'Lumen & Loom', person: 'Mara Lindholt', role: null });
    expect((await demo.get(`/workspaces/${demo.id('Lumen & Loom')}/users`)).status).toBe(403);
  });

  test('filters the list of workspaces', async () => {
    const names = async (roles: string) =>
      (await demo.get(`/workspaces?roles=${roles}`)).body.map((each: { name: string }) => each.name);
    expect(await names('OWNER')).toEqual(['Lumen & Loom', 'Quirks']);
    expect(await names('WORKSPACE_ADMIN')).toEqual(['Harbour Works']);
  });

  test('cost needs the plan as well', async () => {
    const question = { from: '2026-07-01', to: '2026-07-31', amounts: ['COST'] };
    expect((await demo.detailed('Lumen & Loom', question)).status).toBe(200);
    expect((await demo.detailed('Harbour Works', question)).status).toBe(403);
  });
});

test('a workspace that vanished is denied', async () => {
  const path = `/workspaces/${demo.id('Quirks')}/tags`;
  await demo.control.removeWorkspace('Quirks');
  expect((await demo.get(path)).status).toBe(403);
});
