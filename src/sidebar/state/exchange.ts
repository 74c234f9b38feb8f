import { words } from '../words';
import type { App } from './app';

/** Shows a query as JSON, to be copied. */
export async function copyAsJson(app: App, id: string): Promise<void> {
  await app.attempt(async () => {
    const { json } = await app.call('exportQuery', { query: id });
    await app.ask({ kind: 'copy-json', name: app.view(id)?.name ?? '', json });
  });
}

/** Asks for a query as JSON and shows it in the editor, with what could not be taken over. Nothing is saved. */
export async function newFromJson(app: App): Promise<void> {
  const json = await app.ask({ kind: 'paste-json' });
  if (json === null) return;
  await app.attempt(async () => {
    const { query, problems } = await app.call('importQuery', { json });
    app.go({ name: 'editor', draft: query, section: null, problems });
  });
}

/** Makes the query of the entries behind what is selected in the sheet, and its table. */
export async function showEntries(app: App): Promise<void> {
  await app.attempt(async () => {
    const query = await app.call('showEntries', {});
    await app.readQueries();
    await app.refresh([query.id]);
    app.show({ name: 'query', id: query.id });
    app.say(words.entries.made(query.name));
  });
}
