import type { Query } from '../../src/query/query';
import { grouped, overview, query, view } from '../sidebar/views';
import { Alone } from './alone';
import { describeInBrowser } from './browser';

describeInBrowser('how a refresh goes on, in the builder', () => {
  let alone: Alone;

  beforeAll(async () => {
    alone = await Alone.begin();
  });

  afterEach(async () => {
    expect(await alone.findings()).toEqual([]);
    expect(await alone.page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(300);
  });

  afterAll(async () => {
    await alone.end();
    expect(alone.complaints).toEqual([]);
  });

  async function edit(change: Partial<Query>): Promise<void> {
    const columns = [{ field: 'date' }, { field: 'hours' }];
    const own = query({ id: 'Hours', name: 'Hours', grain: 'grouped', columns, ...change });
    await alone.open({
      loadOverview: overview({ queries: [view('Hours', { query: own })], reports: [grouped] }),
      saveQuery: ({ query: draft }: { query: object }) => ({ ...draft, id: 'Hours' }),
      listValues: { values: [], complete: true, problems: [] },
    });
    await alone.button('More for Hours').click();
    await alone.page.getByRole('menuitem', { name: 'Edit' }).click();
    await alone.button(/^Options/).click();
  }

  const choice = (name: string) => alone.page.getByRole('radio', { name });

  test('the last days alone are updated where that fits, and what doesn’t fit says why', async () => {
    await edit({});
    expect(await choice('Add and update by ID').isDisabled()).toBe(true);
    await alone.text('its rows are grouped');
    await choice('Update the last days, keep older rows').check();
    await alone.page.getByLabel('Days', { exact: true }).fill('14');
    await alone.button('Save', true).click();
    await alone.text('is saved');
    const call = alone.calls.find(({ entry }) => entry === 'saveQuery');
    expect(call?.payload.query).toMatchObject({ mode: { kind: 'last-days', days: 14 } });
  });

  test('a mode that no longer fits keeps the query from being saved, and is shown', async () => {
    await edit({ mode: { kind: 'last-days', days: 7 }, totals: true });
    await alone.text('it has totals. Remove that first.');
    await choice('Replace everything').check();
    await alone.button('Save', true).click();
    await alone.text('is saved');
  });
});
