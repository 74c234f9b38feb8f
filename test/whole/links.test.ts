import type { LoginView } from '../../src/logins/view';
import { keys } from '../../workbench/clockify/keys';
import { Addresses } from '../../workbench/link/addresses';
import { problemIn, queryOf } from './ground';
import { newLinkGround, partsOf, sealed } from './linkGround';

const links = newLinkGround();

const DAY = 86_400_000;
const later = (ms: number) => links.session.platform.clock.advance(ms);
const codeOf = async (work: () => Promise<unknown>) => (await problemIn(work)).code;

describe('a key that was given by a link', () => {
  test('becomes a private login, named after the key’s owner, and its sealed text is gone', async () => {
    const link = await links.ask();
    expect(await links.give(link)).toMatchObject({ state: 'answered', kept: true });
    expect((await links.list()).map(({ state }) => state)).toEqual(['answered']);
    const login = await links.pickUp(link);
    expect(login).toMatchObject({ name: 'Mara Lindholt', owner: 'person', sharedBy: null, region: 'global' });
    expect(login.accounts.map(({ name }) => name)).toContain('Lumen & Loom');
    expect((await links.list()).map(({ state, url, text }) => [state, url, text])).toEqual([
      ['used', null, null],
    ]);
    expect(Object.values(links.kept()).map((text) => JSON.parse(text).answer)).toEqual([null]);
    expect(await links.logins('user-2')).toEqual([]);
  });

  test('fills a table like any other', async () => {
    const link = await links.ask();
    await links.give(link);
    const login = await links.pickUp(link);
    const query = await links.session.saveQuery(queryOf({ accounts: ['Quirks'] }, login));
    expect((await links.ground.refresh(query)).state).toBe('done');
  });

  test('with its region is looked for there', async () => {
    const link = await links.ask();
    await links.give(link, 'eu', 'eu');
    await links.ground.asked();
    expect((await links.pickUp(link)).region).toBe('eu');
    const wrong = await links.ask();
    await links.give(wrong, 'us', 'uk');
    const problem = await problemIn(() => links.pickUp(wrong));
    expect(problem.code).toBe('key-refused');
    expect(problem.title).toContain('The monthly report');
  });

  test('with a region that is none is refused, and no request is made of it', async () => {
    const link = await links.ask();
    await links.visit({
      link: link.id,
      answer: await sealed(link, { key: keys.demo, region: 'evil.example/#' }),
    });
    await links.ground.asked();
    const problem = await problemIn(() => links.pickUp(link));
    expect([problem.code, problem.remedy]).toEqual([
      'region-unknown',
      expect.stringContaining('Withdraw this link'),
    ]);
    expect(await links.ground.asked()).toEqual([]);
  });

  test('that this person has already makes no second login', async () => {
    const mine = await links.ground.login('demo', { name: 'Mine' });
    const link = await links.ask();
    await links.give(link);
    expect((await links.pickUp(link)).id).toBe(mine.id);
    expect(await links.logins()).toEqual(['Mine']);
  });

  test('that a colleague shares here is a private login all the same', async () => {
    const user = 'user-2';
    await links.session.call('addLogin', { key: keys.demo, share: true, displayName: 'Ben' }, { user });
    const link = await links.ask();
    await links.give(link);
    const mine = await links.pickUp(link);
    expect([mine.owner, mine.sharedBy]).toEqual(['person', null]);
    const all = await links.session.call<LoginView[]>('listLogins');
    expect(all.map(({ owner }) => owner).sort()).toEqual(['person', 'spreadsheet']);
  });

  test('that Clockify refuses can be asked for again, and nothing is kept of it', async () => {
    const link = await links.ask();
    await links.visit({ link: link.id, answer: await sealed(link, { key: 'a-key-of-nobody-at-all' }) });
    const problem = await problemIn(() => links.pickUp(link));
    expect([problem.code, problem.remedy]).toEqual([
      'key-refused',
      expect.stringContaining('Withdraw this link'),
    ]);
    expect(await links.logins()).toEqual([]);
    await links.session.call('withdrawLink', { id: link.id });
    expect(JSON.stringify(links.kept())).not.toContain('1.');
  });

  test('waits while Clockify can’t be reached', async () => {
    const link = await links.ask();
    await links.give(link);
    await links.ground.fault({ path: '/user', fault: { kind: 'status', status: 503 } });
    expect(await codeOf(() => links.pickUp(link))).toBe('clockify-failing');
    await links.ground.control.clearFaults();
    expect((await links.pickUp(link)).name).toBe('Mara Lindholt');
  });
});

