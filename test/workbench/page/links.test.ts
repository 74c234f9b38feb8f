import { Clock } from '../../../workbench/gas/clock';
import { Addresses, paths } from '../../../workbench/link/addresses';
import { type OpenLinks, openLinks } from '../../../workbench/link/open';
import { projectRoot } from '../../../workbench/session';
import { ask, type Sent } from './ask';

/* The link project as it is served on this machine: what a browser, and what another site in it, gets of it. */

let links: OpenLinks;

beforeAll(async () => {
  links = await openLinks(projectRoot, new Clock(undefined));
});

afterAll(() => links.close());

const get = (path: string, headers: Record<string, string> = {}) =>
  ask(links.addresses.origin, { path, headers });
const inFrame = (path: string) => get(path, { host: links.addresses.frames.replace('http://', '') });

/** The page as it is opened: the address of its frame, and the token of the page around. */
async function opened() {
  const { text, headers, status } = await get(paths.served);
  const [, frame = ''] = /<iframe[^>]+src="[^"]+?(\/frame\/[^"]+)"/.exec(text) ?? [];
  const [, token = ''] = /data-token="([^"]+)"/.exec(text) ?? [];
  return { text, headers, status, frame, token };
}

const run = (token: string, functionName = 'visitLink', args: unknown[] = ['{}']): Sent => ({
  method: 'POST',
  path: paths.run,
  headers: { 'x-workbench-token': token },
  body: JSON.stringify({ functionName, args }),
});

test('the page is in a frame of another origin, which nobody else may frame', async () => {
  const { status, headers, frame } = await opened();
  expect(status).toBe(200);
  expect(headers['x-frame-options']).toBe('SAMEORIGIN');
  expect(headers['content-security-policy']).toContain(`frame-src ${links.addresses.frames};`);
  const inside = await inFrame(frame);
  expect(inside.status).toBe(200);
  expect(inside.headers['content-security-policy']).toBe(`frame-ancestors ${links.addresses.origin}`);
  expect(inside.text).toContain('linkSettings');
});

test('the frame has no token, and reaches nothing but itself under its name', async () => {
  const { frame, token } = await opened();
  expect((await inFrame(frame)).text).not.toContain(token);
  expect((await inFrame(paths.served)).status).toBe(404);
  expect((await inFrame('/frame/0')).status).toBe(404);
  expect((await get(frame)).status).toBe(404);
});

test('the script is called with the token of the page only, and by its own functions', async () => {
  const { token } = await opened();
  expect((await ask(links.addresses.origin, run('f'.repeat(token.length)))).status).toBe(403);
  const called = await ask(links.addresses.origin, run(token));
  expect(JSON.parse(called.text).ok).toBe(true);
  for (const name of ['linkProject', 'constructor', 'eval', 'toString', '__proto__']) {
    const { text } = await ask(links.addresses.origin, run(token, name));
    expect(JSON.parse(text)).toEqual({ ok: false, message: `Script function not found: ${name}` });
  }
});

test.each([
  ['another host', { host: 'evil.example' }],
  ['another site', { origin: 'http://evil.example' }],
  ['a page that does not say from where', { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors' }],
])('%s is refused, also what it posts', async (_, headers) => {
  expect((await get(paths.served, headers)).status).toBe(403);
  const posted = { method: 'POST', path: paths.served, headers, body: '{}' };
  expect((await ask(links.addresses.origin, posted)).status).toBe(403);
});

test('what is posted is answered at another address, which only who was told it finds', async () => {
  const { status, headers } = await ask(links.addresses.origin, {
    method: 'POST',
    path: paths.served,
    body: '{}',
  });
  expect([status, headers.location]).toEqual([
    302,
    expect.stringMatching(/^https:\/\/script\.googleusercontent\.com\//),
  ]);
  const answer = links.addresses.route(String(headers.location));
  const { text } = await get(String(answer?.url).slice(links.addresses.origin.length));
  expect(JSON.parse(text)).toMatchObject({ ok: false, problem: { code: 'arguments-invalid' } });
  expect((await get(`${paths.answers}?user_content_key=0`)).status).toBe(404);
});

test('a body without end is refused', async () => {
  const body = 'x'.repeat(17 * 1024 * 1024);
  const { status } = await ask(links.addresses.origin, { method: 'POST', path: paths.served, body });
  expect(status).toBe(400);
});

test('only the web app’s own addresses lead to it', () => {
  const { addresses } = links;
  expect(addresses.route(Addresses.served)?.url).toBe(addresses.origin + paths.served);
  for (const url of [
    'https://script.google.com/macros/s/another/exec',
    `${Addresses.served}x`,
    'https://script.google.com.evil.example/macros/s/workbench/exec',
    'https://api.clockify.me/api/v1/user',
  ])
    expect([url, addresses.route(url)]).toEqual([url, undefined]);
  expect(addresses.forBrowsers(`see ${Addresses.served}#a.b`)).toBe(
    `see ${addresses.origin}${paths.served}#a.b`,
  );
});
