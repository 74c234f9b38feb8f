import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { closeAll, evaluate, open } from './open';

afterAll(closeAll);

const scope = (name: string) => `https://www.googleapis.com/auth/${name}`;

describe('without permission (AuthMode.NONE)', () => {
  test('a menu can be built', async () => {
    const platform = await open(`function onOpen(e) {
      SpreadsheetApp.getUi().createAddonMenu().addItem('Open', 'openIt').addSeparator().addToUi();
      return e.authMode === ScriptApp.AuthMode.NONE; }`);
    const { value } = await platform.run('onOpen', [], { authMode: 'NONE' });
    expect(value).toBe(true);
    expect(platform.menu).toEqual([{ caption: 'Open', functionName: 'openIt' }, 'separator']);
  });

  test.each([
    'PropertiesService.getUserProperties()',
    'SpreadsheetApp.getActiveSpreadsheet()',
    "UrlFetchApp.fetch('https://x.example/')",
    'CacheService.getUserCache()',
    'LockService.getDocumentLock()',
  ])('%s is refused', async (call) => {
    const platform = await open(`function main() { ${call}; }`);
    const { error } = await platform.run('main', [], { authMode: 'NONE' });
    expect(error?.message).toMatch(/^You do not have permission to call \w+\.\w+\.$/);
  });

  test('a service called while the bundle is loaded fails all of it', async () => {
    const platform = await open(
      'const properties = PropertiesService.getUserProperties(); function onOpen() { return 1; }',
    );
    expect((await platform.run('onOpen', [], { authMode: 'NONE' })).ok).toBe(false);
  });
});

test('AuthMode.LIMITED has the document and properties, but no requests', async () => {
  const run = { authMode: 'LIMITED' } as const;
  expect((await evaluate('sheet.getName()', {}, run)).value).toBe('Sheet1');
  expect((await evaluate("UrlFetchApp.fetch('https://x.example/')", {}, run)).error?.message).toContain(
    'permission',
  );
});

test.each([
  [undefined, 'WEB_STORE_ADD_ON'],
  ['APPS_MARKETPLACE_DOMAIN_ADD_ON', 'APPS_MARKETPLACE_DOMAIN_ADD_ON'],
  ['NONE', 'NONE'],
] as const)('a script that is installed as %s says so', async (installation, said) => {
  const call = 'String(ScriptApp.getInstallationSource())';
  expect((await evaluate(call, { installation })).value).toBe(said);
  const same = `ScriptApp.getInstallationSource() === ScriptApp.InstallationSource.${said}`;
  expect((await evaluate(same, { installation })).value).toBe(true);
});

describe('a sidebar', () => {
  const code =
    "function main() { SpreadsheetApp.getUi().showSidebar(HtmlService.createHtmlOutputFromFile('Sidebar').setTitle('T')); }";

  test('is shown with its page', async () => {
    const distDir = mkdtempSync(join(tmpdir(), 'workbench-'));
    writeFileSync(join(distDir, 'Sidebar.html'), '<p>hi</p>');
    const platform = await open(code, { distDir });
    await platform.run('main');
    expect(platform.sidebar).toEqual({ title: 'T', content: '<p>hi</p>', user: 'user-1' });
  });

  test('needs its file', async () => {
    const platform = await open(code);
    expect((await platform.run('main')).error?.message).toBe('No HTML file named Sidebar was found.');
  });

  test('is shown with full permission only', async () => {
    const distDir = mkdtempSync(join(tmpdir(), 'workbench-'));
    writeFileSync(join(distDir, 'Sidebar.html'), '');
    const platform = await open(code, { distDir });
    expect((await platform.run('main', [], { authMode: 'LIMITED' })).error?.message).toContain(
      'script.container.ui',
    );
  });
});

describe('scopes', () => {
  const manifest = { oauthScopes: [scope('spreadsheets.currentonly'), scope('script.external_request')] };

  test('that were not granted are named by what needs them', async () => {
    const platform = await open("function main() { UrlFetchApp.fetch('https://x.example/'); }", { manifest });
    platform.grant('user-1', [scope('spreadsheets.currentonly')]);
    expect((await platform.run('main')).error?.message).toBe(
      `Specified permissions are not sufficient to call UrlFetchApp.fetch. Required permissions: ${scope('script.external_request')}`,
    );
  });

  test('can be asked for and required', async () => {
    const platform = await open(
      `function status() { return String(ScriptApp.getAuthorizationInfo(ScriptApp.AuthMode.FULL).getAuthorizationStatus()); }
       function need() { ScriptApp.requireScopes(ScriptApp.AuthMode.FULL, ['${scope('script.external_request')}']); }`,
      { manifest },
    );
    expect((await platform.run('status')).value).toBe('NOT_REQUIRED');
    platform.grant('user-1', [scope('spreadsheets.currentonly')]);
    expect((await platform.run('status')).value).toBe('REQUIRED');
    expect((await platform.run('need')).ok).toBe(false);
  });
});
