import fc from 'fast-check';
import { apiKey } from '../../src/clockify/apiKey';
import { type ApiOutcome, ask } from '../../src/clockify/client';
import { type Hosts, hostsOf } from '../../src/clockify/hosts';
import type { HttpFailure, HttpRequest, HttpResponse } from '../../src/clockify/http';
import type { ProblemError } from '../../src/problems/problem';

const access = { hosts: hostsOf('global'), key: apiKey('secret') };

function answerTo(response: Partial<HttpResponse> | HttpFailure): ApiOutcome {
  const http = { send: () => [{ status: 200, headers: {}, text: '{}', ...response } as HttpResponse] };
  return ask(http, [{ access, request: { host: 'core', path: '/user' } }])[0];
}

function sentFor(request: Parameters<typeof ask>[1][number]['request'], region = 'global'): HttpRequest {
  const sent: HttpRequest[] = [];
  const http = {
    send(requests: HttpRequest[]) {
      sent.push(...requests);
      return requests.map(() => ({ status: 200, headers: {}, text: '{}' }));
    },
  };
  ask(http, [{ access: { ...access, hosts: hostsOf(region) }, request }]);
  return sent[0];
}

describe('a request', () => {
  test.each([
    ['global', 'core', 'https://api.clockify.me/api/v1/user'],
    ['global', 'reports', 'https://reports.api.clockify.me/v1/user'],
    ['eu', 'core', 'https://euc1.clockify.me/api/v1/user'],
    ['eu', 'reports', 'https://euc1.clockify.me/report/v1/user'],
    ['us', 'core', 'https://use2.clockify.me/api/v1/user'],
    ['uk', 'core', 'https://euw2.clockify.me/api/v1/user'],
    ['au', 'core', 'https://apse2.clockify.me/api/v1/user'],
    ['acme', 'core', 'https://acme.clockify.me/api/v1/user'],
    ['Acme.clockify.me', 'reports', 'https://acme.clockify.me/report/v1/user'],
  ] as const)('of region %s for %s goes to %s', (region, host, url) => {
    expect(sentFor({ host, path: '/user' }, region).url).toBe(url);
  });

  test('carries the key in its header and nowhere else', () => {
    const { headers, url } = sentFor({ host: 'core', path: '/user' });
    expect(headers['X-Api-Key']).toBe('secret');
    expect(url).not.toContain('secret');
  });

  test('writes its parameters so that nothing in them is taken for another', () => {
    const { url } = sentFor({
      host: 'core',
      path: '/clients',
      query: { name: 'a&b=c', page: 1, hydrated: true },
    });
    expect(url.split('?')[1]).toBe('name=a%26b%3Dc&page=1&hydrated=true');
  });

  test('with a body is a POST of JSON', () => {
    expect(sentFor({ host: 'reports', path: '/x', body: { a: 1 } })).toMatchObject({
      method: 'post',
      body: '{"a":1}',
    });
  });
});

describe('an answer', () => {
  test('says what its headers say about paging', () => {
    expect(answerTo({ headers: { 'last-page': 'true', 'total-count': '244' }, text: '[]' })).toEqual({
      body: [],
      lastPage: true,
      totalCount: 244,
    });
  });

  test('without those headers says that it does not know', () => {
    expect(answerTo({ text: '[]' })).toMatchObject({ lastPage: null, totalCount: null });
  });

  test.each([
    ['empty', '', 'an empty answer'],
    ['a web page', '<html>', 'a web page instead of data'],
    ['cut off', '[{"id":', 'an answer that is cut off or not JSON'],
    ['a bare text', '"ok"', 'an answer that is cut off or not JSON'],
    ['null', 'null', 'an answer that is cut off or not JSON'],
  ])('that is %s is no data', (_, text, message) => {
    expect(answerTo({ text })).toMatchObject({ kind: 'unreadable', message });
  });

  test.each([
    [401, 'key-refused'],
    [403, 'forbidden'],
    [404, 'not-found'],
    [400, 'refused'],
    [429, 'rate-limited'],
    [500, 'server'],
    [502, 'server'],
    [503, 'server'],
    [408, 'server'],
  ])('with status %d is %s', (status, kind) => {
    expect(answerTo({ status, text: '{"message":"why"}' })).toMatchObject({ kind, status, message: 'why' });
  });

  test.each([301, 302, 303, 307, 308])('that leads elsewhere (%d) says so, and not where', (status) => {
    const headers = { location: 'https://evil.example' };
    expect(answerTo({ status, headers, text: '{"message":"evil.example"}' })).toMatchObject({
      kind: 'unreadable',
      message: 'it leads to another address',
    });
  });

  test('of a workspace that is gone is recognised by its words', () => {
    const text = '{"message":"Project doesn\'t belong to Workspace","code":501}';
    expect(answerTo({ status: 400, text })).toMatchObject({ kind: 'not-found' });
  });

  test('says how long to wait where it was told', () => {
    expect(answerTo({ status: 429, headers: { 'retry-after': '3600' } })).toMatchObject({
      retryAfter: 3_600_000,
    });
    expect(answerTo({ status: 429 })).not.toHaveProperty('retryAfter', expect.anything());
  });

  test('that never came says why', () => {
    expect(answerTo({ failure: 'Address unavailable' })).toMatchObject({
      kind: 'unreachable',
      message: 'Address unavailable',
    });
  });
});

