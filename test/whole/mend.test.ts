import type { KeyInspected } from '../../src/actions/inspectKey';
import type { QueryView } from '../../src/actions/listQueries';
import type { KeyReplaced } from '../../src/actions/replaceKey';
import type { Progress } from '../../src/job/progress';
import type { LoginView } from '../../src/logins/manage';
import type { Query } from '../../src/query/query';
import { type KeyName, keys } from '../../workbench/clockify/keys';
import { Refused } from '../../workbench/session';
import { newGround, problemIn, QUERY_TAB, told, type Wish } from './ground';

const ground = newGround();

const LUMEN = 'Lumen & Loom';
const HARBOUR = 'Harbour Works';

const wish: Wish = {
  name: 'Hours',
  days: ['2026-06-01', '2026-06-03'],
  columns: ['date', 'duration'],
  accounts: [LUMEN],
};

const loginOf = (query: Query) => query.accounts[0].login;

function inspect(query: Query, key: KeyName, region?: string): Promise<KeyInspected> {
  return ground.session.call('inspectKey', { login: loginOf(query), key: keys[key], region });
}

function replace(query: Query, key: KeyName, more: object = {}): Promise<KeyReplaced> {
  return ground.session.call('replaceKey', { login: loginOf(query), key: keys[key], ...more });
}

/** A problem is an answer; whatever else breaks is not. */
function refusedOnly(error: unknown): void {
  if (!(error instanceof Refused)) throw error;
}

const belongings = () => ground.session.platform.properties('user user-1').all();

describe('another key that is looked at', () => {
  test('of the same person changes nothing, and nothing is saved', async () => {
    const query = await ground.fill(wish);
    const before = belongings();
    expect(await inspect(query, 'demoAgain')).toEqual({
      person: { name: 'Mara Lindholt', email: 'mara-lindholt@lumen-loom.example' },
      samePerson: true,
      region: 'global',
      regionBefore: 'global',
      lost: [],
      gained: [],
      changes: [],
    });
    expect(belongings()).toEqual(before);
  });

  test('of somebody with fewer rights says whose it is and what is no longer seen', async () => {
    const query = await ground.fill(wish);
    const { samePerson, lost, gained, changes } = await inspect(query, 'member');
    expect({ samePerson, gained, lost: lost.map(({ name }) => name) }).toEqual({
      samePerson: false,
      gained: [],
      lost: ['Quirks'],
    });
    expect(changes).toEqual([
      'The key belongs to Jonas Ekwall (jonas-ekwall@lumen-loom.example), no longer to Mara Lindholt (mara-lindholt@lumen-loom.example).',
      'The role in Lumen & Loom is Regular member now; it was Owner.',
      "In Lumen & Loom this login sees only the key owner's own time (1 of 12 people).",
    ]);
  });

  test('of somebody with fewer rights says which amounts its queries lose, and what another gains', async () => {
    const query = await ground.fill({ ...wish, columns: ['date', 'amount', 'cost'] });
    expect((await inspect(query, 'member')).changes.slice(2)).toEqual([
      "In Lumen & Loom this login sees only the key owner's own time (1 of 12 people).",
      'Amounts are hidden from this login in Lumen & Loom: only owners and admins see billable rates there.',
      'Cost is hidden from this login in Lumen & Loom: only owners and admins see rates there.',
    ]);
    await replace(query, 'member', { anyway: true });
    expect((await inspect(query, 'demoAgain')).changes.slice(1)).toEqual([
      'The role in Lumen & Loom is Owner now; it was Regular member.',
      "No longer so: In Lumen & Loom this login sees only the key owner's own time (1 of 12 people).",
      'No longer so: Amounts are hidden from this login in Lumen & Loom: only owners and admins see billable rates there.',
      'No longer so: Cost is hidden from this login in Lumen & Loom: only owners and admins see rates there.',
    ]);
  });

  test('of the same person whose role was taken away says so, as does a plan that answers less', async () => {
    const query = await ground.fill(wish);
    await ground.control.changeRole({ workspace: LUMEN, person: 'Mara Lindholt', role: 'PROJECT_MANAGER' });
    await ground.control.changeWorkspace({ workspace: LUMEN, plan: 'FREE_2026' });
    expect((await inspect(query, 'demoAgain')).changes).toEqual([
      'The role in Lumen & Loom is Project manager now; it was Owner.',
      'Lumen & Loom answers 30 requests an hour from now on.',
      "In Lumen & Loom this login sees only the time of the key's owner and on the projects they manage.",
    ]);
  });

  test('that sees none of its accounts names the queries that end', async () => {
    const query = await ground.fill(wish);
    const { lost, gained, changes } = await inspect(query, 'single');
    expect(lost.map(({ name }) => name)).toEqual([HARBOUR, LUMEN, 'Quirks']);
    expect(gained.map(({ name }) => name)).toEqual(['Solo Studio']);
    expect(changes).toContain("Greta Alleyn doesn't see Lumen & Loom: Hours can't be refreshed any more.");
  });

  test('is looked for in the region of the login first', async () => {
    await ground.login('subdomain', { region: 'acme' });
    const query = await ground.query({ ...wish, accounts: ['Acme'] });
    const before = ground.session.platform.http.length;
    await inspect(query, 'single');
    const hosts = ground.session.platform.http.slice(before).map(({ url }) => new URL(url).host);
    expect(hosts.slice(0, 2)).toEqual(['acme.clockify.me', 'api.clockify.me']);
  });

  test('that nobody knows is refused as when one connects', async () => {
    const query = await ground.fill(wish);
    const asked = () =>
      ground.session.call('inspectKey', { login: loginOf(query), key: 'NobodyKnowsThisKey' });
    expect((await problemIn(asked)).code).toBe('key-refused');
  });

  test('that another login has is that login’s', async () => {
    const query = await ground.fill(wish);
    await ground.login('member');
    expect((await problemIn(() => inspect(query, 'member'))).code).toBe('login-exists');
  });
});

