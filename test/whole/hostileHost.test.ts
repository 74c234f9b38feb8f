import type { LoginView } from '../../src/logins/manage';
import { keys } from '../../workbench/clockify/keys';
import { newGround, problemIn } from './ground';

/* What stands where Clockify should and isn't it, or isn't what it was. */

// What nonsense asks for is no example of what the add-on sends: the check of its requests doesn't see it.
delete process.env.DEMO_REQUEST_LOG;

const ground = newGround();

/** Where requests went, each place once. */
const places = () => [...new Set(ground.session.platform.http.map(({ url }) => new URL(url).hostname))];

const elsewhere = { Location: 'https://evil.example/api/v1/user' };

describe.each([301, 302, 307, 308])('a host that sends on to another (%d)', (status) => {
  const fault = { kind: 'status', status, headers: elsewhere } as const;

  test('gets a key that is connected, and the other doesn’t', async () => {
    await ground.fault({ path: '/user$', fault });
    const problem = await problemIn(() => ground.session.addLogin({ key: keys.demo }));
    expect(problem.title).toBe(
      "Clockify's answer for the key's owner could not be read: it leads to another address.",
    );
    expect(places()).toEqual(['api.clockify.me']);
    expect(ground.session.platform.properties('user user-1').all()).toEqual({});
  });

  test('while a table is read leaves the old one', async () => {
    const query = await ground.fill({ accounts: ['Quirks'], days: ['2026-06-01', '2026-06-02'] });
    await ground.fault({ path: 'detailed', fault });
    expect((await ground.refusal(query)).code).toBe('answer-unreadable');
    expect(places()).toEqual(['api.clockify.me', 'reports.api.clockify.me']);
  });
});

test.each([
  '127.0.0.1',
  '10.0.0.1',
  '169.254.169.254',
  '[::1]',
  'localhost:8080',
  'https://acme.clockify.me',
  'acme.clockify.me@evil.example',
  'evil.example#.clockify.me',
  'evil.example/x.clockify.me',
  'acme.clockify.me.evil.example',
  'сlockify',
  'xn--lockify-2hf',
])('the region %s is asked for nothing', async (region) => {
  expect((await problemIn(() => ground.session.addLogin({ key: keys.demo, region }))).code).toBe(
    'region-unknown',
  );
  const { id } = await ground.login('single');
  const asked = ground.session.platform.http.length;
  const replacing = ground.session.call('replaceKey', { login: id, key: keys.demo, region });
  expect((await problemIn(() => replacing)).code).toBe('region-unknown');
  expect(ground.session.platform.http).toHaveLength(asked);
});

test.each(['localhost', '2130706433', '0x7f000001', 'evil'])(
  'the region %s is a name below clockify.me and nothing else',
  async (region) => {
    await problemIn(() => ground.session.addLogin({ key: keys.demo, region }));
    expect(places()).toEqual([`${region}.clockify.me`]);
  },
);

/** What somebody at Clockify could have for a name, or a host answer with. */
const NAMES: [what: string, name: unknown][] = [
  ['HTML', '<img src=x onerror=alert(1)>'],
  ['a formula', '=IMPORTDATA("https://evil.example")'],
  ['60,000 letters', 'x'.repeat(60_000)],
  ['letters that turn others around', '\u202eevil\u2066\u0000\nline'],
  ['nothing', ''],
  ['no name', null],
];

describe.each(NAMES)('an owner of a key whose name is %s', (_, name) => {
  let login: LoginView;

  beforeEach(async () => {
    const owner = {
      id: 'abc',
      name,
      email: name,
      activeWorkspace: name,
      settings: { timeZone: name, weekStart: name },
    };
    await ground.fault({ path: '/user$', fault: { kind: 'status', status: 200, body: owner } });
    login = await ground.session.addLogin({ key: keys.demo });
  });

  test('has a login with a name of one short line', () => {
    const { user, ...others } = login;
    expect(others.name.length).toBeGreaterThan(0);
    for (const text of [others.name, user.name, user.email]) {
      expect(text.length).toBeLessThanOrEqual(200);
      expect(text).not.toMatch(/[\p{Cc}\u202e\u2066]/u);
    }
    expect([others.timeZone, others.weekStart]).toEqual(['Etc/UTC', 'MONDAY']);
  });

  test('can be told apart from another of that name', async () => {
    const other = await ground.session.addLogin({ key: keys.member });
    expect(other.name).not.toBe(login.name);
  });
});

test.each<[string, object]>([
  ['a number', { id: 7 }],
  ['a list', { id: ['a'] }],
  ['no id', {}],
  ['an empty id', { id: '' }],
  ['a name that is an object', { id: 'a', name: { toString: 'x' } }],
])('an owner of a key that is %s is not connected', async (_, body) => {
  await ground.fault({ path: '/user$', fault: { kind: 'status', status: 200, body } });
  const problem = await problemIn(() => ground.session.addLogin({ key: keys.demo }));
  expect(problem.code).toBe('answer-unreadable');
  expect(ground.session.platform.properties('user user-1').all()).toEqual({});
});

test.each(['../../user', 'a/b?c=d', '__proto__', '', 'x'.repeat(5000), '\u0000', '=1+1'])(
  'an account whose id is %j becomes part of no address',
  async (id) => {
    const body = [{ id, name: 'Evil' }];
    await ground.fault({ path: '/workspaces$', fault: { kind: 'status', status: 200, body } });
    await ground.session.addLogin({ key: keys.demo }).catch(() => undefined);
    const [login] = await ground.session.call<LoginView[]>('listLogins');
    expect(login?.accounts ?? []).toEqual([]);
  },
);
