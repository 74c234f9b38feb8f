import type { Progress, Together } from '../../src/job/progress';
import { keys } from '../../workbench/clockify/keys';
import { newGround } from './ground';
import { COLLEAGUE, Sharing } from './sharing';

const ground = newGround();
const sharing = new Sharing(ground);

/** Has the second page of a list wait for a minute. */
function hold(): Promise<void> {
  const headers = { 'Retry-After': '60' };
  return ground.fault({
    path: 'detailed',
    page: 2,
    times: 1,
    fault: { kind: 'status', status: 429, headers },
  });
}

const passAMinute = () => ground.session.platform.clock.advance(61_000);

test('a refresh that waits while its login moves to another region asks with the new key nowhere else', async () => {
  const login = await ground.login();
  const query = await ground.query({
    name: 'Hours',
    days: ['2026-01-01', '2026-06-30'],
    accounts: ['Lumen & Loom'],
  });
  await hold();
  const { job, state } = await ground.session.call<Progress>('startRefresh', { query: query.id });
  expect(state).toBe('waiting');
  await ground.session.call('replaceKey', { login: login.id, key: keys.demoMoved });
  passAMinute();
  await ground.asked();
  const after = await ground.session.call<Progress>('stepRefresh', { job });
  expect(after).toMatchObject({
    state: 'failed',
    problem: {
      title: 'Mara Lindholt has got another key while this was under way.',
      remedy: 'Refresh again: the new key is used then.',
      retry: 'now',
    },
  });
  expect(await ground.asked()).toEqual([]);
  await ground.refresh(query);
});

test('a refresh that waits while its login gets a key of somebody else puts nothing of the two together', async () => {
  const login = await ground.login();
  const query = await ground.query({
    name: 'Hours',
    days: ['2026-01-01', '2026-06-30'],
    accounts: ['Lumen & Loom'],
  });
  await hold();
  const { job } = await ground.session.call<Progress>('startRefresh', { query: query.id });
  await ground.session.call('replaceKey', { login: login.id, key: keys.member, anyway: true });
  passAMinute();
  await ground.asked();
  const { state, problem } = await ground.session.call<Progress>('stepRefresh', { job });
  expect([state, problem?.title]).toEqual([
    'failed',
    'Mara Lindholt has got another key while this was under way.',
  ]);
  expect(await ground.asked()).toEqual([]);
});

test('a refresh that waits goes on with another key of the same person', async () => {
  const login = await ground.login();
  const query = await ground.query({
    name: 'Hours',
    days: ['2026-01-01', '2026-06-30'],
    accounts: ['Lumen & Loom'],
  });
  await hold();
  const { job } = await ground.session.call<Progress>('startRefresh', { query: query.id });
  await ground.session.call('replaceKey', { login: login.id, key: keys.demoAgain });
  passAMinute();
  expect((await ground.session.call<Progress>('stepRefresh', { job })).state).toBe('done');
});

test('what a refusal really was stays said while other queries of the same refresh go on', async () => {
  await ground.login('bench');
  const waits = await ground.query({
    accounts: ['Bench 10k'],
    days: ['2026-01-01', '2026-03-31'],
    name: 'Waits',
  });
  const fails = await ground.query({ accounts: ['Bench 1k'], report: 'projects', name: 'Fails' });
  await ground.fault({
    path: 'projects',
    times: 1,
    fault: { kind: 'status', status: 401, body: { message: 'Unauthorized' } },
  });
  await hold();
  const codes = ({ queries }: Together) => queries.map(({ problem }) => problem?.code);
  const queries = [waits.id, fails.id];
  const first = await ground.session.call<Together>('startRefreshes', { queries });
  expect(first.state).not.toBe('done');
  expect(codes(first)).toEqual([undefined, 'forbidden']);
  passAMinute();
  expect(codes(await ground.session.call<Together>('stepRefreshes', { job: first.job }))).toEqual([
    undefined,
    'forbidden',
  ]);
});

test('a shared login that moved shows its accounts there to colleagues in each spreadsheet that its owner opens', async () => {
  const login = await ground.login();
  await sharing.share(login);
  const first = ground.session;
  ground.copy();
  await sharing.share(login);
  const second = ground.session;
  ground.turnTo(first);
  await ground.session.call('replaceKey', { login: login.id, key: keys.demoMoved });
  ground.turnTo(second);
  const { logins } = await sharing.open();
  const [seen] = await sharing.logins(COLLEAGUE);
  expect(seen.region).toBe('eu');
  expect(seen.accounts).toEqual(logins[0].accounts);
});
