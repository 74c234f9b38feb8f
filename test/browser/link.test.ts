import { join } from 'node:path';
import type { Browser, BrowserContext, Frame, Page } from 'playwright-core';
import { keys } from '../../workbench/clockify/keys';
import { launchChromium } from '../../workbench/page/chromium';
import { findingsIn } from './alone';
import { describeInBrowser, Visit } from './browser';
import { settled } from './grid';

/** A browser of somebody else's, on a phone: a profile of its own, 360 pixels wide. */
class Phone {
  readonly complaints: string[] = [];
  /** Every address that was asked for, with what was sent there. */
  readonly requests: string[] = [];

  private constructor(
    private readonly context: BrowserContext,
    readonly page: Page,
  ) {
    page.setDefaultTimeout(15_000);
    page.on('pageerror', (error) => this.complaints.push(error.message));
    context.on('request', (request) =>
      this.requests.push(`${request.method()} ${request.url()} ${request.postData() ?? ''}`),
    );
  }

  static async begin(browser: Browser): Promise<Phone> {
    const context = await browser.newContext({
      viewport: { width: 360, height: 740 },
      deviceScaleFactor: 2,
      hasTouch: true,
      isMobile: true,
    });
    return new Phone(context, await context.newPage());
  }

  async open(address: string): Promise<void> {
    await this.page.goto('about:blank');
    await this.page.goto(address);
  }

  /** The page inside the frame in which Google serves it. */
  get link() {
    return this.page.frameLocator('iframe');
  }

  frame(): Frame {
    const found = this.page.frames().find((frame) => frame.url().includes('/frame/'));
    if (!found) throw new Error('the page of the link is not there');
    return found;
  }

  heading(name: string | RegExp) {
    return this.link.getByRole('heading', { level: 1, name }).waitFor();
  }

  button(name: string) {
    return this.link.getByRole('button', { name, exact: true });
  }

  async text(text: string | RegExp): Promise<void> {
    try {
      await this.link.getByText(text).first().waitFor();
    } catch {
      throw new Error(
        `The page doesn't show ${text}. It shows:\n${await this.link.locator('body').innerText()}`,
      );
    }
  }

  /** How much wider than the screen the page is. */
  overhang(): Promise<number> {
    return this.frame().evaluate('document.documentElement.scrollWidth - innerWidth');
  }

  async picture(name: string): Promise<void> {
    if (!process.env.PICTURES) return;
    const path = join(__dirname, '../../docs/pictures', `${name}.png`);
    const body = await this.frame().evaluate('document.documentElement.scrollHeight');
    await this.page.setViewportSize({ width: 360, height: Number(body) });
    await this.page.screenshot({ path });
    await this.page.setViewportSize({ width: 360, height: 740 });
  }

  end(): Promise<void> {
    return this.context.close();
  }
}

