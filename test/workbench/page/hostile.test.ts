import { keys } from '../../../workbench/clockify/keys';
import { type OpenPage, openPage } from '../../../workbench/page/open';
import type { PageState, RunAnswer } from '../../../workbench/page/protocol';
import { linesOfCsv } from '../../whole/command';
import { ask, askAsPage, type Sent } from './ask';

// What attackers send is nothing that the add-on sent: the check of its requests doesn't see it.
delete process.env.DEMO_REQUEST_LOG;

let page: OpenPage;
let tab: number;

beforeAll(async () => {
  page = await openPage({ port: 0, clockify: 'demo', workbook: undefined, locale: 'en_US' });
  [{ id: tab }] = (await askAsPage<PageState>(page, 'state?user=1')).tabs;
});

afterAll(() => page.close());

const changes: Sent[] = [
  ['/edit?user=1', { tab: 1, edit: { kind: 'add' } }],
  ['/select?user=1', { tab: 1, rect: { row: 1, column: 1, rows: 1, columns: 1 } }],
  ['/computed?user=1', { tab: 1, computed: [] }],
  ['/run?user=1', { functionName: 'forgetAll', args: ['{}'] }],
  ['/menu?user=1', { functionName: 'refreshAll' }],
  ['/name?user=1', { name: 'Mine now' }],
  ['/break?user=1', { id: 'revoke', on: true }],
].map(([path, body]) => ({ method: 'POST', path: path as string, body: JSON.stringify(body) }));
const reads: Sent[] = ['/state?user=1', '/tab/1', '/events?user=1', '/csv/1'].map((path) => ({ path }));
const all = [...changes, ...reads].map((sent) => [sent.path, sent] as const);

describe('a request', () => {
  test.each([
    '//',
    '//evil.example/state',
    'http://evil.example/state',
    '*',
    '/%',
    '/\\',
    '/client/..%2f..%2fpackage.json',
  ])('for %s is refused, and the page lives on', async (path) => {
    expect((await ask(page.url, { path })).status).toBeGreaterThanOrEqual(400);
    expect((await ask(page.url, { path: '/' })).status).toBe(200);
  });

  test.each(all)('%s without the token is refused', async (_path, sent) => {
    expect((await ask(page.url, sent)).status).toBe(403);
  });

  test.each(all)("%s with another start's token is refused", async (_path, sent) => {
    const headers = { 'x-workbench-token': 'f'.repeat(page.token.length) };
    expect((await ask(page.url, { ...sent, headers })).status).toBe(403);
  });

  test.each(all)('%s of a name that leads here is refused, even with the token', async (_path, sent) => {
    const host = `evil.example:${new URL(page.url).port}`;
    const headers = { host, origin: `http://${host}`, 'x-workbench-token': page.token };
    expect((await ask(page.url, { ...sent, headers })).status).toBe(403);
  });

  test.each(['https://evil.example', 'null', 'http://localhost:1', 'http://127.0.0.1.evil.example'])(
    'from %s is refused, even with the token',
    async (origin) => {
      for (const sent of [...changes, ...reads]) {
        const headers = { origin, 'x-workbench-token': page.token };
        expect((await ask(page.url, { ...sent, headers })).status).toBe(403);
      }
    },
  );

  test("that another site's page makes without saying where it is from is refused", async () => {
    const headers = {
      'sec-fetch-site': 'cross-site',
      'sec-fetch-mode': 'no-cors',
      'x-workbench-token': page.token,
    };
    for (const sent of reads) expect((await ask(page.url, { ...sent, headers })).status).toBe(403);
  });

  test('was refused each time: nothing has changed', async () => {
    const { name, tabs } = await askAsPage<PageState>(page, 'state?user=1');
    expect([name, tabs.length]).toEqual(['Hours', 1]);
  });
});

