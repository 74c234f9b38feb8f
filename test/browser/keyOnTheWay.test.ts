import type { Page } from 'playwright-core';
import { keys } from '../../workbench/clockify/keys';
import { type Demo, startDemo } from '../../workbench/clockify/start';
import { launchChromium } from '../../workbench/page/chromium';
import { type OpenPage, openPage } from '../../workbench/page/open';
import { projectRoot } from '../../workbench/session';
import { formsOf } from '../whole/formsOf';
import { describeInBrowser, Visit } from './browser';

/* A key between the person who pastes it and the server: it goes one way, once. */

/** In a frame: what it holds. One that may keep nothing says so by refusing to be asked. */
const HELD = `(() => {
  const kept = () => {
    try {
      return [{ ...localStorage }, { ...sessionStorage }, document.cookie];
    } catch {
      return 'nothing';
    }
  };
  const fields = [...document.querySelectorAll('input, textarea')].map(({ value }) => value);
  return JSON.stringify([location.href, document.documentElement.outerHTML, fields, history.state, name, kept()]);
})()`;

describeInBrowser('a key that is pasted into the sidebar', () => {
  let demo: Demo;
  let open: OpenPage;
  let visit: Visit;
  /** What went to the server and what came from it, as texts, with the address first. */
  const sent: string[] = [];
  const received: string[] = [];
  const logged: string[] = [];
  const forms = formsOf(keys.demo.slice(26, 44)).map(([, written]) => written);

  const holds = (text: string) => forms.some((form) => text.includes(form));

  function listen(page: Page): void {
    page.on('request', (request) => sent.push(`${request.url()}\n${request.postData() ?? ''}`));
    page.on('console', (message) => logged.push(message.text()));
    page.on('response', (response) => {
      const url = response.url();
      // Events never end; what they told is looked at in the page.
      if (url.includes('/events')) return;
      void response
        .body()
        .then((body) => received.push(`${url}\n${body.toString('latin1')}`))
        .catch(() => undefined);
    });
  }

  /** All that a page and its frames hold: what is shown, what fields hold, what is stored, where they have been. */
  async function heldIn(page: Page): Promise<string> {
    const held = await Promise.all(page.frames().map((frame) => frame.evaluate(HELD)));
    return held.join('\n');
  }

  beforeAll(async () => {
    // A Clockify that is not the page's own demo: that one's keys the page offers by itself.
    demo = await startDemo({ serverPath: `${projectRoot}/.cache/workbench/clockify/server.mjs` });
    open = await openPage({ port: 0, clockify: demo.url, workbook: undefined, locale: 'en_US' });
    const browser = await launchChromium();
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    listen(page);
    visit = await Visit.on(open, browser, page);
  });

  afterAll(async () => {
    await visit.end();
    await demo.stop();
    expect(visit.complaints).toEqual([]);
  });

  test('is not shown while it is typed, and offered to no list of what was typed before', async () => {
    const field = visit.sidebar.getByLabel('API key');
    await field.fill(keys.demo);
    expect(await field.getAttribute('type')).toBe('password');
    expect(await field.getAttribute('autocomplete')).toMatch(/off|new-password/);
    expect(await field.getAttribute('spellcheck')).not.toBe('true');
  });

  test('goes to the server in one request, in its body, and never comes back', async () => {
    await visit.connect('demo');
    await visit.fill('Tags', 'Quirks');
    await visit.page.reload();
    await visit.text('Tags');
    expect(received.length).toBeGreaterThan(10);
    const withKey = sent.filter(holds).map((text) => text.split('\n')[0]);
    expect(withKey).toEqual([`${open.url}/run?user=1`]);
    expect(received.filter(holds).map((text) => text.split('\n')[0])).toEqual([]);
    expect(logged.filter(holds)).toEqual([]);
  });

  test('is left nowhere in the page, its frames or what the browser keeps for them', async () => {
    const held = await heldIn(visit.page);
    expect(held.length).toBeGreaterThan(5000);
    expect(holds(held)).toBe(false);
  });
});
