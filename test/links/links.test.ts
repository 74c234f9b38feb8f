import type { HttpFailure, HttpResponse } from '../../src/clockify/http';
import { askForAccess } from '../../src/links/ask';
import type { Linking } from '../../src/links/linking';
import { listLinks, withdrawAll, withdrawLink } from '../../src/links/list';
import { LinkOffice } from '../../src/links/office';
import { OwnLinks } from '../../src/links/ownLinks';
import { pickUpLink } from '../../src/links/pickUp';
import type { LinkView } from '../../src/links/view';
import type { Managing } from '../../src/logins/managing';
import { ProblemError } from '../../src/problems/problem';
import { openText, sealText } from '../../src/seal/gcm';
import { ADDRESS, DAY, MemoryStore, TestProject, TestWay, TOKEN } from '../link/fakes';

let project: TestProject;
let way: TestWay;
let mine: MemoryStore;
let properties: MemoryStore;
let linking: Linking;
let drawn: number;

beforeEach(() => {
  project = new TestProject();
  way = new TestWay(project);
  mine = new MemoryStore();
  properties = new MemoryStore();
  properties.setAll({ 'link-address': ADDRESS, 'link-token': TOKEN });
  drawn = 0;
  linking = {
    own: new OwnLinks(mine),
    office: new LinkOffice(properties, way),
    // What links take of it here; logins that come of them are tested in the whole.
    managing: { clock: { now: () => project.now } } as Managing,
    randomBytes: () => Uint8Array.from({ length: 32 }, (_, at) => (at * 7 + ++drawn * 31) & 0xff),
    personKey: () => 'ana',
  };
});

const asked = { days: 3, asker: 'Ana', purpose: 'The monthly report' } as const;
const ask = (change = {}) => askForAccess(linking, { ...asked, ...change });

const parts = ({ url }: LinkView) => {
  const [, id, secret] = /#([0-9a-f]{32})\.([0-9a-f]{64})$/.exec(url ?? '') ?? [];
  return { id, secret };
};

function answer(link: LinkView, text: string, name = link.id): void {
  project.project.visit({
    link: link.id,
    answer: sealText(parts(link).secret, new Uint8Array(12), name, text),
  });
}

function codeOf(work: () => unknown): string | undefined {
  try {
    work();
  } catch (error) {
    if (error instanceof ProblemError) return error.problem.code;
    throw error;
  }
  return undefined;
}

describe('asking for access', () => {
  test('makes a link whose fragment alone has what opens the answer', () => {
    const link = ask();
    const { id, secret } = parts(link);
    expect(link).toMatchObject({ id, state: 'open', asker: 'Ana', purpose: 'The monthly report' });
    expect(link.url).toBe(`${ADDRESS}#${id}.${secret}`);
    expect(link.expiresAt).toBe(project.now + 3 * DAY);
    expect(JSON.stringify(way.sent) + JSON.stringify(project.store.held)).not.toContain(secret.slice(0, 16));
  });

  test('tells the link project neither who asks nor what for', () => {
    const { id } = ask();
    expect(JSON.stringify([way.sent, project.store.held])).not.toMatch(/Ana|monthly/);
    expect(project.project.visit({ link: id }).ask).toMatch(/^1\./);
  });

  test('seals for the page who asks and what for', () => {
    const link = ask();
    const sealed = project.project.visit({ link: link.id }).ask ?? '';
    const opened = openText(parts(link).secret, `${link.id} ask`, sealed);
    expect(JSON.parse(opened ?? '')).toEqual({ asker: 'Ana', purpose: 'The monthly report' });
  });

  test('gives a text to send that ends with the address', () => {
    const link = ask();
    expect(link.text?.endsWith(`\n${link.url}`)).toBe(true);
    expect(link.text).toContain('The monthly report');
  });

  test('draws id, secret and nonce anew each time', () => {
    const [one, other] = [parts(ask()), parts(ask())];
    expect(new Set([one.id, other.id, one.secret, other.secret]).size).toBe(4);
  });

  test('takes markup as text, and what turns or ends a line out of it', () => {
    const link = ask({ asker: '  <b>A\u202ena</b>\n', purpose: 'x\u0000y\u2066z' });
    expect([link.asker, link.purpose]).toEqual(['<b>A na</b>', 'x y z']);
  });

  test.each([{ asker: ' ' }, { asker: '\u200b\u202e' }, { purpose: '' }])('wants words: %j', (change) => {
    expect(codeOf(() => ask(change))).toBe('arguments-invalid');
    expect(way.sent).toEqual([]);
  });

  test('takes the longest texts of any letters, and cuts no letter in two', () => {
    const link = ask({ asker: '漢'.repeat(500), purpose: '\u{1f600}'.repeat(250) });
    expect([link.asker.length, link.purpose.length]).toEqual([80, 299]);
  });
});

