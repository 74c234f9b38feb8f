import http from 'node:http';
import type { AddressInfo } from 'node:net';
import type { PlatformOptions } from '../../../workbench/gas/options';
import { closeAll, evaluate, failureOf, open, resultOf, script } from './open';

let port: number;
let active = 0;
let most = 0;
const server = http.createServer((request, response) => {
  const url = new URL(request.url ?? '/', 'http://localhost');
  let body = '';
  request.on('data', (chunk) => {
    body += chunk;
  });
  request.on('end', () => {
    most = Math.max(most, ++active);
    const { method, headers } = request;
    setTimeout(() => {
      active--;
      answer(url, response, {
        method,
        body,
        type: headers['content-type'],
        key: headers['x-api-key'],
        host: headers['x-forwarded-host'],
      });
    }, 5);
  });
});

function answer(url: URL, response: http.ServerResponse, seen: object): void {
  if (url.pathname === '/drop') return void response.destroy();
  if (url.pathname === '/cut') {
    response.writeHead(200, { 'content-length': '1000' });
    response.write('half');
    return void setTimeout(() => response.destroy(), 5);
  }
  if (url.pathname === '/moved') return void response.writeHead(302, { location: '/echo' }).end();
  if (url.pathname === '/away')
    return void response.writeHead(302, { location: 'https://evil.example/' }).end();
  if (url.pathname === '/rows') {
    response.setHeader('content-type', 'application/json');
    return void response.end(
      JSON.stringify({ timeentries: Array(Number(url.searchParams.get('n'))).fill(0) }),
    );
  }
  response.writeHead(Number(url.searchParams.get('status') ?? 200), {
    'X-Some-Header': 'yes',
    'Set-Cookie': ['a', 'b'],
  });
  response.end(JSON.stringify(seen));
}

beforeAll((done) => {
  server.listen(0, '127.0.0.1', () => {
    port = (server.address() as AddressInfo).port;
    done();
  });
});
afterAll(async () => {
  await closeAll();
  server.closeAllConnections();
  server.close();
});

const options = (): Partial<PlatformOptions> => ({
  manifest: { urlFetchWhitelist: ['https://*.clockify.me/', 'https://exact.example/api/'] },
  route: (url) =>
    url.startsWith('https://evil')
      ? undefined
      : {
          url: url.replace(/^https:\/\/[^/]+/, `http://127.0.0.1:${port}`),
          headers: { 'x-forwarded-host': new URL(url).host },
        },
});
const base = 'https://api.clockify.me';