describe('a link', () => {
  test('is only of who made it: another person neither sees, picks up nor withdraws it', async () => {
    const link = await links.ask();
    await links.give(link);
    const user = 'user-2';
    expect(await links.list({ user })).toEqual([]);
    expect(await codeOf(() => links.pickUp(link, { user }))).toBe('link-unknown');
    expect(await codeOf(() => links.session.call('withdrawLink', { id: link.id }, { user }))).toBe(
      'link-unknown',
    );
    expect((await links.list()).map(({ state }) => state)).toEqual(['answered']);
  });

  test('works once: a replay of what was given changes nothing, before and after it is picked up', async () => {
    const link = await links.ask();
    const answer = await sealed(link, { key: keys.demo });
    await links.visit({ link: link.id, answer });
    await links.pickUp(link);
    const before = links.kept();
    expect(await links.visit({ link: link.id, answer })).toMatchObject({ state: 'used', kept: false });
    expect(links.kept()).toEqual(before);
    expect(await codeOf(() => links.pickUp(link))).toBe('link-used');
  });

  test.each([
    ['before the first has the lock', 'LockService.getScriptLock', 'second'],
    ['while the first is being kept', 'Properties.setProperty', 'first'],
  ])('takes one of two that are given at once: the other comes %s', async (_, call, taken) => {
    const link = await links.ask();
    const answers = {
      first: await sealed(link, { key: keys.demo }),
      second: await sealed(link, { key: keys.member }),
    };
    const { app } = links.links;
    const given: Record<string, boolean | undefined> = {};
    const give = async (which: 'first' | 'second') => {
      const told = await links.visit({ link: link.id, answer: answers[which] }).catch(() => null);
      given[which] = told?.kept;
    };
    let due = true;
    app.onCall = async ({ name }) => {
      if (!due || name !== call) return;
      due = false;
      await give('second');
    };
    await give('first');
    app.onCall = undefined;
    expect(due).toBe(false);
    expect(Object.keys(given).filter((which) => given[which])).toEqual([taken]);
    const record = JSON.parse(links.kept()[`link.${link.id}`]);
    expect(record.answer).toBe(answers[taken as 'first' | 'second']);
  });

  test('picked up twice at once is one login, and both are told of it', async () => {
    const link = await links.ask();
    await links.give(link);
    let other: LoginView | null = null;
    const login = await links.pickUp(link, {
      onCall: async ({ name }) => {
        if (other !== null || name !== 'LockService.getUserLock') return;
        other = await links.pickUp(link);
      },
    });
    expect(other).toMatchObject({ id: login.id });
    expect(await links.logins()).toEqual(['Mara Lindholt']);
    expect((await links.list()).map(({ state }) => state)).toEqual(['used']);
  });

  test('that is withdrawn while its answer is on the way keeps none', async () => {
    const link = await links.ask();
    let due = true;
    links.links.app.onCall = async ({ name, functionName }) => {
      if (!due || functionName !== 'visitLink' || name !== 'LockService.getScriptLock') return;
      due = false;
      await links.session.call('withdrawLink', { id: link.id });
    };
    expect(await links.give(link)).toMatchObject({ state: 'withdrawn', kept: false });
    expect(JSON.parse(links.kept()[`link.${link.id}`]).answer).toBeNull();
  });

  test('that expired or was withdrawn takes no key', async () => {
    const [expired, withdrawn] = [await links.ask({ days: 1 }), await links.ask({ days: 7 })];
    await links.session.call('withdrawLink', { id: withdrawn.id });
    later(DAY);
    expect(await links.give(expired)).toMatchObject({ state: 'expired', kept: false, ask: null });
    expect(await links.give(withdrawn)).toMatchObject({ state: 'withdrawn', kept: false, ask: null });
    expect(JSON.stringify(links.kept())).not.toContain(keys.demo);
    expect(await codeOf(() => links.pickUp(expired))).toBe('link-expired');
  });

  test('whose answer was put there by another link opens nothing', async () => {
    const [mine, theirs] = [await links.ask(), await links.ask({}, { user: 'user-2' })];
    const answer = await sealed(theirs, { key: keys.member });
    await links.visit({ link: mine.id, answer });
    expect(await codeOf(() => links.pickUp(mine))).toBe('link-unreadable');
    const [one, other] = [await links.ask(), await links.ask()];
    await links.visit({ link: one.id, answer: await sealed(one, { key: keys.member }, other.id) });
    expect(await codeOf(() => links.pickUp(one))).toBe('link-unreadable');
    expect(await links.logins()).toEqual([]);
  });

  test('whose sealed text was swapped in the store is no login', async () => {
    const link = await links.ask();
    await links.give(link);
    const store = links.links.app.platform.properties('script');
    const [name, value] = Object.entries(links.kept())[0];
    const record = JSON.parse(value);
    const swapped = record.answer.replace(/.$/, (digit: string) => (digit === '0' ? '1' : '0'));
    store.set({ [name]: JSON.stringify({ ...record, answer: swapped }) });
    expect(await codeOf(() => links.pickUp(link))).toBe('link-unreadable');
    store.set({ [name]: value });
    expect((await links.pickUp(link)).name).toBe('Mara Lindholt');
  });

  test('of the longest texts is made, answered and picked up', async () => {
    const asker = '漢'.repeat(80);
    const purpose = '\u{1f600}'.repeat(150);
    const link = await links.ask({ asker, purpose });
    expect([link.asker, link.purpose]).toEqual([asker, purpose]);
    await links.visit({ link: link.id, answer: await sealed(link, { key: '\\'.repeat(500) }) });
    expect(await codeOf(() => links.pickUp(link))).toBe('key-refused');
  });
});

