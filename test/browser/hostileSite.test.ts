import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { keys } from '../../workbench/clockify/keys';
import { describeInBrowser, Visit } from './browser';

/* A page of somebody else's, open in the same browser as the workbench: on another port of this machine, and anywhere on the web. */

// What it sends is nothing that the add-on sent: the check of its requests doesn't see it.
delete process.env.DEMO_REQUEST_LOG;

const body = readFileSync(join(__dirname, 'hostileSite.html'), 'utf8');

describeInBrowser('a page of another site', () => {
  let visit: Visit;
  let site: Server;
  let before: string;

  /** Everything that a request could change. */
  function standing(): string {
    const { links, book } = visit.open;
    const { platform } = book;
    const stores = ['user user-1', 'user user-2', 'document', 'script'];
    return JSON.stringify([
      platform.spreadsheetName,
      platform.spreadsheet.snapshot(),
      stores.map((store) => platform.properties(store).all()),
      links.app.platform.properties('script').all(),
    ]);
  }

  beforeAll(async () => {
    visit = await Visit.begin();
    await visit.connect('demo');
    site = createServer((_, response) => {
      response.writeHead(200, { 'Content-Type': 'text/html' }).end(body);
    });
    await new Promise<void>((done) => site.listen(0, '127.0.0.1', done));
    before = standing();
  });

  afterAll(async () => {
    await new Promise((done) => site.close(done));
    await visit.end();
    expect(visit.complaints).toEqual([]);
  });

  /** Opens it in the browser in which the workbench is open. */
  async function evil(where: string): Promise<Page> {
    const page = await visit.browser.newPage();
    await page.route('https://evil.example/**', (route) => route.fulfill({ contentType: 'text/html', body }));
    const { port } = site.address() as AddressInfo;
    await page.goto(where === 'web' ? 'https://evil.example/' : `http://${where}:${port}/`);
    return page;
  }

  function addresses(): string[] {
    const { url, links, demo } = visit.open;
    const frames = url.replace('127.0.0.1', 'localhost');
    const served = new URL(links.addresses.origin).origin;
    const paths = [
      'state?user=1',
      'tab/1',
      'events?user=1',
      'csv/1',
      'edit?user=1',
      'run?user=1',
      'menu?user=1',
    ];
    return [
      ...paths.flatMap((path) => [`${url}/${path}`, `${frames}/${path}`]),
      `${url}/name?user=1`,
      `${url}/break?user=1`,
      `${frames}/sidebar/1`,
      `${served}/run`,
      `${demo?.url}/_demo/world`,
      `${demo?.url}/_demo/keys/revoke`,
      `${demo?.url}/_demo/reset`,
    ];
  }

  test.each(['127.0.0.1', 'localhost', 'web'])('at %s reads nothing and changes nothing', async (where) => {
    const page = await evil(where);
    expect(await page.evaluate(`readable(${JSON.stringify(addresses())})`)).toEqual([]);
    const taking = addresses().filter((address) => !/state|tab|csv|events|sidebar|world/.test(address));
    await page.evaluate(`send(${JSON.stringify(taking)})`);
    expect(standing()).toBe(before);
    const alive = await fetch(`${visit.open.demo?.url}/api/v1/user`, { headers: { 'X-Api-Key': keys.demo } });
    expect(alive.status).toBe(200);
    await page.close();
  });

  test('could read what a server lets it read', async () => {
    const page = await evil('127.0.0.1');
    const found = await page.evaluate(`readable([${JSON.stringify(page.url())}])`);
    expect(found).toEqual(expect.arrayContaining([`fetch ${page.url()}`, `post ${page.url()}`]));
    await page.close();
  });

  test.each(['127.0.0.1', 'web'])('at %s frames neither the workbench nor its sidebar', async (where) => {
    const page = await evil(where);
    const sidebar = visit.frame().url();
    for (const address of [visit.open.url, sidebar]) await page.evaluate(`frame('${address}')`);
    await page.waitForTimeout(1500);
    const framed = page.frames().filter((frame) => frame.parentFrame() !== null);
    expect(framed).toHaveLength(2);
    for (const frame of framed) expect(await frame.content()).not.toMatch(/Clocktable|workbench-token/);
    await page.close();
  });

  test('that opens the workbench has no hold of its window', async () => {
    const page = await evil('127.0.0.1');
    const [opened] = await Promise.all([
      page.context().waitForEvent('page'),
      page.evaluate(`hold('${visit.open.url}')`),
    ]);
    await opened.waitForLoadState();
    await page.waitForFunction('held.closed');
    expect(await opened.evaluate('window.opener')).toBeNull();
    await page.close();
  });
});