describe('a key of somebody else', () => {
  test('is taken only when that is meant', async () => {
    const query = await ground.fill(wish);
    const before = belongings();
    expect(told(await problemIn(() => replace(query, 'member')))).toEqual({
      code: 'key-of-another',
      title: "This key is Jonas Ekwall's; Mara Lindholt has been Mara Lindholt's. Nothing was changed.",
      remedy:
        'Paste a key of the same person, or use this one anyway: the queries of Mara Lindholt then show what Jonas Ekwall sees.',
    });
    expect(belongings()).toEqual(before);
    expect((await replace(query, 'member', { anyway: true })).user.name).toBe('Jonas Ekwall');
  });
});

describe('an account that moved to another region', () => {
  test('is read there by its queries once the key is replaced, which says so before', async () => {
    const query = await ground.fill(wish);
    await ground.control.revokeKey('demo');
    const { samePerson, region, regionBefore, changes } = await inspect(query, 'demoMoved', 'eu');
    expect({ samePerson, region, regionBefore }).toEqual({
      samePerson: true,
      region: 'eu',
      regionBefore: 'global',
    });
    expect(changes.slice(0, 2)).toEqual([
      "It works in Clockify's region eu; before it was global.",
      'Lumen & Loom is another account of the same name here: Hours will read that one. Filters that name its people or projects have to be chosen again.',
    ]);
    const { accounts } = await replace(query, 'demoMoved', { region: 'eu' });
    const view = await ground.view(query);
    expect(view.query?.accounts).toEqual([{ login: loginOf(query), workspace: accounts[0].id, name: LUMEN }]);
    expect(view.agreement).toBeNull();
    await ground.refresh(query);
  });
});

