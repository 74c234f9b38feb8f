import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { keys } from '../../../workbench/clockify/keys';
import { type OpenPage, openPage } from '../../../workbench/page/open';
import type { PageState, RunAnswer } from '../../../workbench/page/protocol';
import { BadArguments } from '../../../workbench/parse';
import { askAsPage } from './ask';

const options = { port: 0, clockify: 'demo', workbook: undefined, locale: 'en_US' } as const;

const run = (page: OpenPage, user: string, functionName: string, payload: unknown) =>
  askAsPage<RunAnswer>(page, `run?user=${user}`, { functionName, args: [JSON.stringify(payload)] });

const state = (page: OpenPage) => askAsPage<PageState>(page, 'state?user=1');

describe('the page served', () => {
  let page: OpenPage;

  beforeAll(async () => {
    page = await openPage(options);
  });

  afterAll(() => page.close());

  test('has the menu that the add-on builds without any permission', async () => {
    const { menu } = await state(page);
    expect(menu).toContainEqual({ caption: 'Open', functionName: 'openSidebar' });
  });

  test('brings the notices of the libraries in it', async () => {
    const notices = await (await fetch(`${page.url}/client/notices.txt`)).text();
    expect(notices).toMatch(/^@univerjs\/sheets-ui \d/m);
    expect(notices).toContain('Permission is hereby granted');
  });

  test("a login is its user's alone", async () => {
    await run(page, '1', 'addLogin', { key: keys.single });
    expect(await run(page, '1', 'listLogins', {})).toMatchObject({
      value: expect.stringContaining('Solo Studio'),
    });
    expect(await run(page, '2', 'listLogins', {})).toEqual({ ok: true, value: '{"ok":true,"value":[]}' });
  });

  test('an edit that Google would refuse is refused in its words', async () => {
    const [{ id }] = (await state(page)).tabs;
    expect(await askAsPage(page, 'edit?user=1', { tab: id, edit: { kind: 'remove' } })).toEqual({
      message: "You can't remove all the sheets in a document.",
    });
  });

  test('an execution is ended at its next service call', async () => {
    await page.book.turn('end', true, undefined);
    expect(await run(page, '1', 'loadOverview', {})).toEqual({
      ok: false,
      message: "We're sorry, a server error occurred. Please wait a bit and try again.",
    });
  });

  test('a read-only spreadsheet lets nobody edit, until it is repaired', async () => {
    const [{ id }] = (await state(page)).tabs;
    const edit = { tab: id, edit: { kind: 'type', cells: [{ row: 1, column: 1, text: 'x' }] } };
    await page.book.turn('read-only', true, undefined);
    expect(await askAsPage(page, 'edit?user=1', edit)).toMatchObject({
      message: expect.stringContaining('protected'),
    });
    await page.book.turn('read-only', false, undefined);
    expect(await askAsPage(page, 'edit?user=1', edit)).toEqual({ ok: true });
  });
});

describe('a workbook in a file', () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'workbook-'));
  });

  afterEach(() => rmSync(folder, { recursive: true }));

  test('is as it was at the next start: cells, name and logins', async () => {
    const workbook = join(folder, 'hours.json');
    const first = await openPage({ ...options, workbook });
    const [{ id }] = (await state(first)).tabs;
    await askAsPage(first, 'edit?user=1', {
      tab: id,
      edit: { kind: 'type', cells: [{ row: 2, column: 2, text: '1:07:00' }] },
    });
    await askAsPage(first, 'name?user=1', { name: 'Agency' });
    await run(first, '1', 'addLogin', { key: keys.single });
    await first.close();
    const second = await openPage({ ...options, workbook });
    expect((await state(second)).name).toBe('Agency');
    expect(second.book.platform.spreadsheet.displayed('Sheet1', 'B2')).toEqual([['1:07:00']]);
    expect(await run(second, '1', 'listLogins', {})).toMatchObject({
      value: expect.stringContaining('Solo Studio'),
    });
    await second.close();
    expect(readdirSync(folder)).toEqual(['hours.json']);
  });

  test('is readable for its owner only, since it holds keys', async () => {
    const workbook = join(folder, 'hours.json');
    await (await openPage({ ...options, workbook })).close();
    expect(statSync(workbook).mode & 0o777).toBe(0o600);
  });

  test.each(['no/such/folder.json', '.', 'letter.txt/hours.json'])(
    'that can’t be kept at %s is refused in words before anything is started',
    async (place) => {
      writeFileSync(join(folder, 'letter.txt'), 'Dear reader');
      const opening = openPage({ ...options, workbook: join(folder, place) });
      await expect(opening).rejects.toThrow(
        /^--workbook: nothing can be kept in .*: (no such|it is|a part) /,
      );
      await expect(opening).rejects.toThrow(BadArguments);
      expect(readdirSync(folder)).toEqual(['letter.txt']);
    },
  );

  test('that is no workbook is refused and left alone', async () => {
    const workbook = join(folder, 'letter.json');
    writeFileSync(workbook, '"Dear reader"');
    await expect(openPage({ ...options, workbook })).rejects.toThrow(BadArguments);
    expect(readFileSync(workbook, 'utf8')).toBe('"Dear reader"');
  });
});
