import { closeAll, failureOf, open, resultOf } from './open';

afterAll(closeAll);

describe('properties', () => {
  test('belong to a user, to the document, to the script', async () => {
    const platform =
      await open(`function set(v) { PropertiesService.getUserProperties().setProperty('k', v); PropertiesService.getDocumentProperties().setProperty('k', 'doc ' + v); }
      function get() { return [PropertiesService.getUserProperties().getProperty('k'), PropertiesService.getDocumentProperties().getProperty('k'), PropertiesService.getScriptProperties().getProperty('k')]; }`);
    await platform.run('set', ['one'], { user: 'user-1' });
    await platform.run('set', ['two'], { user: 'user-2' });
    expect((await platform.run('get', [], { user: 'user-1' })).value).toEqual(['one', 'doc two', null]);
  });

  test('are texts', async () => {
    const body = `const p = PropertiesService.getUserProperties(); p.setProperty('n', 1).setProperties({ b: true });
      return [p.getProperty('n'), p.getProperties(), p.getKeys(), p.deleteProperty('n').getProperty('n')];`;
    expect(await resultOf(body)).toEqual(['1', { n: '1', b: 'true' }, ['n', 'b'], null]);
  });

  test('hold nine kilobytes each, counted in bytes', async () => {
    const set = (text: string) =>
      `PropertiesService.getUserProperties().setProperty('k', ${text}); return 1;`;
    expect(await failureOf(set("'x'.repeat(9217)"))).toBe('Argument too large: value');
    expect(await failureOf(set("'é'.repeat(4609)"))).toBe('Argument too large: value');
    expect(await resultOf(set("'x'.repeat(9216)"))).toBe(1);
  });

  test('hold half a megabyte in all', async () => {
    const body = `const p = PropertiesService.getUserProperties(); for (let i = 0; i < 60; i++) p.setProperty('k' + i, 'x'.repeat(9000)); return 1;`;
    expect(await failureOf(body)).toBe(
      'You have exceeded the property storage quota. Please remove some properties and try again.',
    );
  });
});

describe('a cache', () => {
  test('forgets by the virtual clock', async () => {
    const body = `const c = CacheService.getUserCache(); c.put('a', '1', 60); c.put('b', '2');
      Utilities.sleep(61000); const first = [c.get('a'), c.get('b')]; Utilities.sleep(290000);
      return first;`;
    expect(await resultOf(body)).toEqual([null, '2']);
  });

  test.each([
    ["c.put('k'.repeat(251), 'v')", 'Argument too large: key'],
    ["c.put('k', 'v'.repeat(102401))", 'Argument too large: value'],
    ["c.put('k', 'v', 21601)", 'Invalid argument: expirationInSeconds'],
    ["c.put('k', 1)", "The parameters (String,number) don't match the method signature for Cache.put."],
  ])('refuses %s', async (call, text) => {
    expect(await failureOf(`const c = CacheService.getUserCache(); ${call}; return 1;`)).toBe(text);
  });

  test('drops its oldest items when it has more than a thousand', async () => {
    const body = `const c = CacheService.getUserCache(); const all = {};
      for (let i = 0; i < 1001; i++) all['k' + i] = 'v'; c.putAll(all);
      return [c.get('k0'), c.get('k99'), c.get('k100'), c.get('k1000')];`;
    expect(await resultOf(body)).toEqual([null, null, 'v', 'v']);
  });

  test('can be made to forget', async () => {
    const platform = await open(`function put() { CacheService.getUserCache().putAll({ a: '1', b: '2' }); }
      function get() { return CacheService.getUserCache().getAll(['a', 'b']); }`);
    await platform.run('put');
    platform.evict((key) => key === 'a');
    expect((await platform.run('get')).value).toEqual({ b: '2' });
  });
});

describe('a lock', () => {
  const code = `function hold(ms) { const l = LockService.getDocumentLock(); const got = l.tryLock(ms); Utilities.sleep(2000); return [got, Date.now()]; }
    function wait() { LockService.getDocumentLock().waitLock(10); return 'got'; }
    function again() { const l = LockService.getDocumentLock(); return [l.hasLock(), l.tryLock(0), l.tryLock(0), l.tryLock(-1), l.hasLock(), l.releaseLock(), l.hasLock()]; }
    function negative() { return LockService.getUserLock().tryLock(-1); }`;

  test('is taken again by the one who has it', async () => {
    const platform = await open(code);
    expect((await platform.run('again')).value).toEqual([false, true, true, true, true, null, false]);
    expect((await platform.run('negative')).value).toBe(false);
  });

  test('keeps others out while its holder stands still', async () => {
    const platform = await open(code);
    const others: unknown[] = [];
    await platform.run('hold', [0], {
      onCall: async ({ name }) => {
        if (name !== 'Utilities.sleep') return;
        others.push((await platform.run('hold', [500], { user: 'user-2' })).value);
        others.push((await platform.run('wait', [], { user: 'user-2' })).error?.message);
      },
    });
    expect(others[0]).toEqual([false, expect.any(Number)]);
    expect(others[1]).toContain('Lock timeout');
  });

  test('goes to who waited long enough, at the time it was released', async () => {
    const platform = await open(code);
    const [first, second] = await Promise.all([
      // Which of the two comes first is up to the machine.
      platform.run('hold', [30_000]),
      platform.run('hold', [30_000], { user: 'user-2' }),
    ]);
    const [one, two] = [first.value, second.value] as [boolean, number][];
    expect([one[0], two[0]]).toEqual([true, true]);
    expect(Math.abs(two[1] - one[1])).toBeGreaterThanOrEqual(2000);
  });

  test('opens when its holder is ended', async () => {
    const platform = await open(code);
    await platform.run('hold', [0], {
      onCall: ({ name }) => (name === 'Utilities.sleep' ? 'end' : undefined),
    });
    expect((await platform.run('wait')).value).toBe('got');
  });
});
