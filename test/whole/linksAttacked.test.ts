import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { keys } from '../../workbench/clockify/keys';
import { texts } from '../../workbench/gas/errors';
import { Addresses } from '../../workbench/link/addresses';
import { projectRoot } from '../../workbench/session';
import { formsOf } from './formsOf';
import { problemIn } from './ground';
import { newLinkGround, partsOf, sealed } from './linkGround';
import { overhear, tracesOf } from './traces';

/* What anybody on the internet can do to the link project, and what it, or somebody in its place, can do to the add-on. */

const links = newLinkGround();

const ID = '0123456789abcdef0123456789abcdef';
const ANSWER = `1.${'ab'.repeat(60)}`;
const codeOf = async (work: () => Promise<unknown>) => (await problemIn(work)).code;
const post = async (body: string) => {
  const response = await fetch(links.links.addresses.origin + new URL(Addresses.served).pathname, {
    method: 'POST',
    body,
    redirect: 'manual',
  });
  const answer = links.links.addresses.route(response.headers.get('location') ?? '');
  return (await (await fetch(answer?.url ?? '')).json()) as { ok: boolean; problem: { code: string } };
};
const token = () => links.links.app.platform.properties('script').get('link-token') ?? '';

describe('the link project', () => {
  const code = readFileSync(join(projectRoot, 'dist/link/Code.js'), 'utf8');

  test('has three functions, of which none is the add-on’s', () => {
    const [, below] = code.split('\n// Clocktable, with ');
    expect([...below.matchAll(/^function (\w+)\(/gm)].map(([, name]) => name).sort()).toEqual([
      'doGet',
      'doPost',
      'visitLink',
    ]);
  });

  // Google asks for the permissions of every service that is named in a script whose manifest lists none.
  test('names no service that needs a permission, and sends nothing anywhere', () => {
    const services = [...code.matchAll(/\b([A-Z]\w+(?:Service|App)|Utilities|Session|UrlFetchApp)\b\./g)];
    expect([...new Set(services.map(([, name]) => name))].sort()).toEqual([
      'ContentService',
      'HtmlService',
      'LockService',
      'PropertiesService',
      'Utilities',
    ]);
    const manifest = JSON.parse(readFileSync(join(projectRoot, 'dist/link/appsscript.json'), 'utf8'));
    expect(manifest.oauthScopes).toBeUndefined();
    expect(manifest.webapp).toEqual({ access: 'ANYONE_ANONYMOUS', executeAs: 'USER_DEPLOYING' });
  });

  test('has one page without scriptlets, templates that Google would cut, or anything from elsewhere', () => {
    const page = readFileSync(join(projectRoot, 'dist/link/Page.html'), 'utf8');
    expect(page).not.toContain('<?');
    expect(page).not.toContain('`');
    expect(page).not.toMatch(/<(script|link|img|iframe)[^>]+(src|href)=/);
    expect(page).toMatch(/^preact \d/m);
    expect(page.length).toBeLessThan(60_000);
  });

  test.each<[string, string]>([
    ['nothing', ''],
    ['no JSON', '{"token":'],
    ['a list', '[]'],
    ['a text', '"make"'],
    ['null', 'null'],
    ['no order', '{}'],
    ['an unknown order', '{"token":"x","order":"all"}'],
    ['a prototype', `{"__proto__":{"token":"x","order":"take","link":"${ID}"}}`],
    ['an id of another form', '{"token":"x","order":"take","link":"../link-token"}'],
    ['a token that is no text', `{"token":{"length":48},"order":"take","link":"${ID}"}`],
    ['no token', `{"order":"take","link":"${ID}"}`],
    ['300,000 characters', JSON.stringify({ token: 'x'.repeat(300_000), order: 'look', links: [] })],
  ])('refuses what is posted to it: %s', async (_, body) => {
    await links.ask();
    const before = links.links.app.platform.properties('script').all();
    const { ok, problem } = await post(body);
    expect([ok, problem.code]).toEqual([false, 'arguments-invalid']);
    expect(links.links.app.platform.properties('script').all()).toEqual(before);
    expect(links.links.app.visits.flatMap(({ logs }) => logs)).toEqual([]);
  });

  test('gives and takes nothing without the token', async () => {
    const link = await links.ask();
    await links.give(link);
    const before = links.kept();
    const guess = token().replace(/.$/, (last) => (last === '0' ? '1' : '0'));
    for (const order of [
      { order: 'take', link: link.id },
      { order: 'finish', link: link.id },
      { order: 'withdraw', link: link.id },
      { order: 'look', links: [link.id] },
      { order: 'make', link: ID, ask: ANSWER, days: 7, person: 'eve' },
    ]) {
      const answer = await post(JSON.stringify({ token: guess, ...order }));
      expect([order.order, answer.problem?.code]).toEqual([order.order, 'links-off']);
      expect(JSON.stringify(answer)).not.toContain(token());
    }
    expect(links.kept()).toEqual(before);
  });

  test.each(['visitLink', 'doPost', 'doGet'])(
    'has its %s called by a page with anything, and changes nothing',
    async (name) => {
      const link = await links.ask();
      const before = links.links.app.platform.properties('script').all();
      const inputs: unknown[] = [
        undefined,
        null,
        42,
        [],
        {},
        '',
        '[]',
        '{}',
        { postData: 7 },
        { postData: { contents: { order: 'take' } } },
        { postData: { contents: '{}' } },
        JSON.stringify({ link: link.id, answer: '' }),
        JSON.stringify({ link: link.id, answer: '1.zz' }),
        JSON.stringify({ link: link.id, answer: `1.${'ab'.repeat(5000)}` }),
        JSON.stringify({ link: link.id, answer: { toString: 1 } }),
        JSON.stringify({ link: `${link.id}\n`, answer: ANSWER }),
        JSON.stringify({ link: '__proto__', answer: ANSWER }),
        JSON.stringify({ link: 'link-token', answer: ANSWER }),
        JSON.stringify({ link: [link.id], answer: ANSWER }),
      ];
      for (const input of inputs) {
        const { logs, value } = await links.links.app.run(name, [input]);
        expect(logs).toEqual([]);
        expect(String(value)).not.toContain(token());
      }
      expect(links.links.app.platform.properties('script').all()).toEqual(before);
    },
  );

  test('keeps the first of a flood of answers, and forgets none of the links', async () => {
    const [link, other] = [await links.ask(), await links.ask()];
    const answers = await Promise.all(Array.from({ length: 24 }, () => sealed(link, { key: keys.demo })));
    // One that can't have the lock in time is told to try again, and nothing of it is kept.
    const told = await Promise.all(
      answers.map((answer) => links.visit({ link: link.id, answer }).catch(() => null)),
    );
    expect(told.filter((each) => each?.kept)).toHaveLength(1);
    const winner = answers[told.findIndex((each) => each?.kept)];
    expect(JSON.parse(links.kept()[`link.${link.id}`]).answer).toBe(winner);
    expect((await links.visit({ link: other.id })).state).toBe('open');
    expect((await links.pickUp(link)).name).toBe('Mara Lindholt');
  });

  test('holds nobody up and writes nothing for a flood of guesses', async () => {
    await links.ask();
    const before = links.kept();
    const { app } = links.links;
    app.visits.length = 0;
    for (let number = 0; number < 40; number += 1) {
      const link = number.toString(16).padStart(32, 'f');
      expect((await links.visit({ link, answer: ANSWER })).state).toBe('unknown');
    }
    expect(links.kept()).toEqual(before);
    expect([...new Set(app.visits.flatMap(({ ledger }) => ledger.calls))].sort()).toEqual([
      'Properties.getProperty',
      'PropertiesService.getScriptProperties',
    ]);
  });

  test('lets one person have ten open links, however often they forget everything', async () => {
    for (let number = 0; number < 10; number += 1) await links.ask();
    expect(await codeOf(() => links.ask())).toBe('links-too-many');
    expect((await links.ask({}, { user: 'user-2' })).state).toBe('open');
    // Without the add-on's own list of them they are still that person's, until they are withdrawn or expire.
    links.session.platform.properties('user user-1').clear();
    expect(await codeOf(() => links.ask())).toBe('links-too-many');
  });
});

describe('the add-on', () => {
  test('sees neither key nor secret in anything that the link project stores, is sent, answers or logs', async () => {
    const heard = overhear(links.session);
    const link = await links.ask();
    const { secret } = partsOf(link);
    await links.give(link);
    await links.list();
    await links.ground.fault({ path: '/user', times: 1, fault: { kind: 'status', status: 401 } });
    await problemIn(() => links.pickUp(link));
    expect(tracesOf(secret, links.session, heard)).toEqual([
      'answer',
      `property link.${link.id} of user user-1`,
    ]);
    const login = await links.pickUp(link);
    await links.list();
    expect(tracesOf(secret, links.session, heard)).toEqual(['answer']);
    expect(tracesOf(keys.demo, links.session, heard)).toEqual([
      'header X-Api-Key',
      `property login.${login.id} of user user-1`,
    ]);
    const { app } = links.links;
    const seen = JSON.stringify([app.visits, app.platform.properties('script').all(), app.platform.http]);
    expect(seen).toContain(link.id);
    for (const hidden of [keys.demo, keys.demo.slice(20, 40), secret, secret.slice(20, 40)])
      for (const [form, written] of formsOf(hidden))
        expect([form, seen.includes(written)]).toEqual([form, false]);
    for (const said of ['Ana', 'monthly report']) expect(seen).not.toContain(said);
  });

  test('posts its token to the link project and sends it nowhere else', async () => {
    const link = await links.ask();
    await links.give(link);
    await links.pickUp(link);
    const sent = links.session.platform.http.filter((entry) => JSON.stringify(entry).includes(token()));
    expect([...new Set(sent.map(({ method, url }) => `${method} ${url}`))]).toEqual([
      `POST ${Addresses.served}`,
    ]);
    expect(sent.every(({ url, headers }) => !JSON.stringify([url, headers]).includes(token()))).toBe(true);
  });

  test('goes on without the link project, and says so where a link is needed', async () => {
    const link = await links.ask();
    await links.give(link);
    links.detour = (url) => (url.includes('script.google') ? 'nowhere' : undefined);
    for (const work of [
      () => links.ask(),
      () => links.list(),
      () => links.pickUp(link),
      () => links.session.call('withdrawLink', { id: link.id }),
    ])
      expect(await codeOf(work)).toBe('unreachable');
    await links.ground.fill({ accounts: ['Quirks'], days: ['2026-06-01', '2026-06-03'] });
    links.detour = undefined;
    expect((await links.list()).map(({ state }) => state)).toEqual(['answered']);
  });

  test.each<[string, string]>([
    ['fails', 'Exception: something'],
    ['may no longer read its store', texts.propertyQuota],
  ])('makes a problem of a web page, which a link project that %s answers with', async (_, fail) => {
    const link = await links.ask();
    await links.give(link);
    links.links.app.onCall = ({ name }) => (name === 'LockService.getScriptLock' ? { fail } : undefined);
    const problem = await problemIn(() => links.pickUp(link));
    expect(['answer-unreadable', 'unreachable', 'links-too-many']).toContain(problem.code);
    expect(JSON.stringify(problem)).not.toContain('something');
    links.links.app.onCall = undefined;
    expect((await links.pickUp(link)).name).toBe('Mara Lindholt');
  });

  test('that is another server altogether gives no login', async () => {
    const link = await links.ask();
    await links.give(link);
    // In its place a server that knows no such path.
    links.detour = (url) =>
      url === Addresses.served ? { url: `${links.links.addresses.origin}/elsewhere` } : undefined;
    expect(await codeOf(() => links.pickUp(link))).toBe('answer-unreadable');
    expect(await links.logins()).toEqual([]);
  });

  test('without its settings has links off, and says who can mend that', async () => {
    links.session.platform.properties('script').clear();
    const overview = await links.session.call<{ links: { on: boolean } }>('loadOverview');
    expect(overview.links.on).toBe(false);
    const { code, remedy } = await problemIn(() => links.ask());
    expect([code, remedy]).toEqual(['links-off', expect.stringContaining('Whoever deployed the add-on')]);
    expect(await links.list()).toEqual([]);
  });

  test('whose token is not the project’s is refused, and keeps no link', async () => {
    links.session.platform.properties('script').set({ 'link-token': 'another-token-altogether' });
    expect(await codeOf(() => links.ask())).toBe('links-off');
    expect(links.kept()).toEqual({});
    expect(links.session.platform.properties('user user-1').all()).toEqual({});
  });
});
