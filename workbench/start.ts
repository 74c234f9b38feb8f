import { keys } from './clockify/keys';
import { startHelp } from './help';
import { readPageArgs } from './page/args';
import { openPage } from './page/open';
import { BadArguments } from './parse';

/** `npm start`: serves the page on which the add-on is used without Google, until it is stopped. */
export async function main(args: string[]): Promise<number> {
  let page: Awaited<ReturnType<typeof openPage>>;
  try {
    const options = readPageArgs(args);
    if (options === null) {
      process.stdout.write(startHelp);
      return 0;
    }
    page = await openPage(options);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    const reason = { EADDRINUSE: 'the port is taken', EACCES: 'the port is not for you' }[code ?? ''];
    if (!(error instanceof BadArguments) && reason === undefined) throw error;
    process.stderr.write(`The page can't be started: ${reason ?? message}.\n`);
    return 1;
  }
  const key = page.demo ? `\n  Demo key   ${keys.demo}\n` : '';
  process.stdout.write(`\n  Clocktable  ${page.url}\n${key}\n  Ctrl-C stops it.\n\n`);
  await stopped();
  await page.close();
  return 0;
}

/** Waits until somebody stops it. */
function stopped(): Promise<void> {
  return new Promise((done) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => done());
  });
}