test.each([
  '',
  'a b',
  'evil.example.com',
  '../x',
  'a/b',
  '-a',
  'localhost:80',
  '127.0.0.1',
  '169.254.169.254',
  '[::1]',
  'acme@evil',
  'user:pass@acme',
  'acme?',
  'acme#',
  'acme\\evil',
  'acme%2eevil',
  'acme\u0000',
  'acme\nevil',
  'acme.',
  '.acme',
  'acme..clockify.me',
  'evil.example/.clockify.me',
  'http://acme',
  'javascript:alert(1)',
  'аcme',
  'ａcme',
  'acme。evil',
  'acme\u2024evil',
  'acmeß',
  'xn--80ak6aa92e',
  'xn--',
  'a'.repeat(41),
])('%j is no region', (region) => {
  expect(() => hostsOf(region)).toThrow('is neither a region of Clockify nor a sub-domain');
});

test('whatever is given for a region, a key goes by TLS to a name below clockify.me, or nowhere', () => {
  const letters = fc.constantFrom(
    ...'aZ9-.:/@#?%[]\\ \t\n\u0000\u212a\u0131。ａ',
    '.clockify.me',
    'xn--',
    '127.0.0.1',
  );
  const texts = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(letters, { maxLength: 12 }).map((all) => all.join('')),
  );
  fc.assert(
    fc.property(texts, (region) => {
      let hosts: Hosts;
      try {
        hosts = hostsOf(region);
      } catch (error) {
        expect((error as ProblemError).problem.code).toBe('region-unknown');
        return;
      }
      for (const address of Object.values(hosts)) {
        const { protocol, username, password, port, hostname, href, search, hash } = new URL(address);
        expect([protocol, username, password, port, search, hash]).toEqual(['https:', '', '', '', '', '']);
        expect(hostname).toMatch(/^[a-z0-9-]+(\.api)?\.clockify\.me$/);
        expect(href).toBe(address);
      }
    }),
    { numRuns: 2000 },
  );
});

test('a key can not be printed', () => {
  const key = apiKey('secret');
  expect(`${key} ${JSON.stringify({ key })} ${String(key)}`).not.toContain('secret');
});

describe('a key that Clockify repeats', () => {
  const long = 'MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDEyMzQ1';
  const answered = (message: string) => {
    const text = JSON.stringify({ message });
    const http = { send: () => [{ status: 400, headers: {}, text }] };
    const request = { host: 'core' as const, path: '/user' };
    return (ask(http, [{ access: { ...access, key: apiKey(long) }, request }])[0] as { message: string })
      .message;
  };

  test.each([0, 100, 259, 261, 290, 299, 4960, 4990])(
    'after %i characters is hidden before the text is cut',
    (before) => {
      const message = answered(`${'x '.repeat(before / 2)}${long} may not`);
      for (let at = 0; at + 10 <= long.length; at += 1)
        expect(message).not.toContain(long.slice(at, at + 10));
      expect(message.length).toBeLessThanOrEqual(300);
    },
  );

  test.each([
    ['cut', long.slice(0, 40)],
    ['without its beginning', long.slice(8)],
    ['twice', long + long],
  ])('%s is hidden, too', (_, part) => {
    expect(answered(`The key ${part} may not do this`)).toMatch(/^The key (\[API key\])+ may not do this$/);
  });

  test('leaves other texts as they are', () => {
    expect(answered('Nothing of it, not even MDEyMzQ1')).toBe('Nothing of it, not even MDEyMzQ1');
  });
});
