import { describeInBrowser, Visit } from './browser';
import { GridOf, settled } from './grid';

/** What a call from inside the frame came to. */
type Outcome = { value: unknown; user: unknown } | { message: string; name: string; user: unknown };

/** In the frame: calls a function of the script with the arguments that a text stands for. */
const inFrame = ([name, text]: readonly [string, string]): Promise<Outcome> =>
  new Promise((resolve) => {
    // The arguments are of kinds that can't be handed over.
    const args = new Function(`return ${text}`)() as unknown[];
    const { run } = (globalThis as unknown as { google: { script: { run: Runner } } }).google.script;
    const runner = run
      .withUserObject('mine')
      .withSuccessHandler((value, user) => resolve({ value, user }))
      .withFailureHandler(({ message, name: kind }, user) => resolve({ message, name: kind, user }));
    try {
      runner[name](...args);
    } catch (error) {
      resolve({ message: `thrown: ${(error as Error).message}`, name: (error as Error).name, user: null });
    }
  });

type Runner = {
  withUserObject(object: unknown): Runner;
  withSuccessHandler(handler: (value: unknown, user: unknown) => void): Runner;
  withFailureHandler(
    handler: (error: Error, user: unknown) => void,
  ): Record<string, (...args: unknown[]) => void>;
};

describeInBrowser("the sidebar's frame", () => {
  let visit: Visit;

  beforeAll(async () => {
    visit = await Visit.begin();
  });

  afterAll(async () => {
    await visit.end();
    expect(visit.complaints).toEqual([]);
  });

  const call = (name: string, args: string) => visit.frame().evaluate(inFrame, [name, args] as const);

  test("is sandboxed as Google's is, 300 pixels wide and of another origin", async () => {
    const frame = visit.page.locator('iframe');
    expect((await frame.getAttribute('sandbox'))?.split(' ').sort()).toEqual([
      'allow-downloads',
      'allow-forms',
      'allow-modals',
      'allow-popups',
      'allow-popups-to-escape-sandbox',
      'allow-same-origin',
      'allow-scripts',
    ]);
    expect((await frame.boundingBox())?.width).toBe(300);
    expect(new URL(visit.frame().url()).origin).not.toBe(visit.open.url);
    expect(await visit.frame().evaluate(reachesPage)).toBe(false);
  });

  test('a call gives its value to the success handler, with the user object', async () => {
    const outcome = await call('listLogins', "['{}']");
    expect(outcome).toEqual({ value: '{"ok":true,"value":[]}', user: 'mine' });
  });

  test.each([
    ['a date', '[new Date()]'],
    ['a function', '[() => 1]'],
    ['an element', '[document.body]'],
    ['a date within', '[{ when: new Date() }]'],
    ['a cycle', '[(() => { const ring = {}; ring.ring = ring; return ring; })()]'],
  ])('%s is refused before it leaves', async (_what, args) => {
    expect(await call('listLogins', args)).toMatchObject({
      name: 'TypeError',
      message: expect.stringContaining('Failed due to illegal value in property: '),
    });
  });

  test('what is undefined arrives as null', async () => {
    const sent = visit.page.waitForRequest(/\/run/);
    await call('listLogins', '[undefined, [undefined]]');
    expect((await sent).postDataJSON()).toMatchObject({ args: [null, [null]] });
  });

  test("only the script's functions can be called", async () => {
    expect(await call('addon', '[]')).toMatchObject({ message: expect.stringMatching(/is not a function/) });
    expect(await call('private_', '[]')).toMatchObject({
      message: expect.stringMatching(/is not a function/),
    });
  });

  test('ten calls run at a time', async () => {
    let most = 0;
    let under = 0;
    visit.page.on('request', (request) => {
      if (request.url().includes('/run')) most = Math.max(most, ++under);
    });
    visit.page.on('response', (response) => {
      if (response.url().includes('/run')) under--;
    });
    await Promise.all(Array.from({ length: 14 }, () => call('listRuns', "['{}']")));
    expect(most).toBeLessThanOrEqual(10);
  });

  test('the failure handler gets an error with a message', async () => {
    await visit.open.book.turn('accounts', true, undefined);
    const outcome = await call('listLogins', "['{}']");
    await visit.open.book.turn('accounts', false, undefined);
    expect(outcome).toMatchObject({
      name: 'ScriptError',
      message: expect.stringContaining('PERMISSION_DENIED'),
      user: 'mine',
    });
  });

  test("its clock goes with the workbench's", async () => {
    const now = () => visit.frame().evaluate(() => Date.now());
    const before = await now();
    await visit.open.book.turn('clock-24', true, undefined);
    await settled(async () => expect((await now()) - before).toBeGreaterThan(23 * 3_600_000));
  });

  test('closes itself, and opens again by the menu', async () => {
    await visit.frame().evaluate(closeFrame);
    await visit.page.locator('iframe').waitFor({ state: 'detached' });
    await new GridOf(visit).choose('Extensions', 'Clocktable', 'Open');
    await visit.heading('Connect to Clockify');
  });

  test('a menu item that has nothing to do says so in the corner', async () => {
    await new GridOf(visit).choose('Extensions', 'Clocktable', 'Refresh all');
    await visit.page.getByText('There is no query in this spreadsheet.').waitFor();
  });
});

function reachesPage(): boolean {
  try {
    return Boolean((globalThis as unknown as { parent: { document: unknown } }).parent.document);
  } catch {
    return false;
  }
}

function closeFrame(): void {
  (globalThis as unknown as { google: { script: { host: { close(): void } } } }).google.script.host.close();
}
