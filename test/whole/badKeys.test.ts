import { keys } from '../../workbench/clockify/keys';
import { newGround, problemIn, told } from './ground';

const ground = newGround();

/** The problem of connecting; holds that nothing of it is kept. */
async function refusal(key: string, region?: string) {
  const problem = await problemIn(() => ground.session.addLogin({ key, region }));
  expect(ground.session.platform.properties('user user-1').all()).toEqual({});
  return problem;
}

describe('a key that is', () => {
  test('empty is asked for, without a request', async () => {
    expect(told(await refusal('  '))).toEqual({
      code: 'key-empty',
      title: 'There is no key yet.',
      remedy: 'Paste your API key. Clockify shows it under Preferences ▸ Advanced ▸ Manage API keys.',
    });
    expect(await ground.asked()).toEqual([]);
  });

  test.each([
    ['two words', 'two words'],
    ['two lines', 'line\nbreak'],
    ['letters that no key has', 'schlüssel'],
    ['a control character', 'a\u0007b'],
    ['a whole document', 'text'.repeat(1000)],
  ])('no key but %s is refused without a request', async (_, key) => {
    expect(told(await refusal(key))).toEqual({
      code: 'key-malformed',
      title: 'This is not a key: it has spaces or letters that no key has.',
      remedy: 'Copy the key again, alone: it is one word.',
    });
    expect(await ground.asked()).toEqual([]);
  });

  test('unknown is tried in the five regions and refused', async () => {
    expect(told(await refusal('NobodyKnowsThisKey'))).toEqual({
      code: 'key-refused',
      title: "Clockify doesn't know this key in any of its regions.",
      remedy:
        'Copy the key again from Clockify (Preferences ▸ Advanced). An account with a sub-domain of its own needs a key made there: type that sub-domain under Region.',
    });
    expect(hosts()).toEqual(['api', 'euc1', 'use2', 'euw2', 'apse2']);
  });

  test('unknown in the region that was given says that the region may be wrong', async () => {
    expect(told(await refusal(keys.us, 'eu'))).toEqual({
      code: 'key-refused',
      title: "Clockify (eu) doesn't know this key.",
      remedy:
        'A key works only in the region it was made in. Check the key and the region, or let the region be found.',
    });
    expect(hosts()).toEqual(['euc1']);
  });

  test('of no workspace is told what to do', async () => {
    expect(told(await refusal(keys.none))).toEqual({
      code: 'workspaces-none',
      title: 'The key of Solveig Nowhere sees no account.',
      remedy:
        'Accept an invitation to an account (a Clockify workspace), or use the key of somebody who belongs to one.',
    });
  });

  test('padded with spaces is taken without them', async () => {
    const { user } = await ground.session.addLogin({ key: `\n ${keys.single} \t` });
    expect(user.name).toBe('Greta Alleyn');
  });
});

/** First labels of the hosts that were asked, in order. */
function hosts(): string[] {
  return ground.session.platform.http.map(({ url }) => new URL(url).host.split('.')[0]);
}