describe('the page', () => {
  test('is framed by nobody and runs its own scripts only', async () => {
    const { headers } = await ask(page.url, { path: '/' });
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'x-frame-options': 'DENY',
      'content-security-policy': expect.stringContaining("default-src 'self'"),
    });
    expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
  });

  test('is at one address: the other name of this machine leads to it', async () => {
    const port = new URL(page.url).port;
    const { status, headers } = await ask(page.url, {
      path: '/?user=2',
      headers: { host: `localhost:${port}` },
    });
    expect([status, headers.location]).toEqual([302, `${page.url}/?user=2`]);
  });
});

describe("a sidebar's frame", () => {
  const host = () => `localhost:${new URL(page.url).port}`;

  async function opened(): Promise<string> {
    await page.book.choose('user-1', 'openSidebar');
    const { news } = page.book;
    return [...(news as unknown as { sidebars: Map<string, unknown> }).sidebars.keys()].at(-1) ?? '';
  }

  test('is framed by the page alone, and never gets the token', async () => {
    const { status, headers, text } = await ask(page.url, {
      path: `/sidebar/${await opened()}?ahead=0`,
      headers: { host: host() },
    });
    expect(status).toBe(200);
    expect(headers['content-security-policy']).toBe(`frame-ancestors ${page.url}`);
    expect(text).not.toContain(page.token);
  });

  test('is not of the origin of the page', async () => {
    expect((await ask(page.url, { path: `/sidebar/${await opened()}` })).status).toBe(404);
  });

  test.each(['0', '1', '', '__proto__'])('has no number that can be guessed: %s', async (id) => {
    expect((await ask(page.url, { path: `/sidebar/${id}`, headers: { host: host() } })).status).toBe(404);
  });

  test.each(all)('asks for nothing under its own name: %s', async (_path, sent) => {
    const headers = { host: host(), origin: `http://${host()}`, 'x-workbench-token': page.token };
    expect((await ask(page.url, { ...sent, headers })).status).toBe(404);
  });

  test.each(['eval', 'constructor', 'addon', 'nothing'])('calls no %s', async (functionName) => {
    const answer = await askAsPage<RunAnswer>(page, 'run?user=1', { functionName, args: ['1 + 1'] });
    expect(answer).toEqual({ ok: false, message: `Script function not found: ${functionName}` });
  });
});

