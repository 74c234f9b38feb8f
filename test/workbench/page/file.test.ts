import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { keys } from '../../../workbench/clockify/keys';
import { Properties } from '../../../workbench/gas/properties';
import { WorkbookFile } from '../../../workbench/page/file';
import { LocalSecret } from '../../../workbench/page/localSecret';
import { projectRoot, Session } from '../../../workbench/session';
import { formsOf } from '../../whole/formsOf';

let folder: string;
let opened: Session[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'workbook-'));
});

afterEach(async () => {
  await Promise.all(opened.map((session) => session.close()));
  opened = [];
  rmSync(folder, { recursive: true });
});

const path = () => join(folder, 'hours.json');

/** A start of the workbench with that file, on the machine that has that secret. */
async function start(secret: string) {
  const session = await Session.open({
    clockify: null,
    codePath: join(projectRoot, 'dist/Code.js'),
    now: Date.parse('2026-07-01T09:00:00Z'),
  });
  opened.push(session);
  const { platform } = session;
  const links = new Properties();
  const file = new WorkbookFile(path(), platform, new LocalSecret(join(folder, secret)), links);
  return { platform, links, file };
}

const LOGIN = { 'login.a': JSON.stringify({ version: 1, id: 'a', key: keys.demo }) };

async function save(secret = 'mine'): Promise<void> {
  const { platform, links, file } = await start(secret);
  links.set({ 'link.a': keys.member });
  platform.spreadsheet.type('Sheet1', 'A1', 'kept');
  platform.properties('user user-1').set(LOGIN);
  platform.properties('user user-2').set({ 'login.b': JSON.stringify({ key: keys.eu }) });
  platform.properties('script').set({ 'sealing-secret': keys.us });
  platform.properties('document').set({ 'shared-login.a': '1.00ff' });
  file.save();
}

test('a workbook’s file holds no key, in any form, and nothing that opens one', async () => {
  await save();
  const text = readFileSync(path(), 'utf8');
  for (const key of [keys.demo, keys.eu, keys.us, keys.member])
    for (const [form, written] of formsOf(key.slice(26, 44)))
      expect([form, text.includes(written)]).toEqual([form, false]);
  expect(text).not.toContain('"login.a');
  expect(text).toContain('kept');
});

test('all stores are as they were at the next start of the same copy', async () => {
  await save();
  const { platform, links, file } = await start('mine');
  file.load();
  expect(links.all()).toEqual({ 'link.a': keys.member });
  expect(platform.properties('user user-1').all()).toEqual(LOGIN);
  expect(platform.properties('user user-2').keys()).toEqual(['login.b']);
  expect(platform.properties('script').keys()).toEqual(['sealing-secret']);
  expect(platform.properties('document').keys()).toEqual(['shared-login.a']);
});

test('another copy has the spreadsheet, and nobody’s logins', async () => {
  await save();
  await save('another');
  const { platform, file } = await start('mine');
  file.load();
  expect(platform.spreadsheet.values('Sheet1', 'A1')).toEqual([['kept']]);
  expect(platform.properties('document').keys()).toEqual(['shared-login.a']);
  for (const store of ['user user-1', 'user user-2', 'script'])
    expect([store, platform.properties(store).all()]).toEqual([store, {}]);
});

test.each([0, 20, -1])('what was changed in it by a hand (at %s) opens nothing', async (at) => {
  await save();
  const saved = JSON.parse(readFileSync(path(), 'utf8')) as { sealed: string };
  const bytes = Buffer.from(saved.sealed, 'base64');
  bytes[at < 0 ? bytes.length + at : at] ^= 1;
  writeFileSync(path(), JSON.stringify({ ...saved, sealed: bytes.toString('base64') }));
  const { platform, file } = await start('mine');
  file.load();
  expect(platform.properties('user user-1').all()).toEqual({});
});

test('one of before, with its keys in sight, is read, and sealed when it is saved', async () => {
  await save();
  const { sealed: _, ...saved } = JSON.parse(readFileSync(path(), 'utf8')) as { sealed: string };
  writeFileSync(path(), JSON.stringify({ ...saved, version: 1, properties: { 'user user-1': LOGIN } }));
  const { platform, file } = await start('mine');
  file.load();
  expect(platform.properties('user user-1').all()).toEqual(LOGIN);
  file.save();
  expect(readFileSync(path(), 'utf8')).not.toContain(keys.demo);
});

test('the secret is readable for its owner only', async () => {
  await save();
  expect(statSync(join(folder, 'mine')).mode & 0o777).toBe(0o600);
});
