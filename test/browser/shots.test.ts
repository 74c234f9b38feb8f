import { complete, NOW, overview, view } from '../sidebar/views';
import { Alone } from './alone';

const fresh = (name: string) => view(name, { state: complete(NOW) });
const changed = (name: string) => ({
  ...fresh(name),
  agreement: { digest: 'd', changes: ['Cost rate was added.', 'The account is now Acme.'] },
});
test('shots', async () => {
  const a = await Alone.begin();
  const shot = (n: string) => a.page.screenshot({ path: `/tmp/shots/${n}.png` });
  await a.open({
    loadOverview: {
      ...overview(),
      now: Date.now(),
      queries: [changed('Hours'), changed('Costs of the agency'), fresh('Team')],
    },
  });
  await a.text('Hours');
  await shot('1-home');
  await a.button('Refresh Hours').click();
  await a.text('Agree to');
  await shot('2-dialog');
  await a.button('Not now').click();
  await a.page.locator('.row-main').first().click();
  await a.text('See what');
  await shot('3-query');
  await a.end();
});
