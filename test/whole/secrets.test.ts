import { keys } from '../../workbench/clockify/keys';
import { newGround } from './ground';
import { overhear, tracesOf } from './traces';

const ground = newGround();

test('a key that Clockify repeats in its refusal is shown, kept and logged nowhere', async () => {
  const query = await ground.fill({ accounts: ['Quirks'], days: ['2026-06-01', '2026-06-03'] });
  const heard = overhear(ground.session);
  const body = { message: `Key ${keys.demo} may not do this`, code: 501 };
  await ground.fault({ path: 'detailed', fault: { kind: 'status', status: 400, body } });
  const problem = await ground.refusal(query);
  expect(problem.title).toBe(
    'Clockify refused the request for the time entries of workspace Quirks: Key [API key] may not do this.',
  );
  const { login } = query.accounts[0];
  expect(tracesOf(keys.demo, ground.session, heard)).toEqual([
    'header X-Api-Key',
    `property login.${login} of user user-1`,
  ]);
});

test('a network failure names no address', async () => {
  const query = await ground.fill({ accounts: ['Quirks'] });
  await ground.fault({ path: 'detailed', fault: { kind: 'reset' } });
  const problem = await ground.refusal(query);
  const { state } = await ground.view(query);
  expect(JSON.stringify([problem, state])).not.toMatch(/https?:|\.me\b/);
});
