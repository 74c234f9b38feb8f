import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Frame, Page } from 'playwright-core';
import type { Answer } from '../../src/google/answer';
import type { Progress } from '../../src/job/progress';
import type { LoginView } from '../../src/logins/manage';
import type { Query } from '../../src/query/query';
import { keys } from '../clockify/keys';
import type { Book } from './book';
import { chromiumPath, launchChromium } from './chromium';
import type { WorkbenchHooks } from './hooks';
import { type OpenPage, openPage } from './open';

/** How long a large table takes from the end of its refresh until it is drawn. */
export interface PageMeasure {
  readonly rows: number;
  readonly visibleMs: number;
}

/** The size of `dist/Sidebar.html`, and how long its first screen takes from navigation until it can be typed into. */
export interface SidebarMeasure {
  readonly bytes: number;
  readonly interactiveMs: number;
}

const fields =
  'date,start,end,duration,description,project,client,task,tags,user,billable,amount,currency,rate,type';
const openings = 5;
const settleMs = 500;

/** Refreshes 100,000 entries × 15 columns on the page; null where there is no Chromium. The page has to be built. */
export function measurePage(): Promise<PageMeasure | null> {
  return visiting(async (page, open) => {
    await page.goto(open.url);
    const frame = await sidebarOf(page);
    const ended = lastEnd(open.book);
    const login = await call<LoginView>(frame, 'addLogin', { key: keys.bench });
    const account = login.accounts.find(({ name }) => name === 'Bench 100k');
    if (!account) throw new Error('The demo has no Bench 100k');
    const query = await call<Query>(frame, 'saveQuery', {
      query: {
        version: 2,
        grain: 'each',
        name: 'Bench',
        report: 'time-entries',
        accounts: [{ login: login.id, workspace: account.id, name: account.name }],
        period: { kind: 'fixed', from: '2026-01-01', to: '2026-03-31' },
        zone: 'Etc/UTC',
        columns: fields.split(',').map((field) => ({ field })),
        options: { durations: 'duration' },
        target: { kind: 'cell', sheet: open.book.platform.workbook.activeSheetId, row: 1, column: 1 },
      } satisfies Omit<Query, 'id'>,
    });
    let progress = await call<Progress>(frame, 'startRefresh', { query: query.id });
    while (progress.state === 'reading' || progress.state === 'waiting')
      progress = await call<Progress>(frame, 'stepRefresh', { job: progress.job });
    if (progress.state !== 'done') throw new Error(progress.problem?.title ?? progress.state);
    await page.waitForFunction(drawnRows, progress.rows, { timeout: 60_000, polling: 20 });
    return { rows: progress.rows, visibleMs: Math.round(performance.now() - ended()) };
  });
}

/** Opens the built sidebar a few times; the time is the median. Null where there is no Chromium. */
export function measureSidebar(): Promise<SidebarMeasure | null> {
  return visiting(async (page, open) => {
    await page.addInitScript(noteFirstInput);
    const times: number[] = [];
    for (let opening = 0; opening < openings; opening++) {
      await page.goto(`${open.url}/?sidebar=closed`);
      await page.waitForFunction(() => (window.workbench?.drawn() ?? null) !== null);
      // The grid's own start is no part of it.
      await page.waitForTimeout(settleMs);
      await open.book.choose('user-1', 'openSidebar');
      const frame = await sidebarOf(page);
      await frame.waitForFunction(() => window.firstInputMs !== undefined);
      times.push(await frame.evaluate(() => window.firstInputMs as number));
    }
    const bytes = statSync(join(open.book.platform.distDir, 'Sidebar.html')).size;
    return { bytes, interactiveMs: Math.round(times.sort((a, b) => a - b)[Math.floor(openings / 2)]) };
  });
}

/**
 * Watches a book's executions; returns a function that says when the last one ended. The page itself hears of that only when it has
 * drawn what was written before.
 */
function lastEnd(book: Book): () => number {
  const run = book.run.bind(book);
  let at = performance.now();
  book.run = async (...call) => {
    const answer = await run(...call);
    at = performance.now();
    return answer;
  };
  return () => at;
}

async function visiting<T>(work: (page: Page, open: OpenPage) => Promise<T>): Promise<T | null> {
  if (chromiumPath() === null) return null;
  const open = await openPage({ port: 0, clockify: 'demo', workbook: undefined, locale: 'en_US' });
  let browser: Browser | null = null;
  try {
    browser = await launchChromium();
    return await work(await browser.newPage({ viewport: { width: 1440, height: 900 } }), open);
  } finally {
    await browser?.close();
    await open.close();
  }
}

async function sidebarOf(page: Page): Promise<Frame> {
  const element = await page.waitForSelector('iframe');
  const frame = await element.contentFrame();
  if (!frame) throw new Error('The sidebar has no frame');
  await frame.waitForFunction(() => 'google' in window);
  return frame;
}

/** Calls an entry point from the sidebar's frame, as the sidebar does. */
async function call<T>(frame: Frame, entry: string, payload: unknown): Promise<T> {
  const text = await frame.evaluate(
    ([name, argument]) =>
      new Promise<string>((resolve, reject) => {
        const { run } = (window as unknown as { google: { script: { run: Runner } } }).google.script;
        run.withSuccessHandler(resolve).withFailureHandler(reject)[name](argument);
      }),
    [entry, JSON.stringify(payload)] as const,
  );
  const answer = JSON.parse(text) as Answer<T>;
  if (!answer.ok) throw new Error(answer.problem.title);
  return answer.value;
}

interface Runner {
  withSuccessHandler(handler: (text: string) => void): Runner;
  withFailureHandler(handler: (error: Error) => void): Record<string, (argument: string) => void>;
}

/** In the page: whether the tab in front is drawn with so many rows and a header. */
function drawnRows(rows: number): boolean {
  return (window.workbench?.drawn()?.rows ?? 0) > rows;
}

/** In every frame: when the first field or button can be used, in milliseconds since its navigation. */
function noteFirstInput(): void {
  const look = () => {
    const first = document.querySelector<HTMLElement>('input:enabled, button:enabled');
    if (first && first.getClientRects().length > 0) window.firstInputMs = performance.now();
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

interface BrowserWindow {
  workbench?: WorkbenchHooks;
  firstInputMs?: number;
}

// What runs in the browser is written here; the rest of this file knows no DOM.
declare const window: BrowserWindow & Record<string, unknown>;
declare const document: { querySelector<T>(selector: string): T | null };
declare function requestAnimationFrame(next: () => void): void;
interface HTMLElement {
  getClientRects(): { length: number };
}
