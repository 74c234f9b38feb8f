import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { source as axe } from 'axe-core';
import type { Browser, Frame, Page } from 'playwright-core';
import type { Overview } from '../../src/actions/overview';
import type { Entries } from '../../src/sidebar/entries';
import { launchChromium } from '../../workbench/page/chromium';

/** What entry points answer: a value, or a function of what they were asked that gives one or throws a problem. */
export type Answers = Partial<Record<keyof Entries, unknown>>;

/** Thrown by an answer: the problem that the call gives instead of a value. */
export class Refused {
  constructor(readonly problem: object) {}
}

const ADDRESS = 'https://sidebar.example/';

/**
 * The sidebar alone in a browser, its script played by prepared answers: for what a spreadsheet and a Clockify take long to
 * bring about.
 */
export class Alone {
  /** What the browser complained of. */
  readonly complaints: string[] = [];
  /** What was called, in order. */
  calls: { entry: string; payload: Record<string, unknown> }[] = [];
  private answers: Answers = {};

  private constructor(
    readonly browser: Browser,
    readonly page: Page,
  ) {}

  static async begin(): Promise<Alone> {
    const browser = await launchChromium();
    const page = await browser.newPage({ viewport: { width: 300, height: 760 }, deviceScaleFactor: 2 });
    const alone = new Alone(browser, page);
    page.setDefaultTimeout(15_000);
    page.on('pageerror', (error) => alone.complaints.push(error.message));
    const body = readFileSync(join(__dirname, '../../dist/Sidebar.html'), 'utf8');
    await page.route(ADDRESS, (route) => route.fulfill({ contentType: 'text/html', body }));
    await page.exposeFunction('answerCall', (entry: string, argument: string) =>
      alone.answer(entry, argument),
    );
    await page.addInitScript(playScript);
    return alone;
  }

  /** Opens the sidebar anew with these answers. */
  async open(answers: Answers): Promise<void> {
    this.answers = answers;
    this.calls = [];
    await this.page.goto('about:blank');
    await this.page.goto(ADDRESS);
  }

  /** Answers otherwise from now on. */
  change(answers: Answers): void {
    this.answers = { ...this.answers, ...answers };
  }

  async end(): Promise<void> {
    await this.browser.close();
  }

  button(name: string | RegExp, exact = false) {
    return this.page.getByRole('button', { name, exact });
  }

  /** Waits until a text is shown. */
  async text(text: string | RegExp): Promise<void> {
    try {
      await this.page.getByText(text).first().waitFor();
    } catch {
      throw new Error(`The sidebar doesn't show ${text}. It shows:\n${await this.shown()}`);
    }
  }

  /** A picture for the README, made only when pictures are asked for (`PICTURES=1`). */
  async picture(name: string): Promise<void> {
    if (!process.env.PICTURES) return;
    await this.page.mouse.move(0, 0);
    await this.page.evaluate(STILL);
    await this.page.screenshot({ path: join(__dirname, '../../docs/pictures', `${name}.png`) });
  }

  /** All that is shown. */
  shown(): Promise<string> {
    return this.page.locator('body').innerText();
  }

  findings(): Promise<string[]> {
    return findingsIn(this.page.mainFrame());
  }

  /** Logins that are read again are those that it began with, unless they are answered otherwise. */
  private asBegun(entry: string): unknown {
    const begun = this.answers.loadOverview as Partial<Overview> | undefined;
    return ['listLogins', 'freshenAccounts'].includes(entry) ? begun?.logins : undefined;
  }

  private async answer(entry: string, argument: string): Promise<string> {
    const payload = JSON.parse(argument) as Record<string, unknown>;
    this.calls.push({ entry, payload });
    const answer = this.answers[entry as keyof Entries] ?? this.asBegun(entry);
    if (answer === undefined) return JSON.stringify({ ok: true, value: null });
    try {
      const value = typeof answer === 'function' ? await answer(payload) : answer;
      return JSON.stringify({ ok: true, value });
    } catch (refused) {
      if (!(refused instanceof Refused)) throw refused;
      return JSON.stringify({ ok: false, problem: refused.problem });
    }
  }
}

/** In the page: waits until nothing fades or slides any more. What turns for ever is left turning. */
const STILL = `Promise.all(
  document.getAnimations()
    .filter(({ effect }) => effect.getComputedTiming().endTime !== Infinity)
    .map(({ finished }) => finished.catch(() => null)),
).then(() => null)`;

/** What axe-core finds in a frame once its colours are those that stay. */
export async function findingsIn(frame: Frame): Promise<string[]> {
  await frame.evaluate(STILL);
  await frame.evaluate(axe);
  const { violations } = (await frame.evaluate('axe.run(document)')) as {
    violations: { id: string; nodes: { html: string }[] }[];
  };
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}

/** In the page: `google.script.run` as the prepared answers play it. */
function playScript(): void {
  type Handler = (value: unknown) => void;
  const host = globalThis as unknown as {
    google: unknown;
    answerCall(entry: string, argument: string): Promise<string>;
  };
  const runner = (good: Handler, bad: Handler): object =>
    new Proxy(
      {},
      {
        get: (_, name: string) => {
          if (name === 'withSuccessHandler') return (handler: Handler) => runner(handler, bad);
          if (name === 'withFailureHandler') return (handler: Handler) => runner(good, handler);
          return (argument: string) => void host.answerCall(name, argument).then(good, bad);
        },
      },
    );
  host.google = {
    script: {
      run: runner(
        () => undefined,
        () => undefined,
      ),
      host: { close() {} },
    },
  };
}
