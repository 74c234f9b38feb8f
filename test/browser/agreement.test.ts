import { complete, NOW, overview, view } from '../sidebar/views';
import { Alone } from './alone';
import { describeInBrowser } from './browser';

const fresh = (name: string) => view(name, { state: complete(NOW) });
const changed = (name: string) => ({
  ...fresh(name),
  agreement: { digest: 'd', changes: ['Cost rate was added.', 'The account is now Acme.'] },
});
const done = { state: 'done', rows: 3, warnings: [], requests: 1 };

describeInBrowser('agreeing to what others changed', () => {
  let alone: Alone;

  beforeAll(async () => {
    alone = await Alone.begin();
  });

  afterAll(async () => {
    await alone.end();
    expect(alone.complaints).toEqual([]);
  });

  test('by keyboard: the row says so, the dialog says what, and agreeing refreshes', async () => {
    await alone.open({
      loadOverview: { ...overview(), queries: [changed('Hours'), fresh('Team')] },
      agreeToQuery: fresh('Hours'),
      startRefresh: done,
      listQueries: [fresh('Hours'), fresh('Team')],
    });
    await alone.text('Changed by somebody else');
    expect(await alone.findings()).toEqual([]);
    await alone.button('Refresh Hours').focus();
    await alone.page.keyboard.press('Enter');
    await alone.text('Agree to this change?');
    await alone.text('The account is now Acme.');
    expect(await alone.findings()).toEqual([]);
    await alone.page.keyboard.press('Shift+Tab');
    await alone.page.keyboard.press('Enter');
    await alone.text('Hours: 3 rows, complete.');
    expect(alone.calls.find(({ entry }) => entry === 'agreeToQuery')?.payload).toEqual({
      query: 'Hours',
      digest: 'd',
    });
  });

  test('its screen offers to see what changed; not now leaves it', async () => {
    await alone.open({ loadOverview: { ...overview(), queries: [changed('Hours')] } });
    await alone.page.locator('.row-main').click();
    await alone.button('See what changed').click();
    await alone.button('Not now').click();
    await alone.text(/^Hours was changed by somebody else/);
    expect(alone.calls.some(({ entry }) => entry === 'agreeToQuery' || entry === 'startRefresh')).toBe(false);
  });
});
