import { newGround, told } from './ground';

const ground = newGround();

const AMOUNTS = ['duration', 'amount', 'currency', 'cost', 'profit', 'entry-id'];

/** The bodies of the detailed reports that were asked for. */
function bodies(): Record<string, unknown>[] {
  return ground.session.platform.http
    .filter(({ url }) => url.includes('/reports/detailed'))
    .map(({ body }) => JSON.parse(body ?? '') as Record<string, unknown>);
}

describe('amounts that the key’s owner may not see', () => {
  test('are left out with a warning, after asking for less of them', async () => {
    await ground.login('member');
    const query = await ground.query({ accounts: ['Lumen & Loom'], columns: AMOUNTS });
    const progress = await ground.refresh(query);
    expect(progress.warnings).toEqual([
      'Amounts are hidden from this login in account Lumen & Loom: those columns are empty.',
    ]);
    expect(bodies().map(({ amountShown }) => amountShown)).toEqual(['EARNED', 'EARNED', 'HIDE_AMOUNT']);
  });

  test('leave their columns empty and the others whole', async () => {
    await ground.login('member');
    const query = await ground.fill({ accounts: ['Lumen & Loom'], columns: AMOUNTS });
    const { values } = await ground.table(query);
    expect(values.length).toBeGreaterThan(10);
    for (const [duration, amount, , cost, profit] of values.slice(1)) {
      expect([typeof duration, amount, cost, profit]).toEqual(['number', '', '', '']);
    }
  });

  test('are named in the note of the table and in the state of the query', async () => {
    await ground.login('member');
    const query = await ground.fill({ accounts: ['Lumen & Loom'], columns: AMOUNTS });
    const [[note]] = ground.sheet.attributes('Time entries', 'note', 'A1');
    expect(note).toContain('Amounts are hidden from this login in account Lumen & Loom');
    expect((await ground.view(query)).state.warnings).toHaveLength(1);
  });

  test('are not asked for when no column shows them', async () => {
    await ground.login('member');
    await ground.fill({ accounts: ['Lumen & Loom'] });
    expect(bodies().map(({ amountShown, amounts }) => [amountShown, amounts])).toEqual([
      ['HIDE_AMOUNT', undefined],
    ]);
  });

  test('of one account are left out there only', async () => {
    const member = await ground.login('member', { name: 'Member' });
    const owner = await ground.login('demo', { name: 'Owner' });
    const query = await ground.fill({
      accounts: [
        { name: 'Lumen & Loom', login: member },
        { name: 'Quirks', login: owner },
      ],
      columns: ['amount', 'currency'],
      days: ['2026-06-01', '2026-06-03'],
    });
    const { values } = await ground.table(query);
    const shown = values.slice(1).map(([account, amount]) => [account, amount !== '']);
    expect(new Set(shown.map(String))).toEqual(new Set(['Lumen & Loom,false', 'Quirks,true']));
  });
});

test('cost that the key’s owner may not see leaves the amounts that they may', async () => {
  await ground.fault({
    path: '/reports/detailed',
    times: 1,
    fault: { kind: 'status', status: 403, body: { message: 'Access Denied', code: 501 } },
  });
  const query = await ground.query({
    accounts: ['Quirks'],
    columns: AMOUNTS,
    days: ['2026-06-01', '2026-06-03'],
  });
  const { warnings } = await ground.refresh(query);
  expect(warnings).toEqual(['Cost is hidden from this login in account Quirks: cost and profit are empty.']);
  expect(bodies().map(({ amounts }) => amounts)).toEqual([['EARNED', 'COST'], ['EARNED']]);
  const rows = (await ground.table(query)).values.slice(1);
  expect(rows.filter(([, amount]) => typeof amount === 'number').length).toBeGreaterThan(3);
  expect(rows.every(([, , , cost, profit]) => cost === '' && profit === '')).toBe(true);
});

test('cost that the plan does not have is not asked for, and that is said', async () => {
  const query = await ground.query({ accounts: ['Harbour Works'], columns: AMOUNTS });
  const { warnings } = await ground.refresh(query);
  expect(warnings).toEqual([
    'The plan of account Harbour Works has no labour cost: cost and profit are empty.',
  ]);
  expect(bodies().map(({ amounts }) => amounts)).toEqual([['EARNED']]);
  const { values } = await ground.table(query);
  for (const [, amount, currency, cost, profit] of values.slice(1)) {
    expect([typeof amount, currency, cost, profit]).toEqual(['number', 'GBP', '', '']);
  }
});

test('users that a member may not see are refused with who can help', async () => {
  await ground.login('member');
  const query = await ground.query({ report: 'users', accounts: ['Lumen & Loom'] });
  expect(told(await ground.refusal(query))).toEqual({
    code: 'forbidden',
    title: "The owner of Jonas Ekwall isn't allowed to see the users of account Lumen & Loom.",
    remedy:
      'You need the right to see the team (owner or admin). Ask an owner of the account for it, or use the key of somebody who has it.',
  });
});

test('groups that may not be read leave their column empty, and that is said', async () => {
  await ground.fault({ path: '/user-groups', fault: { kind: 'status', status: 403 } });
  const query = await ground.query({ report: 'users', accounts: ['Quirks'], columns: ['user', 'groups'] });
  const { warnings } = await ground.refresh(query);
  expect(warnings).toEqual(['The user groups of account Quirks are hidden from this login.']);
  expect((await ground.table(query)).values.slice(1).map(([, groups]) => groups)).toEqual(
    Array.from({ length: 8 }, () => ''),
  );
});

test('a role that was taken away since shows in the next refresh, and the table stands', async () => {
  const query = await ground.fill({ report: 'users', accounts: ['Lumen & Loom'] });
  await ground.control.changeRole({ workspace: 'Lumen & Loom', person: 'Mara Lindholt', role: null });
  expect((await ground.refusal(query)).code).toBe('forbidden');
});

test('a member’s table holds the time that a member sees', async () => {
  await ground.login('member');
  const query = await ground.fill({ accounts: ['Lumen & Loom'], columns: ['user'] });
  const { values } = await ground.table(query);
  expect(new Set(values.slice(1).flat())).toEqual(new Set(['Jonas Ekwall']));
});