describe('an edit', () => {
  const cells = (count: number, text = 'x') =>
    Array.from({ length: count }, (_, index) => ({ row: 1 + (index % 500), column: 1, text }));
  const rect = { row: 1, column: 1, rows: 1, columns: 1 };

  test.each([
    ['of too many cells', { kind: 'type', cells: cells(200_001) }],
    ['of a text that is too long', { kind: 'type', cells: cells(1, 'x'.repeat(50_001)) }],
    ['before the first row', { kind: 'type', cells: [{ row: 0, column: 1, text: '' }] }],
    ['between two rows', { kind: 'type', cells: [{ row: 1.5, column: 1, text: '' }] }],
    ['of no cell', { kind: 'type', cells: [] }],
    ['of too many blocks', { kind: 'clear', rects: Array(1001).fill(rect) }],
    ['of a block without end', { kind: 'clear', rects: [{ ...rect, rows: 1e12 }] }],
    ['of a look that there is not', { kind: 'looks', rects: [rect], looks: { glitter: 'x' } }],
    ['of more columns than there can be', { kind: 'insert', axis: 'columns', at: 1, count: 1e7 }],
    ['of more rows than there can be', { kind: 'insert', axis: 'rows', at: 1, count: 1e7 }],
    ['of a width of nothing', { kind: 'width', column: 1, columns: 1, pixels: -3 }],
    ['of a name without end', { kind: 'rename', name: 'x'.repeat(101) }],
    ['of a kind that there is not', { kind: 'explode' }],
  ])('%s is refused in words, and changes nothing', async (_what, edit) => {
    const before = JSON.stringify(page.book.platform.spreadsheet.snapshot());
    const answer = await askAsPage<{ message?: string }>(page, 'edit?user=1', { tab, edit });
    expect(answer.message).toMatch(/[\w"]\.$/);
    expect(JSON.stringify(page.book.platform.spreadsheet.snapshot())).toBe(before);
  });

  test('that is no JSON is refused in words', async () => {
    const headers = { 'x-workbench-token': page.token };
    const reply = await ask(page.url, { method: 'POST', path: '/edit?user=1', headers, body: '{' });
    expect([reply.status, reply.text]).toEqual([400, '{"message":"The request is no JSON."}']);
  });
});

describe('what a page says that formulas show', () => {
  test('is forgotten where no such formula is', async () => {
    const { spreadsheet } = page.book.platform;
    spreadsheet.type('Sheet1', 'B1', '=1+1');
    const computed = [
      { row: 1, column: 2, formula: '=1+1', value: 2 },
      { row: 9, column: 9, formula: '=2+2', value: 4 },
    ];
    await askAsPage(page, 'computed?user=1', { tab, computed });
    spreadsheet.type('Sheet1', 'I9', '=2+2');
    expect(spreadsheet.displayed('Sheet1', 'B1')).toEqual([['2']]);
    expect(spreadsheet.displayed('Sheet1', 'I9')).toEqual([['#NAME?']]);
  });
});

describe("the demo Clockify's control door", () => {
  const world = { path: '/_demo/world' };
  const demo = () => page.demo?.url ?? '';

  test('is closed to a name that leads here', async () => {
    const headers = { host: `evil.example:${new URL(demo()).port}` };
    const { status, text } = await ask(demo(), { ...world, headers });
    expect(status).toBe(403);
    expect(text).not.toContain(keys.demo);
  });

  test.each(['https://evil.example', 'null'])('is closed to pages of %s', async (origin) => {
    const sent = { method: 'POST', path: '/_demo/keys/revoke', body: '{"key":"demo"}' };
    expect((await ask(demo(), { ...sent, headers: { origin } })).status).toBe(403);
    expect((await ask(demo(), { ...world, headers: { origin } })).status).toBe(403);
    expect((await ask(demo(), { path: '/api/v1/user', headers: { 'x-api-key': keys.demo } })).status).toBe(
      200,
    );
  });

  test('stands no path that is none', async () => {
    expect((await ask(demo(), { path: '//' })).status).toBe(404);
    expect((await ask(demo(), { path: 'http://evil.example/_demo/world' })).status).toBe(400);
  });
});

describe('a CSV file that is downloaded', () => {
  const headers = () => ({ 'x-workbench-token': page.token });
  const download = (id: number) => ask(page.url, { path: `/csv/${id}`, headers: headers() });

  test('runs nothing in the program that opens it, whatever cells hold and show', async () => {
    const { spreadsheet } = page.book.platform;
    const texts = [
      "'=1+1",
      "'+cmd|' /C calc'!A0",
      "'@SUM(1)",
      "'-2+3",
      "'\t=1",
      "'  =1",
      "'x;=1",
      '="="&"1+1"',
    ];
    texts.forEach((text, index) => {
      spreadsheet.type('Sheet1', `A${20 + index}`, text);
    });
    const computed = [{ row: 27, column: 1, formula: '="="&"1+1"', value: '=1+1' }];
    await askAsPage(page, 'computed?user=1', { tab, computed });
    const { text } = await download(tab);
    expect(text).toContain("'=1+1");
    const cells = linesOfCsv(text).flat();
    expect(cells.filter((cell) => cell.includes('1+1'))).toHaveLength(2);
    expect(cells.filter((cell) => /^\s*[=+@-]/.test(cell))).toEqual([]);
    spreadsheet.clear('Sheet1', 'A20:A27');
  });

  test.each([
    'a/b\\c',
    'line\r\nSet-Cookie: x=1',
    '"; filename="evil.exe',
    '\u202ecsv.exe',
    '../../evil',
    'half \ud83d',
  ])('of a spreadsheet called %j has a name and nothing else in its headers', async (name) => {
    await askAsPage(page, 'name?user=1', { name });
    const { status, headers: sent } = await download(tab);
    expect(status).toBe(200);
    expect(sent['set-cookie']).toBeUndefined();
    expect(sent['content-disposition']).toMatch(/^attachment; filename\*=UTF-8''[\w.%!~*'()-]+\.csv$/);
    await askAsPage(page, 'name?user=1', { name: 'Hours' });
  });
});
