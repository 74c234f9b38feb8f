import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createContext, runInContext } from 'node:vm';
import { projectRoot } from '../../workbench/session';
import { ENTRY_POINTS } from './entryPoints';
import { newGround, QUERY_TAB } from './ground';

const ground = newGround();

const code = readFileSync(join(projectRoot, 'dist/Code.js'), 'utf8');

describe('the bundle', () => {
  test('has one named stub an entry point and no other function at the top', () => {
    const [, below] = code.split('\n// Clocktable, with ');
    const stubs = [...below.matchAll(/^function (\w+)\(/gm)].map(([, name]) => name);
    expect(stubs.sort()).toEqual(ENTRY_POINTS);
  });

  test('has no global but its entry points and the object behind them', () => {
    const context = createContext({});
    runInContext(code, context);
    expect(Object.keys(context).sort()).toEqual([...ENTRY_POINTS, 'addon'].sort());
  });

  test('needs no service to be evaluated', () => {
    const touched: string[] = [];
    const service = (name: string) => new Proxy(() => undefined, trap(name, touched));
    const names = ['SpreadsheetApp', 'PropertiesService', 'CacheService', 'LockService', 'UrlFetchApp'];
    const more = ['Utilities', 'Session', 'ScriptApp', 'HtmlService', 'Logger'];
    const context = createContext(
      Object.fromEntries([...names, ...more].map((each) => [each, service(each)])),
    );
    runInContext(code, context);
    expect(touched).toEqual([]);
  });

  test('is small', () => {
    expect(Buffer.byteLength(code)).toBeLessThanOrEqual(480 * 1000);
  });
});

test('the sidebar is one small file', () => {
  const page = readFileSync(join(projectRoot, 'dist/Sidebar.html'));
  expect(page.byteLength).toBeLessThanOrEqual(340 * 1000);
});

function trap(name: string, touched: string[]): ProxyHandler<() => void> {
  const touch = () => {
    touched.push(name);
    return undefined;
  };
  return { get: touch, apply: touch, construct: () => ({ touched: touch() }) };
}

describe('onOpen without any permission', () => {
  test.each(['onOpen', 'onInstall'])('%s builds the menu and touches nothing else', async (name) => {
    const finished = await ground.session.platform.run(name, [], { authMode: 'NONE' });
    expect(finished.ok).toBe(true);
    expect(finished.ledger.calls).toEqual(['SpreadsheetApp.getUi', 'Ui.createAddonMenu', 'Menu.addToUi']);
  });

  test('the menu opens the sidebar and refreshes', async () => {
    await ground.session.platform.run('onOpen', [], { authMode: 'NONE' });
    expect(ground.session.platform.menu).toEqual([
      { caption: 'Open', functionName: 'openSidebar' },
      'separator',
      { caption: 'Refresh this tab', functionName: 'refreshThisTab' },
      { caption: 'Refresh all', functionName: 'refreshAll' },
      'separator',
      { caption: 'Show entries behind this', functionName: 'openEntries' },
    ]);
  });
});

test('the hidden tab is the only tab that saving a query makes', async () => {
  await ground.query();
  expect(ground.sheet.tabs().map(({ name, hidden }) => [name, hidden])).toEqual([
    ['Sheet1', false],
    [QUERY_TAB, true],
  ]);
});