describe('opening a link', () => {
  test('by a preview, again and again, changes nothing', async () => {
    const link = await links.ask();
    const before = links.kept();
    for (let time = 0; time < 3; time += 1) {
      const response = await fetch(links.links.addresses.forBrowsers(String(link.url)));
      expect(response.status).toBe(200);
      await links.links.app.get();
    }
    expect(links.kept()).toEqual(before);
    const reads = links.links.app.visits.filter(({ functionName }) => functionName === 'doGet');
    expect(reads.flatMap(({ ledger }) => ledger.calls)).toEqual(
      reads.map(() => 'HtmlService.createHtmlOutputFromFile'),
    );
    expect((await links.give(link)).kept).toBe(true);
  });

  test('gives a page that no other site may frame, and that a phone shows in its own width', async () => {
    const response = await fetch(links.links.addresses.origin + new URL(Addresses.served).pathname);
    expect(response.headers.get('x-frame-options')).toBe('SAMEORIGIN');
    expect(await response.text()).toContain('name="viewport" content="width=device-width, initial-scale=1"');
  });
});

describe('forgetting everything', () => {
  test('withdraws the links that are open and keeps nothing of any', async () => {
    const link = await links.ask();
    await links.give(link);
    await links.session.call('forgetAll');
    expect(await links.list()).toEqual([]);
    expect((await links.visit({ link: link.id })).state).toBe('withdrawn');
    expect(JSON.stringify(links.kept())).not.toContain('1.');
    expect(JSON.stringify(links.session.platform.properties('user user-1').all())).not.toContain(
      partsOf(link).secret,
    );
  });

  test('works where the link project can’t be reached', async () => {
    await links.ask();
    links.detour = (url) => (url.includes('script.google') ? 'nowhere' : undefined);
    await links.session.call('forgetAll');
    expect(links.session.platform.properties('user user-1').all()).toEqual({});
  });
});