describe('a region', () => {
  test.each([
    ['eu', 2],
    ['us', 3],
    ['uk', 4],
    ['au', 5],
  ] as const)('is found by trying: %s', async (key, tried) => {
    const { region } = await ground.login(key);
    expect(region).toBe(key);
    expect(hosts().slice(0, tried)).toHaveLength(tried);
    // One for each region up to the right one, one for the workspaces, four for the roles.
    expect(hosts()).toHaveLength(tried + 5);
  });

  test('that is given is asked alone', async () => {
    const { region } = await ground.login('uk', { region: 'uk' });
    expect([region, ...new Set(hosts())]).toEqual(['uk', 'euw2']);
  });

  test.each(['acme', 'acme.clockify.me', 'Acme'])('may be the sub-domain %s', async (region) => {
    const { accounts } = await ground.login('subdomain', { region });
    expect(accounts.map(({ name }) => name)).toEqual(['Acme']);
    expect(new Set(hosts())).toEqual(new Set(['acme']));
  });

  test.each(['a b', 'evil.example', '..', 'x/y', '-acme'])('that is none (%s) is refused', async (region) => {
    expect(told(await refusal(keys.demo, region))).toEqual({
      code: 'region-unknown',
      title: `"${region}" is neither a region of Clockify nor a sub-domain.`,
      remedy: 'Choose one of global, eu, us, uk, au, or type the sub-domain as in acme.clockify.me.',
    });
    expect(hosts()).toEqual([]);
  });

  test.each([
    ['the key itself', keys.eu],
    ['another key', keys.us],
    ['an address with the key in it', `${keys.eu}.clockify.me`],
  ])('in whose place %s was pasted is neither repeated nor part of an address', async (_, region) => {
    const problem = await refusal(keys.eu, region);
    expect(problem.code).toBe('region-unknown');
    expect(problem.title.toLowerCase()).not.toContain('demodemo');
    expect(hosts()).toEqual([]);
  });

  test('other than Global gives tables of its own', async () => {
    await ground.login('au');
    const query = await ground.fill({ zone: 'Australia/Sydney', columns: ['entry-id'] });
    const question = { workspace: 'Reef Studio', from: '2026-06-01', to: '2026-06-30' };
    const { ids } = await ground.control.truth({ ...question, zone: 'Australia/Sydney' });
    const { values } = await ground.table(query);
    expect(values.slice(1).flat().sort()).toEqual(ids.sort());
  });
});

describe('Clockify that does not answer to a new key', () => {
  test('is asked again twice, and then told about', async () => {
    await ground.fault({ path: '/user$', fault: { kind: 'status', status: 503 } });
    expect(told(await refusal(keys.demo))).toEqual({
      code: 'clockify-failing',
      title: "Clockify failed to answer for the key's owner (error 503).",
      remedy: 'This is usually over in a few minutes. Try again then.',
    });
    expect(hosts()).toEqual(['api', 'api', 'api']);
  });

  test('for a moment only connects all the same', async () => {
    await ground.fault({ path: '/user$', times: 2, fault: { kind: 'reset' } });
    expect((await ground.login()).user.name).toBe('Mara Lindholt');
  });

  test('for the roles only connects without them', async () => {
    await ground.fault({ path: '/workspaces$', times: 99, fault: { kind: 'status', status: 403 }, after: 1 });
    const { accounts } = await ground.login();
    expect(accounts[0].roles).toBeNull();
  });

  test.each([
    ['html', 'a web page instead of data'],
    ['empty', 'an empty answer'],
    ['truncate', 'an answer that is cut off or not JSON'],
    ['wrong-shape', 'unexpected shape: id'],
  ] as const)('but with %s is told about', async (kind, words) => {
    await ground.fault({ path: '/user$', fault: { kind } });
    expect(told(await refusal(keys.demo))).toEqual({
      code: 'answer-unreadable',
      title: `Clockify's answer for the key's owner could not be read: ${words}.`,
      remedy:
        'Try again in a few minutes. If this continues, Clockify has changed its answers: tell whoever gave you the add-on.',
    });
  });
});

describe('a key that is revoked later', () => {
  test('names its login; the table stands', async () => {
    const query = await ground.fill({ accounts: ['Quirks'] });
    await ground.control.revokeKey('demo');
    const problem = await ground.refusal(query);
    expect(told(problem)).toEqual({
      code: 'key-refused',
      title: 'Clockify no longer accepts the key of Mara Lindholt.',
      remedy: 'Replace the key. If the account moved to another region, choose that region too.',
    });
    expect(problem.scope).toEqual({ query: 'Time entries', login: 'Mara Lindholt', workspace: 'Quirks' });
  });

  test('between two pages leaves the old table', async () => {
    const query = await ground.fill({ accounts: ['Lumen & Loom'], days: ['2026-05-01', '2026-06-30'] });
    await ground.fault({ path: 'detailed', page: 2, fault: { kind: 'status', status: 401 } });
    await ground.fault({ path: '/user$', fault: { kind: 'status', status: 401 } });
    expect((await ground.refusal(query)).code).toBe('key-refused');
  });
});
