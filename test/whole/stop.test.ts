import { newGround } from './ground';

const ground = newGround();

test('a refresh that is stopped while it reads leaves the old table, and is in the log as stopped', async () => {
  await ground.login('demo');
  const query = await ground.fill({ days: ['2026-05-01', '2026-05-31'], columns: ['date', 'entry-id'] });
  const before = await ground.standing(query);
  let asked = false;
  const progress = await ground.session.refresh(query.id, {
    async onCall({ name }) {
      if (asked || !name.startsWith('UrlFetchApp.')) return;
      asked = true;
      await ground.session.platform.run('stopRefresh', [JSON.stringify({ query: query.id })]);
    },
  });
  expect(progress.state).toBe('stopped');
  expect(await ground.standing(query)).toEqual(before);
  const [run] = await ground.session.call<object[]>('listRuns');
  expect(run).toMatchObject({ outcome: 'stopped', problem: 'Stopped by hand.', period: '1–31 May 2026' });
});

test('the next refresh goes on as ever', async () => {
  await ground.login('demo');
  const query = await ground.fill({ days: ['2026-05-01', '2026-05-31'], columns: ['date', 'entry-id'] });
  await ground.session.call('stopRefresh', { query: query.id });
  expect((await ground.refresh(query)).state).toBe('done');
});
