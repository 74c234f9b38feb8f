import { newGround } from './ground';

const ground = newGround();
const LUMEN = 'Lumen & Loom';
const wish = { accounts: [LUMEN], columns: ['date', 'entry-id'] };
const NOTHING = { path: '/reports/detailed', fault: { kind: 'no-rows' as const } };

test('an answer with nothing in it is asked for again before a table is emptied', async () => {
  await ground.login('demo');
  const query = await ground.fill(wish);
  const before = (await ground.table(query)).values;
  await ground.fault({ ...NOTHING, times: 1 });
  await ground.refresh(query);
  expect((await ground.table(query)).values).toEqual(before);
  expect((await ground.view(query)).state.warnings).toEqual([]);
});

test('nothing twice in a row is written, and said to be confirmed', async () => {
  await ground.login('demo');
  const query = await ground.fill(wish);
  await ground.fault(NOTHING);
  await ground.refresh(query);
  expect((await ground.table(query)).values).toHaveLength(1);
  const { state } = await ground.view(query);
  expect(state.warnings).toEqual([
    expect.stringMatching(/^0 rows, confirmed by a second reading: there were [\d,]+ before\.$/),
  ]);
  await ground.asked();
  await ground.refresh(query);
  expect(await ground.asked()).toHaveLength(1);
});

test('another question may have another answer at once', async () => {
  await ground.login('demo');
  const query = await ground.fill(wish);
  const { query: placed } = await ground.view(query);
  const period = { kind: 'fixed' as const, from: '2030-01-01', to: '2030-01-31' };
  const other = await ground.session.saveQuery({ ...placed, period });
  await ground.asked();
  await ground.refresh(other);
  expect(await ground.asked()).toHaveLength(1);
});
