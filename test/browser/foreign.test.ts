import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describeInBrowser, Visit } from './browser';

/** What another site's page tries when it knows where the workbench is: all that a browser sends without asking first. */
const attack = (target: string) => `<!doctype html><title>Kittens</title>
  <iframe name="hole"></iframe>
  <iframe id="framed" src="${target}/"></iframe>
  <form id="form" method="post" target="hole" enctype="text/plain" action="${target}/name?user=1">
    <input name='{"name":"Stolen","x":"' value='"}'>
  </form>
  <script>
    const send = (path, body) => fetch('${target}' + path, { method: 'POST', mode: 'no-cors', body: JSON.stringify(body) });
    const read = (path) => fetch('${target}' + path).then((got) => got.text(), () => '');
    const events = new Promise((heard) => {
      const source = new EventSource('${target}/events?user=1');
      source.onopen = () => heard('open');
      source.onerror = () => heard('');
    });
    document.getElementById('form').submit();
    window.got = Promise.all([
      send('/name?user=1', { name: 'Stolen' }).then(() => '', () => ''),
      send('/run?user=1', { functionName: 'eval', args: ['1'] }).then(() => '', () => ''),
      send('/break?user=1', { id: 'revoke', on: true }).then(() => '', () => ''),
      read('/'), read('/state?user=1'), read('/client/app.js'), events,
    ]).then((all) => all.join(''));
  </script>`;

describeInBrowser('a page of another site', () => {
  let visit: Visit;
  let site: Server;

  beforeAll(async () => {
    visit = await Visit.begin();
    site = createServer((_request, response) => {
      response.setHeader('Content-Type', 'text/html');
      response.end(attack(visit.open.url));
    });
    await new Promise<void>((listening) => site.listen(0, '127.0.0.1', listening));
  });

  afterAll(async () => {
    await visit.end();
    await new Promise((closed) => site.close(closed));
    expect(visit.complaints).toEqual([]);
  });

  test('reads nothing, changes nothing and frames nothing of the workbench', async () => {
    const other = await visit.browser.newPage();
    const address = `http://127.0.0.1:${(site.address() as AddressInfo).port}/`;
    await other.goto(address);
    expect(await other.evaluate('window.got')).toBe('');
    const framed = other.frames().map((frame) => frame.url());
    expect(framed).not.toContain(`${visit.open.url}/`);
    const { book } = visit.open;
    expect(book.platform.spreadsheetName).toBe('Hours');
    expect((await book.breaks?.views())?.filter(({ on }) => on)).toEqual([]);
    await other.close();
  });
});
