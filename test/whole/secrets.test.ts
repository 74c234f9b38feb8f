import { keys } from '../../workbench/clockify/keys';
import { newGround, problemIn } from './ground';
import { overhear, tracesOf } from './traces';

const ground = newGround();

test('a key that Clockify repeats in its refusal is shown, kept and logged nowhere', async () => {
  const query = await ground.fill({ accounts: ['Quirks'], days: ['2026-06-01', '2026-06-03'] });
  const heard = overhear(ground.session);
  const body = { message: `Key ${keys.demo} may not do this`, code: 501 };
  await ground.fault({ path: 'detailed', fault: { kind: 'status', status: 400, body } });
  const problem = await ground.refusal(query);
  expect(problem.title).toBe(
    'Clockify refused the request for the time entries of account Quirks: Key [API key] may not do this.',
  );
  const { login } = query.accounts[0];
  expect(tracesOf(keys.demo, ground.session, heard)).toEqual([
    'header X-Api-Key',
    `property login.${login} of user user-1`,
  ]);
});

test('no key of any flow is anywhere but in its login and in the header that it is for', async () => {
  const heard = overhear(ground.session);
  const query = await ground.fill({ accounts: ['Quirks'], days: ['2026-06-01', '2026-06-03'] });
  const { login } = query.accounts[0];
  await problemIn(() => ground.session.addLogin({ key: keys.demo }));
  await problemIn(() => ground.session.addLogin({ key: `${keys.eu}x` }));
  await problemIn(() => ground.session.addLogin({ key: `${keys.us} and more` }));
  const body = { message: `${'so '.repeat(90)}${keys.demo}`, code: 501 };
  await ground.fault({ path: 'detailed', fault: { kind: 'status', status: 400, body } });
  await ground.failure(query);
  await ground.session.call('loadOverview');
  await ground.session.call('listRuns');
  await ground.session.platform.run('refreshAll');
  expect(tracesOf(keys.demo.slice(26, 40), ground.session, heard)).toEqual([
    'header X-Api-Key',
    `property login.${login} of user user-1`,
  ]);
  for (const key of [keys.eu, keys.us]) {
    const found = tracesOf(key.slice(26, 40), ground.session, heard);
    expect(found.filter((place) => place !== 'header X-Api-Key')).toEqual([]);
  }
  await ground.session.call('replaceKey', { login, key: keys.member, anyway: true });
  await ground.session.call('forgetAll');
  for (const key of [keys.demo, keys.member]) {
    expect(tracesOf(key.slice(26, 40), ground.session, heard)).toEqual(['header X-Api-Key']);
  }
});

test('a key that comes back inside an answer of another shape is shown, kept and logged nowhere', async () => {
  const heard = overhear(ground.session);
  const query = await ground.fill({ accounts: ['Quirks'], days: ['2026-06-01', '2026-06-03'] });
  const body = { timeentries: [{ _id: `${'x'.repeat(200)}${keys.demo}` }], totals: [{ entriesCount: 1 }] };
  await ground.fault({ path: 'detailed', fault: { kind: 'status', status: 200, body } });
  const problem = await ground.refusal(query);
  expect(problem.code).toBe('answer-unreadable');
  expect(problem.title.length).toBeLessThan(600);
  expect(tracesOf(keys.demo.slice(26, 40), ground.session, heard)).toEqual([
    'header X-Api-Key',
    `property login.${query.accounts[0].login} of user user-1`,
  ]);
});

test('a network failure names no address', async () => {
  const query = await ground.fill({ accounts: ['Quirks'] });
  await ground.fault({ path: 'detailed', fault: { kind: 'reset' } });
  const problem = await ground.refusal(query);
  const { state } = await ground.view(query);
  expect(JSON.stringify([problem, state])).not.toMatch(/https?:|\.me\b/);
});