describeInBrowser('an authentication link', () => {
  let visit: Visit;
  /** A browser of its own: nothing of the asker's is in it. */
  let browser: Browser;
  let phone: Phone;

  beforeAll(async () => {
    visit = await Visit.begin();
    browser = await launchChromium();
  });

  beforeEach(async () => {
    phone = await Phone.begin(browser);
  });

  afterEach(async () => {
    await phone.end();
    expect(phone.complaints).toEqual([]);
  });

  afterAll(async () => {
    await browser.close();
    await visit.end();
    expect(visit.complaints).toEqual([]);
  });

  const kept = () => {
    const { 'link-token': _, ...links } = visit.open.links.app.platform.properties('script').all();
    return Object.values(links).join('\n');
  };

  /** Asks in the sidebar, and gives the address in the text to send. */
  async function ask(purpose = 'The monthly report of our hours'): Promise<string> {
    const { sidebar } = visit;
    await sidebar.getByLabel('Who asks').fill('Ana Oliveira');
    await sidebar.getByLabel('What for').fill(purpose);
    await visit.button('Make the link').click();
    const text = await sidebar.getByLabel('The text to send').inputValue();
    await sidebar.getByRole('dialog').getByRole('button', { name: 'Done' }).click();
    return text.split('\n').at(-1) ?? '';
  }

  test('is asked for, opened on a phone, answered, picked up, and its sealed text is gone', async () => {
    await visit.sidebar.getByRole('button', { name: 'Ask somebody for access' }).click();
    await visit.heading('Ask somebody for access');
    const address = await ask();
    await visit.text('Not answered yet');

    await phone.open(address);
    await phone.heading('Ana Oliveira asks for access to your Clockify account');
    await phone.text('The monthly report of our hours');
    for (const part of ['What you give', 'How to get a key', 'How to take it back'])
      await phone.link.getByRole('heading', { name: part }).waitFor();
    expect(await phone.overhang()).toBeLessThanOrEqual(0);
    expect(await findingsIn(phone.frame())).toEqual([]);
    await phone.picture('link');
    await phone.link.getByLabel('API key', { exact: true }).fill(keys.demo);
    await phone.link.getByLabel('Region of your account').selectOption('Global');
    await phone.button('Give access').tap();
    await phone.heading('Done');
    await phone.text(/waits, encrypted, until the add-on of Ana Oliveira picks it up/);
    expect(await findingsIn(phone.frame())).toEqual([]);
    expect(kept()).toContain('"answer":"1.');

    await visit.button('Look again').click();
    await visit.button('Pick up').click();
    await visit.text(/Mara Lindholt is your login now: 3 accounts/);
    await visit.text('Picked up');
    expect(kept()).toContain('"answer":null');

    await phone.open(address);
    await phone.heading('This link has been used');

    const secret = address.split('.').at(-1) ?? '';
    const seen = JSON.stringify([phone.requests, visit.open.links.app.visits, kept()]);
    for (const hidden of [keys.demo, secret]) {
      expect(seen).not.toContain(hidden);
      expect(seen).not.toContain(hidden.slice(0, 24));
    }
    expect(visit.open.links.app.visits.flatMap(({ logs }) => logs)).toEqual([]);
  });

  test('says what is wrong with a key before it is sent, by keyboard alone', async () => {
    await phone.open(await ask());
    await phone.heading(/^Ana Oliveira asks/);
    const { keyboard } = phone.page;
    const field = phone.link.getByLabel('API key', { exact: true });
    await field.focus();
    for (const [typed, said] of [
      ['', 'Paste your API key first.'],
      ['mara@example.com', /This is an e-mail address/],
      ['two words', /it has spaces/],
      ['too-short', /This is too short for a key/],
    ] as const) {
      await field.fill(typed);
      await keyboard.press('Enter');
      await phone.text(said);
      expect(await field.getAttribute('aria-invalid')).toBe('true');
    }
    expect(await findingsIn(phone.frame())).toEqual([]);
    await keyboard.press('Tab');
    await keyboard.press('Enter');
    expect(await field.getAttribute('type')).toBe('text');
    await keyboard.press('Tab');
    await phone.link.getByLabel('Region of your account').selectOption('A sub-domain of our own');
    await phone.link.getByLabel('Sub-domain').fill('not one!');
    await field.fill(keys.subdomain);
    await keyboard.press('Enter');
    await phone.text('Type the part before .clockify.me: letters, digits and hyphens.');
    await phone.link.getByLabel('Sub-domain').fill('https://Acme.clockify.me/tracker');
    await keyboard.press('Enter');
    await phone.heading('Done');
    expect(phone.requests.join('\n')).not.toContain(keys.subdomain);
  });

  test('keeps the key where it could not be sent, and sends the same once more', async () => {
    await phone.open(await ask());
    await phone.link.getByLabel('API key', { exact: true }).fill(keys.demo);
    let answered = 0;
    await phone.page.route('**/run', async (route) => {
      answered += 1;
      // The first is executed, and its answer lost.
      if (answered === 1) await route.fetch();
      await (answered < 2 ? route.abort() : route.continue());
    });
    await phone.button('Give access').tap();
    await phone.text(/It could not be sent/);
    await phone.button('Give access').tap();
    await phone.heading('Done');
    expect(answered).toBe(2);
  });

  test('takes one of two answers: the other is told', async () => {
    const address = await ask();
    const other = await Phone.begin(browser);
    await phone.open(address);
    await other.open(address);
    for (const each of [phone, other]) await each.link.getByLabel('API key', { exact: true }).fill(keys.demo);
    await phone.button('Give access').tap();
    await phone.heading('Done');
    await other.button('Give access').tap();
    await other.heading('This link has been answered');
    expect(await findingsIn(other.frame())).toEqual([]);
    expect(other.complaints).toEqual([]);
    await other.end();
  });

  test('that was withdrawn, has expired, is cut off or unknown says so', async () => {
    const address = await ask('A report that nobody needs');
    const card = visit.sidebar.getByTestId('link').filter({ hasText: 'A report that nobody needs' });
    await card.getByRole('button', { name: 'Withdraw' }).click();
    await visit.sidebar.getByRole('dialog').getByRole('button', { name: 'Withdraw' }).click();
    await card.getByText('Withdrawn').waitFor();
    await phone.open(address);
    await phone.heading('This link was withdrawn');

    const expiring = await ask();
    visit.open.book.platform.clock.advance(3 * 86_400_000);
    await phone.open(expiring);
    await phone.heading('This link has expired');
    visit.open.book.platform.clock.advance(7 * 86_400_000);
    await phone.open(expiring);
    await phone.heading('This link doesn’t work');

    await phone.open(expiring.slice(0, -1));
    await phone.heading('This link isn’t complete');
    const fresh = await ask();
    await phone.open(fresh.replace(/.{4}$/, (end) => (end === '0000' ? '1111' : '0000')));
    await phone.heading('This link isn’t complete');
    expect(await findingsIn(phone.frame())).toEqual([]);
  });

  test('shows the words of whoever asks as they are, and nothing else of them', async () => {
    const hostile = '<img src=x onerror="parent.hacked=1"><b>bold</b> \u202egnp.exe https://evil.example';
    await visit.sidebar.getByLabel('Who asks').fill('x');
    const address = await ask(hostile);
    await phone.open(address);
    const shown = await phone.link.locator('.ask dd').innerText();
    expect(shown).toBe('<img src=x onerror="parent.hacked=1"><b>bold</b> gnp.exe https://evil.example');
    expect(await phone.link.locator('img, b, .ask a').count()).toBe(0);
  });

  test('that can’t reach its project says that nothing was sent, and can be opened again', async () => {
    const address = await ask();
    await phone.page.route('**/run', (route) => route.abort());
    await phone.open(address);
    await phone.heading('The link could not be opened');
    await phone.page.unroute('**/run');
    await phone.button('Try again').tap();
    await phone.heading(/^Ana Oliveira asks/);
  });

  test('whose page is framed by another site shows nothing', async () => {
    const address = await ask();
    await phone.page.route('http://evil.example/', (route) =>
      route.fulfill({ contentType: 'text/html', body: `<iframe src="${address}"></iframe>` }),
    );
    await phone.page.goto('http://evil.example/');
    await settled(async () => {
      const inner = phone.page.frames().filter((frame) => frame.url().includes('/frame/'));
      expect(inner).toEqual([]);
      expect(phone.page.frames()).toHaveLength(2);
    });
  });
});