test('whatever the spreadsheet calls an account, its queries are pointed at the one that was agreed to', async () => {
  const query = await ground.fill(wish);
  const stored = JSON.parse(String(ground.sheet.values(QUERY_TAB, 'C2')[0][0])) as Query;
  const accounts = [{ ...stored.accounts[0], workspace: stored.accounts[0].workspace, name: 'Rhine Studio' }];
  ground.sheet.type(QUERY_TAB, 'C2', `'${JSON.stringify({ ...stored, accounts })}`);
  const { accounts: seen } = await replace(query, 'demoMoved');
  expect((await ground.view(query)).query?.accounts).toEqual([
    { login: loginOf(query), workspace: seen[0].id, name: LUMEN },
  ]);
  const { accounts: others } = await replace(query, 'eu', { anyway: true });
  expect(others.map(({ name }) => name)).toEqual(['Rhine Studio']);
  expect((await ground.view(query)).query?.accounts[0].workspace).toBe(seen[0].id);
});

test('replacing a key names the queries that had failed for it, and they no longer say so', async () => {
  const query = await ground.fill(wish);
  const other = await ground.fill({ ...wish, name: 'Tags', report: 'tags', columns: ['tag'] });
  await ground.control.revokeKey('demo');
  await ground.failure(query);
  await ground.failure(other);
  const { failed } = await replace(query, 'demoAgain');
  expect(failed).toEqual([
    { id: query.id, name: 'Hours' },
    { id: other.id, name: 'Tags' },
  ]);
  expect((await ground.view(query)).state.problem).toBeNull();
  await ground.refresh(query);
  await ground.refresh(other);
});

