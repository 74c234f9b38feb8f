import { crossing, illegalAt } from './marshal';

/** How an answer comes back to the frame. */
export type Answered = { ok: true; value: unknown } | { ok: false; message: string };

type Handler = (value: unknown, userObject: unknown) => unknown;

interface Handlers {
  readonly success?: Handler;
  readonly failure?: Handler;
  readonly userObject?: unknown;
}

const concurrent = 10;

/** Sends calls on, ten at a time: more than that wait for one of them to end. */
class Line {
  private readonly waiting: (() => void)[] = [];
  private under = 0;

  constructor(private readonly send: (functionName: string, args: string) => Promise<Answered>) {}

  async call(functionName: string, args: string): Promise<Answered> {
    if (this.under >= concurrent) await new Promise<void>((go) => this.waiting.push(go));
    this.under++;
    try {
      return await this.send(functionName, args);
    } finally {
      this.under--;
      this.waiting.shift()?.();
    }
  }
}

/** An error as the page's failure handler gets it: a message and no more. */
class ScriptError extends Error {
  override readonly name = 'ScriptError';
}

/** `google.script.run` over the functions that the script has; those whose names end in `_` are private to it. */
export function scriptRun(
  functions: readonly string[],
  send: (functionName: string, args: string) => Promise<Answered>,
): object {
  const line = new Line(send);
  const withHandlers = (handlers: Handlers): object => {
    const runner: Record<string, unknown> = {
      withSuccessHandler: (handler: unknown) => withHandlers({ ...handlers, success: checked(handler) }),
      withFailureHandler: (handler: unknown) => withHandlers({ ...handlers, failure: checked(handler) }),
      withUserObject: (userObject: unknown) => withHandlers({ ...handlers, userObject }),
    };
    for (const name of functions) {
      if (!name.endsWith('_')) runner[name] = (...args: unknown[]) => call(line, handlers, name, args);
    }
    return runner;
  };
  return withHandlers({});
}

function checked(handler: unknown): Handler {
  if (typeof handler !== 'function') throw new TypeError('The handler is not a function');
  return handler as Handler;
}

function call(line: Line, { success, failure, userObject }: Handlers, name: string, args: unknown[]): void {
  const at = illegalAt(args);
  if (at !== undefined) throw new TypeError(`Failed due to illegal value in property: ${at}`);
  line.call(name, crossing(args)).then((answer) => {
    if (answer.ok) success?.(answer.value, userObject);
    else if (failure) failure(new ScriptError(answer.message), userObject);
    // An error that nobody handles shows in the console, as Google's does.
    else setTimeout(() => Promise.reject(new ScriptError(answer.message)));
  });
}
