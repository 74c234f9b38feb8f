import type { Call } from '../../src/sidebar/entries';

// By name: its types are those of a browser, which tests don't have.
const { call } = jest.requireActual<{ call: Call }>('../../src/sidebar/server');

type Handler = (value: unknown) => void;

/** Plays Google's side of the calls: `answer` gets the handlers and the argument of `listRuns`, the one function there is. */
function play(answer: ((good: Handler, bad: Handler, argument: string) => void) | null, online = true): void {
  const handlers: Record<string, Handler> = {};
  const run = {
    withSuccessHandler(handler: Handler) {
      handlers.good = handler;
      return run;
    },
    withFailureHandler(handler: Handler) {
      handlers.bad = handler;
      return run;
    },
    listRuns: (argument: string) => answer?.(handlers.good, handlers.bad, argument),
  };
  Object.assign(globalThis, { google: answer === null ? undefined : { script: { run } } });
  Object.defineProperty(globalThis, 'navigator', { value: { onLine: online }, configurable: true });
}

afterAll(() => {
  Object.assign(globalThis, { google: undefined });
});

const code = (entry: Parameters<typeof call>[0] = 'listRuns') =>
  call(entry, {} as never).then(
    (value) => value,
    (error) => error.problem.code,
  );

test('a call gives the value of its answer', async () => {
  play((good, _, argument) => good(JSON.stringify({ ok: true, value: [argument] })));
  expect(await code()).toEqual(['{}']);
});

test.each([
  ['the problem of an answer', (good: Handler) => good('{"ok":false,"problem":{"code":"busy"}}'), 'busy'],
  ['an answer that is none', (good: Handler) => good('<html>'), 'unexpected'],
  ['no answer', (good: Handler) => good(null), 'unexpected'],
  ['what Google says', (_: Handler, bad: Handler) => bad(new Error('PERMISSION_DENIED')), 'accounts-mixed'],
  ['what is no error', (_: Handler, bad: Handler) => bad({ message: 'HTTP 0' }), 'offline'],
])('a call rejects with %s', async (_what, answer, expected) => {
  play(answer);
  expect(await code()).toBe(expected);
});

test('without a network nothing is sent', async () => {
  const sent = jest.fn();
  play(sent, false);
  expect(await code()).toBe('offline');
  expect(sent).not.toHaveBeenCalled();
});

test('a script that is older than the sidebar lacks what is newer, and says so', async () => {
  play(() => undefined);
  expect(await code('readProgress')).toBe('unexpected');
});

test('outside a spreadsheet there is nobody to call', async () => {
  play(null);
  expect(await code()).toBe('unexpected');
});