describe('a key that Clockify refuses', () => {
  /** Two queries of one login and one of another, all filled; then the key of the first login is revoked. */
  async function revoked(): Promise<{ hours: Query; tags: Query; other: Query; login: string }> {
    const rhine = await ground.login('eu');
    const other = await ground.fill({
      ...wish,
      name: 'Rhine',
      accounts: ['Rhine Studio'],
      columns: ['date'],
    });
    expect(other.accounts[0].login).toBe(rhine.id);
    await ground.login('demo');
    const hours = await ground.fill(wish);
    const tags = await ground.fill({ ...wish, name: 'Tags', report: 'tags', columns: ['tag'] });
    await ground.control.revokeKey('demo');
    await ground.asked();
    return { hours, tags, other, login: loginOf(hours) };
  }

  const refusedAt = async (login: string) => {
    const logins = await ground.session.call<LoginView[]>('listLogins');
    return logins.find(({ id }) => id === login)?.refusedAt ?? null;
  };

  const noteOf = (tab: string) => ground.sheet.attributes(tab, 'note', 'A1')[0][0] ?? '';

  const SAID =
    'Needs login: Clockify no longer accepts the key of Mara Lindholt. Replace the key. If the account moved to another region, choose that region too.';

  test('is asked about once more, and marked with the login and all its queries at once', async () => {
    const { hours, tags, other, login } = await revoked();
    const problem = await ground.failure(hours);
    expect(await ground.asked()).toEqual(['getDetailedReport', 'getUser']);
    expect(problem).toMatchObject({ code: 'key-refused', scope: { query: 'Hours', login: 'Mara Lindholt' } });
    expect(await refusedAt(login)).toBeGreaterThan(0);
    for (const query of [hours, tags]) {
      const { state } = await ground.view(query);
      expect(state.problem).toMatchObject({ code: 'key-refused', scope: { login: 'Mara Lindholt' } });
      expect(state.complete).not.toBeNull();
    }
    expect((await ground.view(other)).state.problem).toBeNull();
    expect(noteOf('Hours')).toContain(SAID);
    expect(noteOf('Tags')).toContain(SAID);
    expect(noteOf('Rhine')).not.toContain('Needs login');
  });

  test('says so in the hidden sheet too, so that who has no such login knows', async () => {
    const { hours, tags } = await revoked();
    await ground.failure(hours);
    const views = await ground.session.call<QueryView[]>('listQueries', {}, { user: 'user-2' });
    const codes = views
      .filter(({ id }) => [hours.id, tags.id].includes(id))
      .map(({ state }) => state.problem?.code);
    expect(codes).toEqual(['key-refused', 'key-refused']);
  });

  test('is not tried again by anything, until it is mended', async () => {
    const { hours, tags, other, login } = await revoked();
    const { workspace } = hours.accounts[0];
    await ground.failure(hours);
    const { http } = ground.session.platform;
    const before = http.length;
    expect((await ground.failure(hours)).code).toBe('key-refused');
    expect((await ground.failure(tags)).code).toBe('key-refused');
    const together = await ground.session.refreshTogether([hours.id, tags.id, other.id]);
    expect(together.queries.map(({ state }) => state).sort()).toEqual(['done', 'failed', 'failed']);
    await ground.session.platform.run('refreshAll');
    await ground.session.platform.run('refreshThisTab');
    const calls: [string, object][] = [
      ['previewRows', { query: hours }],
      ['previewRequests', { query: hours }],
      ['listValues', { accounts: [{ login, workspace }], kind: 'client', fresh: true }],
      ['startRefresh', { query: hours.id, resume: true }],
      ['saveQuery', { query: { ...hours, name: 'Hours again' } }],
      ['loadOverview', {}],
      ['listQueries', {}],
      ['missingLogins', {}],
      ['showEntries', {}],
    ];
    for (const [entry, payload] of calls) await ground.session.call(entry, payload).catch(refusedOnly);
    ground.session.platform.clock.advance(2 * 86_400_000);
    for (const [entry, payload] of calls) await ground.session.call(entry, payload).catch(refusedOnly);
    expect(http.length).toBeGreaterThan(before);
    expect(http.slice(before).filter(({ headers }) => headers['X-Api-Key'] === keys.demo)).toEqual([]);
  });

  test('is tried by hand, and is marked no more once it works again', async () => {
    const { hours, login } = await revoked();
    await ground.failure(hours);
    const check = () => ground.session.call<LoginView>('readWorkspaces', { login });
    await ground.asked();
    expect((await problemIn(check)).code).toBe('key-refused');
    expect(await ground.asked()).toContain('getWorkspaces');
    expect(await refusedAt(login)).not.toBeNull();
    await ground.control.restoreKey('demo');
    expect((await check()).refusedAt).toBeNull();
    expect(await refusedAt(login)).toBeNull();
    expect((await ground.view(hours)).state.problem).toBeNull();
    expect(noteOf('Hours')).not.toContain('Needs login');
    await ground.refresh(hours);
  });

  test('is mended by another key in one call: its queries are well, and the other login is untouched', async () => {
    const { hours, tags, other, login } = await revoked();
    await ground.failure(hours);
    const before = (await ground.session.call<LoginView[]>('listLogins'))[0];
    const { refusedAt: at, failed } = await replace(hours, 'demoAgain');
    expect(at).toBeNull();
    expect(failed.map(({ name }) => name)).toEqual(['Hours', 'Tags']);
    expect(await refusedAt(login)).toBeNull();
    for (const query of [hours, tags]) expect((await ground.view(query)).state.problem).toBeNull();
    expect(noteOf('Tags')).not.toContain('Needs login');
    expect((await ground.session.call<LoginView[]>('listLogins'))[0]).toEqual(before);
    for (const query of [hours, tags, other]) await ground.refresh(query);
    expect(belongings()).not.toHaveProperty(`login-refused.${login}`);
  });

  test('that a list or a preview meets is marked as well', async () => {
    const { hours, login } = await revoked();
    expect((await problemIn(() => ground.session.call('previewRows', { query: hours }))).code).toBe(
      'key-refused',
    );
    expect(await ground.asked()).toEqual(['getDetailedReport', 'getUser']);
    expect(await refusedAt(login)).not.toBeNull();
    expect(noteOf('Hours')).toContain(SAID);
  });

  test('that meets a refresh which waits ends it at its next step, without a request', async () => {
    await ground.login('bench');
    const waits = await ground.query({
      accounts: ['Bench 10k'],
      days: ['2026-01-01', '2026-03-31'],
      name: 'Waits',
    });
    const fails = await ground.query({
      accounts: ['Bench 1k'],
      days: ['2026-01-01', '2026-03-31'],
      name: 'Fails',
    });
    const headers = { 'Retry-After': '60' };
    await ground.fault({
      path: 'detailed',
      page: 2,
      times: 1,
      fault: { kind: 'status', status: 429, headers },
    });
    const { job, state } = await ground.session.call<Progress>('startRefresh', { query: waits.id });
    expect(state).toBe('waiting');
    await ground.control.revokeKey('bench');
    await ground.failure(fails);
    await ground.asked();
    ground.session.platform.clock.advance(61_000);
    const after = await ground.session.call<Progress>('stepRefresh', { job });
    expect(after).toMatchObject({ state: 'failed', problem: { code: 'key-refused' } });
    expect(await ground.asked()).toEqual([]);
  });

  test('of two queries that are refreshed together is asked about once', async () => {
    const { hours, tags } = await revoked();
    const { queries } = await ground.session.refreshTogether([hours.id, tags.id]);
    expect(queries.map(({ problem }) => problem?.code)).toEqual(['key-refused', 'key-refused']);
    expect((await ground.asked()).filter((operation) => operation === 'getUser')).toHaveLength(1);
  });

  test('shows in another spreadsheet of the same person at once, and no more once it is mended here', async () => {
    const { hours } = await revoked();
    const original = ground.copy();
    const inCopy = ground.session;
    ground.turnTo(original);
    await ground.failure(hours);
    ground.turnTo(inCopy);
    expect((await ground.view(hours)).state.problem?.code).toBe('key-refused');
    await replace(hours, 'demoAgain');
    ground.turnTo(original);
    expect((await ground.view(hours)).state.problem).toBeNull();
  });
});

