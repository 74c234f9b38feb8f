import { randomBytes } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import { DemoChat, readable } from '../chat';
import { type Demo, startDemo } from '../clockify/start';
import { Platform } from '../gas/platform';
import { type OpenLinks, openLinks } from '../link/open';
import { routeTo } from '../route';
import { projectRoot } from '../session';
import type { PageOptions } from './args';
import { Book } from './book';
import { assertKeepable, WorkbookFile } from './file';
import { Formulas } from './formulas';
import { LocalSecret } from './localSecret';
import { createPageServer } from './server';

/** The page as it is served. */
export interface OpenPage {
  /** Where a browser finds it, without a slash at the end. */
  readonly url: string;
  /** What every request of this start has to bring that reads or changes anything. */
  readonly token: string;
  readonly book: Book;
  readonly demo: Demo | null;
  readonly links: OpenLinks;
  /** Ends all that was started for it. */
  close(): Promise<void>;
}

const usualPort = 8765;

/**
 * Serves the workbench's page. The clock goes with the machine's, ahead of it by what service calls cost by the model: they
 * take no longer than they really do, and only requests to a server other than the demo are really waited between.
 */
export async function openPage(options: PageOptions): Promise<OpenPage> {
  const path = options.workbook === undefined ? null : resolve(options.workbook);
  if (path !== null) assertKeepable(path);
  const demo =
    options.clockify === 'demo'
      ? await startDemo({ serverPath: `${projectRoot}/.cache/workbench/clockify/server.mjs` })
      : null;
  const chat = await DemoChat.open();
  const formulas = new Formulas();
  let book: Book | null = null;
  let links: OpenLinks | null = null;
  const address = options.clockify === 'live' ? null : (demo?.url ?? options.clockify);
  const toClockify = routeTo(address);
  const platform = await Platform.open({
    codePath: `${projectRoot}/dist/Code.js`,
    workerPath: `${projectRoot}/.cache/workbench/gas/worker.mjs`,
    locale: options.locale,
    cpuFactor: 0,
    realSleep: demo === null,
    evaluate: formulas.evaluate,
    route: (url, now) =>
      book?.breaks?.networkCut
        ? undefined
        : (links?.addresses.route(url) ?? chat.route(url) ?? toClockify(url, now)),
  });
  const end = async () => {
    await links?.close();
    await platform.close();
    await chat.close();
    await demo?.stop();
  };
  try {
    platform.spreadsheetName = 'Hours';
    links = await openLinks(projectRoot, platform.clock, linkPort(options.port));
    const file =
      path === null
        ? null
        : new WorkbookFile(
            path,
            platform,
            new LocalSecret(`${projectRoot}/.cache/workbook-secret`),
            links.app.platform.properties('script'),
          );
    file?.load();
    links.connect(platform);
    const opened = new Book({ platform, formulas, demo, file, links });
    book = opened;
    chat.listen((message) =>
      opened.events.tell({
        type: 'toast',
        toast: { title: `Message to ${message.host}`, message: readable(message).join('\n'), seconds: 10 },
      }),
    );
    const token = randomBytes(24).toString('hex');
    const server = createPageServer(opened, `${projectRoot}/.cache/workbench/page`, token);
    opened.passing.begin();
    const port = await listen(server, options.port);
    return {
      url: `http://127.0.0.1:${port}`,
      token,
      book: opened,
      demo,
      links,
      async close() {
        opened.passing.close();
        opened.events.close();
        server.closeAllConnections();
        await new Promise((done) => server.close(done));
        file?.save();
        await end();
      },
    };
  } catch (error) {
    await end();
    throw error;
  }
}

/** The page that a link opens is beside this one, where that is free: a link that was sent works after the next start too. */
function linkPort(port = usualPort): number {
  return port === 0 ? 0 : port + 1;
}

/** Listens on the port that was asked for; else on the usual one, or on any when that is taken. */
async function listen(
  server: ReturnType<typeof createPageServer>,
  port: number | undefined,
): Promise<number> {
  const tryPort = (candidate: number) =>
    new Promise<number>((done, reject) => {
      server.once('error', reject);
      server.listen(candidate, '127.0.0.1', () => {
        server.off('error', reject);
        done((server.address() as AddressInfo).port);
      });
    });
  if (port !== undefined) return tryPort(port);
  return tryPort(usualPort).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EADDRINUSE') throw error;
    return tryPort(0);
  });
}