describe('UrlFetchApp', () => {
  test('sends what it was given, and where it was meant for', async () => {
    const body = `const r = UrlFetchApp.fetch('${base}/echo', { method: 'post', contentType: 'application/json', payload: '{"a":1}', headers: { 'X-Api-Key': 'k' } });
      return [r.getResponseCode(), JSON.parse(r.getContentText()), r.getHeaders()['x-some-header'], r.getAllHeaders()['set-cookie']];`;
    expect(await resultOf(body, options())).toEqual([
      200,
      { method: 'POST', body: '{"a":1}', type: 'application/json', key: 'k', host: 'api.clockify.me' },
      'yes',
      ['a', 'b'],
    ]);
  });

  test('answers a batch in order, at most ten at a time', async () => {
    most = 0;
    const body = `const urls = Array.from({ length: 25 }, (_, i) => ({ url: '${base}/echo?status=' + (200 + i % 3), muteHttpExceptions: true }));
      return UrlFetchApp.fetchAll(urls).map((r) => r.getResponseCode() - 200);`;
    const { value, ledger } = await evaluate(body, options());
    expect(value).toEqual(Array.from({ length: 25 }, (_, index) => index % 3));
    expect(ledger.requests).toBe(25);
    expect(most).toBeLessThanOrEqual(10);
  });

  test('throws for a failure that isn’t muted, with Google’s text', async () => {
    expect(await failureOf(`UrlFetchApp.fetch('${base}/echo?status=429'); return 1;`, options())).toMatch(
      /^Request failed for https:\/\/api\.clockify\.me returned code 429\. Truncated server response: .* \(use muteHttpExceptions option to examine full response\)$/,
    );
  });

  test('loses the whole batch when one of it isn’t muted', async () => {
    expect(
      await failureOf(
        `UrlFetchApp.fetchAll(['${base}/echo', '${base}/echo?status=500']); return 1;`,
        options(),
      ),
    ).toMatch(/returned code 500/);
  });

  test.each(['/drop', '/cut'])('throws when the connection breaks (%s), even muted', async (path) => {
    expect(
      await failureOf(
        `UrlFetchApp.fetch('${base}${path}', { muteHttpExceptions: true }); return 1;`,
        options(),
      ),
    ).toBe(`Address unavailable: ${base}${path}`);
  });

  test('reaches nothing without a route', async () => {
    expect(await failureOf(`UrlFetchApp.fetch('${base}/echo'); return 1;`)).toBe(
      `Address unavailable: ${base}/echo`,
    );
  });

  test.each([
    ['https://evil.example/', 'urlFetchWhitelist'],
    ['http://api.clockify.me/', 'urlFetchWhitelist'],
    ['https://clockify.me.evil.example/', 'urlFetchWhitelist'],
    ['https://exact.example/other', 'urlFetchWhitelist'],
    [`${base}/${'x'.repeat(2083)}`, 'URLFetch URL Length'],
    ['nonsense', 'Invalid argument: nonsense'],
  ])('refuses %#', async (url, text) => {
    expect(await failureOf(`UrlFetchApp.fetch('${url}'); return 1;`, options())).toContain(text);
  });

  test('follows a redirect, but not out of the whitelist', async () => {
    expect(
      await resultOf(`JSON.parse(UrlFetchApp.fetch('${base}/moved').getContentText()).method`, options()),
    ).toBe('GET');
    expect(await failureOf(`UrlFetchApp.fetch('${base}/away'); return 1;`, options())).toContain(
      'urlFetchWhitelist',
    );
    const kept = `UrlFetchApp.fetch('${base}/moved', { followRedirects: false }).getResponseCode()`;
    expect(await resultOf(kept, options())).toBe(302);
  });

  test.each(['Host', 'Content-Length'])('refuses the header %s', async (name) => {
    expect(
      await failureOf(
        `UrlFetchApp.fetch('${base}/echo', { headers: { '${name}': 'x' } }); return 1;`,
        options(),
      ),
    ).toBe(`Attribute provided with invalid value: Header:${name}`);
  });

  test('refuses options that it does not know', async () => {
    expect(await failureOf(`UrlFetchApp.fetch('${base}/echo', { timeout: 5 }); return 1;`, options())).toBe(
      'not emulated: UrlFetchApp.fetch with timeout',
    );
  });

  test('costs what the model says', async () => {
    const one = await evaluate(`UrlFetchApp.fetch('${base}/rows?n=200'); return 1;`, options());
    expect(one.ledger.virtualMs).toBe(550);
    const many = `UrlFetchApp.fetchAll([100, 900, ...Array(9).fill(0), 50].map((n) => '${base}/rows?n=' + n)); return 1;`;
    expect((await evaluate(many, options())).ledger.virtualMs).toBe(350 + 900 + 350 + 50);
  });

  test('leaves a record of each request', async () => {
    const platform = await open(
      script(
        `UrlFetchApp.fetch('${base}/echo', { method: 'put', payload: 'p', headers: { A: 'b' } }); return 1;`,
      ),
      options(),
    );
    await platform.run('main');
    expect(platform.http).toEqual([
      { method: 'PUT', url: `${base}/echo`, headers: { A: 'b' }, body: 'p', status: 200 },
    ]);
  });
});