describe('a refusal that is not the key’s', () => {
  test('is told as what it is, and nothing is marked', async () => {
    const query = await ground.fill(wish);
    await ground.fault({
      path: 'detailed',
      times: 1,
      fault: { kind: 'status', status: 401, body: { message: 'Unauthorized' } },
    });
    const problem = await ground.failure(query);
    expect(told(problem)).toEqual({
      code: 'forbidden',
      title:
        "Clockify refused to give this of account Lumen & Loom, though it accepts the key of Mara Lindholt: the plan or the role of its owner doesn't include it.",
      remedy:
        'Ask an owner of the account, use the key of somebody who sees it, or choose another report type.',
    });
    expect((await ground.session.call<LoginView[]>('listLogins'))[0].refusedAt).toBeNull();
    await ground.refresh(query);
  });

  test('that can’t be found out about is told as what kept it from that, and nothing is marked', async () => {
    const query = await ground.fill(wish);
    await ground.fault({
      path: 'detailed',
      times: 1,
      fault: { kind: 'status', status: 401, body: { message: 'Unauthorized' } },
    });
    await ground.fault({ path: '/user$', fault: { kind: 'reset' } });
    expect((await ground.failure(query)).code).toBe('unreachable');
    expect((await ground.session.call<LoginView[]>('listLogins'))[0].refusedAt).toBeNull();
    await ground.control.clearFaults();
    await ground.refresh(query);
  });

  test('of a key that was replaced meanwhile doesn’t mark the new one', async () => {
    const query = await ground.fill(wish);
    await ground.control.revokeKey('demo');
    let due = true;
    const problem = await ground.failure(query, {
      onCall: async ({ name }) => {
        if (!name.startsWith('UrlFetchApp') || !due) return;
        due = false;
        await replace(query, 'demoAgain');
      },
    });
    expect(problem).toMatchObject({
      retry: 'now',
      title: 'Mara Lindholt has got another key while this was under way.',
    });
    expect((await ground.session.call<LoginView[]>('listLogins'))[0].refusedAt).toBeNull();
    await ground.refresh(query);
  });
});
