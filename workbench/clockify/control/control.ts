import type { DemoState } from '../state';
import { isZone } from '../zones';
import { truthOf } from './truth';

interface Reply {
  status: number;
  body: unknown;
}

/** Answers `/_demo/…`: the truth, the log, and everything that can be changed or broken on purpose. */
export function answerControl(state: DemoState, method: string, url: URL, text: string): Reply {
  const what = `${method} ${url.pathname.slice('/_demo/'.length)}`;
  const command = commands[what];
  if (!command) return { status: 404, body: { message: `No control ${what}` } };
  try {
    const body = command(state, Object.fromEntries(url.searchParams), text === '' ? {} : JSON.parse(text));
    return { status: 200, body: body ?? { ok: true } };
  } catch (error) {
    return { status: 400, body: { message: error instanceof Error ? error.message : String(error) } };
  }
}

type Command = (state: DemoState, query: Record<string, string>, body: Record<string, unknown>) => unknown;

const commands: Record<string, Command | undefined> = {
  'GET requests': (state) => state.log.requests,
  'DELETE requests': (state) => {
    state.log.requests = [];
  },
  'GET violations': (state) => state.log.violations,
  'DELETE violations': (state) => {
    state.log.violations = [];
  },
  'POST reset': (state) => state.reset(),
  'GET truth': (state, { workspace, from, to, zone = 'UTC', now }) => {
    if (!isZone(zone)) throw new Error(`Unknown zone ${zone}`);
    return truthOf(
      state.required(workspace),
      day('from', from),
      day('to', to),
      zone,
      now ? Number(now) : Date.now(),
    );
  },
};

function day(name: string, value: string | undefined): string {
  if (!value || !/^\d{4}-\d\d-\d\d$/.test(value)) throw new Error(`${name} must be a day, yyyy-mm-dd`);
  return value;
}
