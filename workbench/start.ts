import { keys } from './clockify/keys';
import { openPage } from './page/open';
import { readPageWords } from './page/words';
import { BadWords } from './words';

/** `npm start`: serves the page on which the add-on is used without Google, until it is stopped. */
export async function main(words: string[]): Promise<number> {
  let page: Awaited<ReturnType<typeof openPage>>;
  try {
    page = await openPage(readPageWords(words));
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (!(error instanceof BadWords) && code !== 'EADDRINUSE') throw error;
    process.stderr.write(`The page can't be started: ${message}.\n`);
    return 1;
  }
  const key = page.demo ? `\n  Demo key   ${keys.demo}\n` : '';
  process.stdout.write(`\n  Clocktable  ${page.url}\n${key}\n  Ctrl-C stops it.\n\n`);
  await asked();
  await page.close();
  return 0;
}

/** Waits until somebody wants it to end. */
function asked(): Promise<void> {
  return new Promise((done) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => done());
  });
}
