import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { closeAll, open } from './open';

afterAll(closeAll);

const app = (code: string) => open(code, { webApp: true });
const web = { via: 'web' } as const;

describe('a web app', () => {
  test('answers with the text that its function returns, with the type it was given', async () => {
    const platform = await app(`function doPost(e) {
      return ContentService.createTextOutput(e.postData.contents).setMimeType(ContentService.MimeType.JSON); }`);
    const { value } = await platform.run('doPost', [{ postData: { contents: '{"a":1}' } }], web);
    expect(value).toMatchObject({ $: 'TextOutput', content: '{"a":1}', mimeType: 'JSON' });
  });

  test.each(['"a text"', 'null', '({ content: "x" })', 'SpreadsheetApp'])(
    'answers with nothing but a page or a text: %s fails',
    async (returned) => {
      const platform = await app(`function doGet() { return ${returned}; }`);
      const { error } = await platform.run('doGet', [{}], web);
      expect(error?.message).toBe(
        'The script completed but the returned value is not a supported return type.',
      );
    },
  );

  test('has no spreadsheet, and neither its properties, its cache nor its lock', async () => {
    const platform = await app(`function main() { return [
      SpreadsheetApp.getActive(), SpreadsheetApp.getActiveSpreadsheet(), PropertiesService.getDocumentProperties(),
      CacheService.getDocumentCache(), LockService.getDocumentLock(), PropertiesService.getScriptProperties() !== null]; }`);
    expect((await platform.run('main')).value).toEqual([null, null, null, null, null, true]);
  });

  test('can share the clock of another script', async () => {
    const first = await open('function main() { Utilities.sleep(5000); return Date.now(); }');
    const second = await open('function main() { return Date.now(); }', { webApp: true, clock: first.clock });
    const { value } = await first.run('main');
    expect((await second.run('main')).value).toBe(value);
  });

  const page = (code: string) => {
    const distDir = mkdtempSync(join(tmpdir(), 'web-app-'));
    writeFileSync(join(distDir, 'Page.html'), '<p>Page</p>');
    return open(`function doGet() { return HtmlService.createHtmlOutputFromFile('Page')${code}; }`, {
      webApp: true,
      distDir,
    });
  };

  test('answers with a page that has the title and the tags it was given', async () => {
    const platform = await page(".setTitle('Links').addMetaTag('viewport', 'width=device-width')");
    expect((await platform.run('doGet', [{}], web)).value).toMatchObject({
      $: 'HtmlOutput',
      title: 'Links',
      content: '<p>Page</p>',
      meta: { viewport: 'width=device-width' },
    });
  });

  test('has no tag that Google lets no page have', async () => {
    const platform = await page(".addMetaTag('referrer', 'no-referrer')");
    const { error } = await platform.run('doGet', [{}], web);
    expect(error?.message).toBe('The meta tag you specified is not allowed in this context.');
  });
});
