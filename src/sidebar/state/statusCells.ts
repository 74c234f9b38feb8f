import { words } from '../words';
import type { App } from './app';

/** Puts cells that say how a query stands, or all, at the selected cell. */
export async function placeStatus(app: App, query?: string): Promise<void> {
  await app.attempt(async () => {
    const { address } = await app.call('placeStatus', query === undefined ? { all: true } : { query });
    await app.readQueries();
    app.say(words.health.placed(address));
  });
}

/** Takes the status cells of a query out of the sheet. */
export async function removeStatus(app: App, query: string): Promise<void> {
  await app.attempt(async () => {
    await app.call('removeStatus', { query });
    await app.readQueries();
    app.say(words.health.removed);
  });
}