describe('without a link project', () => {
  test.each([
    ['no address', { 'link-address': '' }],
    [
      'an address of another host',
      { 'link-address': 'https://script.google.com.evil.example/macros/s/x/exec' },
    ],
    ['an address without TLS', { 'link-address': ADDRESS.replace('https', 'http') }],
    ['the address of a test deployment', { 'link-address': ADDRESS.replace('exec', 'dev') }],
    ['no token', { 'link-token': '' }],
    ['a short token', { 'link-token': 'short' }],
  ])('(%s) links are off, and nothing is sent', (_, change) => {
    properties.setAll(change);
    expect(codeOf(() => ask())).toBe('links-off');
    expect(listLinks(linking)).toEqual([]);
    expect(linking.office.off()?.code).toBe('links-off');
    expect(way.sent).toEqual([]);
  });

  test('those made before are still listed, without an address', () => {
    ask();
    properties.delete('link-address');
    expect(listLinks(linking).map(({ state, url }) => [state, url])).toEqual([['open', null]]);
    project.now += 3 * DAY;
    expect(listLinks(linking).map(({ state }) => state)).toEqual(['expired']);
  });

  test('a token that differs is said to be the reason', () => {
    project.store.set('link-token', 'another-token-altogether');
    expect(codeOf(() => ask())).toBe('links-off');
    expect(mine.held).toEqual({});
  });
});

describe('a link project that answers', () => {
  const html = '<html>Sign in</html>';
  const moved = (location: string): HttpResponse => ({ status: 302, headers: { location }, text: '' });
  test.each<[string, HttpResponse | HttpFailure, string]>([
    ['a web page', { status: 200, headers: {}, text: html }, 'answer-unreadable'],
    ['nothing', { status: 200, headers: {}, text: '' }, 'answer-unreadable'],
    [
      'another shape',
      { status: 200, headers: {}, text: '{"ok":true,"value":{"states":"x"}}' },
      'answer-unreadable',
    ],
    ['a list', { status: 200, headers: {}, text: '[]' }, 'answer-unreadable'],
    ['404', { status: 404, headers: {}, text: html }, 'answer-unreadable'],
    ['500', { status: 500, headers: {}, text: html }, 'answer-unreadable'],
    ['a redirect to a sign-in', moved('https://accounts.google.com/ServiceLogin'), 'answer-unreadable'],
    [
      'a redirect elsewhere',
      moved('https://script.googleusercontent.com.evil.example/'),
      'answer-unreadable',
    ],
    ['not at all', { failure: 'DNS error' }, 'unreachable'],
    ['a refusal of its own words', { status: 200, headers: {}, text: refusal('busy') }, 'unreachable'],
    ['a refusal that is not known', { status: 200, headers: {}, text: refusal('evil') }, 'unreachable'],
  ])('%s is a problem, and nothing is kept or sent on', (_, response, code) => {
    way.answer = () => response;
    expect(codeOf(() => ask())).toBe(code);
    expect(mine.held).toEqual({});
    expect(way.sent).toHaveLength(1);
  });

  test('puts no word of its own before a person', () => {
    way.answer = () => ({ status: 200, headers: {}, text: refusal('links-off') });
    try {
      ask();
    } catch (error) {
      expect(JSON.stringify((error as ProblemError).problem)).not.toContain('evil.example');
    }
    expect.assertions(1);
  });

  test('sends the token to nobody but itself', () => {
    ask();
    expect(way.sent.map(({ url, body }) => [url, body?.includes(TOKEN) ?? false])).toEqual([
      [ADDRESS, true],
      ['https://script.googleusercontent.com/macros/echo?user_content_key=once', false],
    ]);
  });

  function refusal(code: string): string {
    return JSON.stringify({ ok: false, problem: { code, title: 'evil.example', remedy: 'evil.example' } });
  }
});

describe('the list', () => {
  test('has the newest first, with how each is', () => {
    const first = ask();
    project.now += 1000;
    const second = ask({ days: 1 });
    answer(first, 'x');
    expect(listLinks(linking).map(({ id, state }) => [id, state])).toEqual([
      [second.id, 'open'],
      [first.id, 'answered'],
    ]);
    project.now += DAY;
    expect(listLinks(linking).map(({ state }) => state)).toEqual(['expired', 'answered']);
  });

  test('asks about all that may have been answered at once, and about others no more', () => {
    const link = ask();
    ask();
    withdrawLink(linking, link.id);
    way.sent = [];
    listLinks(linking);
    expect(way.sent.map(({ method }) => method)).toEqual(['post', 'get']);
    expect(way.sent[0].body).not.toContain(link.id);
  });

  test('asks nothing where there is no link', () => {
    expect(listLinks(linking)).toEqual([]);
    expect(way.sent).toEqual([]);
  });

  test('forgets a link a week after it expired', () => {
    ask({ days: 1 });
    project.now += 8 * DAY - 1;
    expect(listLinks(linking)).toHaveLength(1);
    project.now += 1;
    expect(listLinks(linking)).toEqual([]);
    expect(mine.held).toEqual({});
  });

  test('calls expired what the project knows nothing of', () => {
    ask();
    project.store.held = { 'link-token': TOKEN };
    expect(listLinks(linking).map(({ state, url }) => [state, url])).toEqual([['expired', null]]);
  });
});

