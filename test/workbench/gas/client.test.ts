import { closeAll, open } from './open';

afterAll(closeAll);

const code = `function echo(value) { return value; }
  function date() { return { at: [new Date(0)] }; }
  function holes() { return [1, undefined, { a: undefined }]; }
  function fn() { return { f() {} }; }
  function service() { return SpreadsheetApp.getActive(); }
  function nothing() {}
  function private_() {}`;
const client = { via: 'client' } as const;

describe('google.script.run', () => {
  test('carries plain values both ways', async () => {
    const platform = await open(code);
    const value = { a: [1, 'x', true, null] };
    expect((await platform.run('echo', [value], client)).value).toEqual(value);
  });

  test.each([
    ['a date', new Date()],
    ['a function', () => 1],
    ['a map', new Map()],
  ])('refuses %s as an argument', async (_what, value) => {
    const platform = await open(code);
    expect((await platform.run('echo', [{ inner: value }], client)).error).toMatchObject({
      name: 'TypeError',
      message: 'Failed due to illegal value in property: inner',
    });
  });

  test('refuses a cycle as an argument', async () => {
    const cycle: Record<string, unknown> = {};
    cycle.self = cycle;
    const platform = await open(code);
    expect((await platform.run('echo', [cycle], client)).error?.message).toContain('illegal value');
  });

  test('makes null of a whole answer that has a date in it', async () => {
    const platform = await open(code);
    expect(await platform.run('date', [], client)).toMatchObject({ ok: true, value: null });
  });

  test('makes null of undefined in lists, and of no answer', async () => {
    const platform = await open(code);
    expect((await platform.run('holes', [], client)).value).toEqual([1, null, {}]);
    expect((await platform.run('nothing', [], client)).value).toBeNull();
  });

  test.each(['fn', 'service'])('refuses to return what %s returns', async (name) => {
    const platform = await open(code);
    expect((await platform.run(name, [], client)).error?.message).toContain('illegal value');
  });

  test('does not reach functions whose name ends in _', async () => {
    const platform = await open(code);
    expect((await platform.run('private_', [], client)).error?.message).toBe(
      'google.script.run.private_ is not a function',
    );
  });
});