test('more links than are asked about at once can be answered, and are listed', () => {
  linking = { ...linking, randomBytes: () => crypto.getRandomValues(new Uint8Array(32)) };
  for (let count = 0; count < 55; count++) answer(ask(), '{}');
  const states = listLinks(linking).map(({ state }) => state);
  expect(states).toEqual(Array(55).fill('answered'));
});

describe('withdrawing', () => {
  test('lets nobody answer any more, and keeps nothing that would open an answer', () => {
    const link = ask();
    expect(withdrawLink(linking, link.id).map(({ state, url, text }) => [state, url, text])).toEqual([
      ['withdrawn', null, null],
    ]);
    expect(project.project.visit({ link: link.id }).state).toBe('withdrawn');
    expect(JSON.stringify(mine.held)).not.toContain(parts(link).secret);
  });

  test('deletes an answer that is there', () => {
    const link = ask();
    answer(link, 'x');
    withdrawLink(linking, link.id);
    expect(JSON.stringify(project.store.held)).not.toContain('1.');
  });

  test('fails where the project can’t be reached, and the link stays open', () => {
    const link = ask();
    way.answer = () => ({ failure: 'Address unavailable' });
    expect(codeOf(() => withdrawLink(linking, link.id))).toBe('unreachable');
    way.answer = undefined;
    expect(listLinks(linking).map(({ state }) => state)).toEqual(['open']);
  });

  test('of somebody else’s is of a link that is not known', () => {
    expect(codeOf(() => withdrawLink(linking, '0'.repeat(32)))).toBe('link-unknown');
  });

  test('all, before everything is forgotten, does what it can', () => {
    const [one, other] = [ask(), ask()];
    withdrawAll(linking);
    for (const link of [one, other]) expect(project.project.visit({ link: link.id }).state).toBe('withdrawn');
    ask();
    way.answer = () => ({ failure: 'Address unavailable' });
    expect(() => withdrawAll(linking)).not.toThrow();
  });

  test('all gives up after half a minute with a project that lets one wait', () => {
    for (let count = 0; count < 5; count++) ask();
    way.sent.length = 0;
    way.answer = () => {
      project.now += 20_000;
      return { failure: 'Timeout' };
    };
    withdrawAll(linking);
    expect(way.sent).toHaveLength(2);
  });
});

describe('picking up is refused', () => {
  const pickUp = (link: LinkView) => codeOf(() => pickUpLink(linking, link.id));

  test('before anybody has answered', () => {
    expect(pickUp(ask())).toBe('link-unanswered');
  });

  test('after it was withdrawn, or expired', () => {
    const [one, other] = [ask(), ask()];
    withdrawLink(linking, one.id);
    project.now += 3 * DAY;
    expect([pickUp(one), pickUp(other)]).toEqual(['link-unknown', 'link-expired']);
  });

  test('for an id of nobody’s', () => {
    expect(codeOf(() => pickUpLink(linking, 'f'.repeat(32)))).toBe('link-unknown');
  });

  test.each<[string, (link: LinkView) => void]>([
    [
      'sealed with another secret',
      ({ id }) => put(id, sealText('0'.repeat(64), new Uint8Array(12), id, '{"key":"k"}')),
    ],
    ['sealed for another link', (link) => answer(link, '{"key":"k"}', ask().id)],
    ['the sealed words of the asker', ({ id }) => put(id, project.project.visit({ link: id }).ask ?? '')],
    ['altered by a bit', (link) => swap(link)],
    ['no JSON', (link) => answer(link, 'a key')],
    ['JSON without a key', (link) => answer(link, '{"region":"eu"}')],
    ['JSON with a key that is no text', (link) => answer(link, '{"key":{"reveal":1}}')],
    ['a key without end', (link) => answer(link, JSON.stringify({ key: 'k'.repeat(501) }))],
  ])('when what was handed in is %s', (_, hand) => {
    const link = ask();
    hand(link);
    expect(pickUp(link)).toBe('link-unreadable');
    expect(listLinks(linking).find(({ id }) => id === link.id)?.state).toBe('answered');
  });

  function put(link: string, sealed: string): void {
    project.project.visit({ link, answer: sealed });
  }

  function swap(link: LinkView): void {
    const sealed = sealText(parts(link).secret, new Uint8Array(12), link.id, '{"key":"k"}');
    const at = sealed.length - 5;
    put(link.id, sealed.slice(0, at) + (sealed[at] === 'a' ? 'b' : 'a') + sealed.slice(at + 1));
  }
});
