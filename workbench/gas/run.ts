import { MessageChannel } from 'node:worker_threads';
import { texts } from './errors';
import { type AuthMode, Execution } from './execution';
import { Ended, Gate, type OnCall } from './gate';
import type { Ledger } from './ledger';
import { methodNames } from './methods';
import type { Platform } from './platform';
import type { Pool } from './pool';
import type { DoneMessage, FromWorker, Reply, RunMessage } from './wire';

/** How long an ended execution may take to unwind. */
const unwindMs = 1000;

/** Who runs a function, and how. */
export interface RunOptions {
  readonly user?: string;
  readonly authMode?: AuthMode;
  /**
   * `client`: as a page's `google.script.run` calls it, with its rules for what may cross. `web`: for a visitor of the web app; the
   * value is what was returned, an `HtmlOutput` or a `TextOutput`, as its handle. `trigger`: by a clock trigger, before nobody.
   */
  readonly via?: 'host' | 'client' | 'web' | 'trigger';
  /** Virtual epoch milliseconds at which it begins; default: now. */
  readonly startsAt?: number;
  /** Virtual seconds until the platform ends it. */
  readonly limitSeconds?: number;
  /** Real seconds until one that hangs is ended, as if at its time limit. */
  readonly hangSeconds?: number;
  readonly onCall?: OnCall;
  /** Called when the function is done, before what it buffered is flushed; meanwhile other executions may go on. */
  readonly onEnd?: () => void | Promise<void>;
}

/** How an execution went. */
export interface Finished {
  readonly ok: boolean;
  readonly value?: unknown;
  readonly error?: { readonly name: string; readonly message: string; readonly stack?: string };
  /** Present when it was ended from outside rather than by itself. */
  readonly ended?: 'killed' | 'time limit';
  readonly ledger: Ledger;
  readonly logs: readonly string[];
}

/** Runs one function in a worker and answers its service calls until it is done or ended. */
export async function perform(
  platform: Platform,
  pool: Pool,
  code: string,
  functionName: string,
  args: readonly unknown[],
  options: RunOptions,
): Promise<Finished> {
  const { user = 'user-1', authMode = 'FULL', via = 'host', limitSeconds = 360, hangSeconds = 360 } = options;
  const execution = new Execution(
    platform,
    user,
    authMode,
    limitSeconds * 1000,
    via === 'trigger',
    options.startsAt,
  );
  const { ledger, logs } = execution;
  if (via === 'client') {
    const problem = clientProblem(functionName, args);
    if (problem) return { ok: false, error: { name: 'TypeError', message: problem }, ledger, logs };
  }
  const clock = new SharedArrayBuffer(8);
  const time = new Float64Array(clock);
  time[0] = execution.time;
  const gate = new Gate(execution, functionName, options.onCall);
  const message: RunMessage = {
    type: 'run',
    code,
    functionName,
    args: JSON.stringify(withEvent(functionName, args, authMode), (_key, value) =>
      value === undefined ? null : value,
    ),
    via: via === 'trigger' ? 'host' : via,
    clock,
    signal: new SharedArrayBuffer(4),
    cpuFactor: platform.cpuFactor,
    methods: methodNames,
    scriptTimeZone: platform.scriptTimeZone,
    seed: platform.nextSeed(),
  };
  try {
    const outcome = await converse(pool, message, gate, execution, time, hangSeconds * 1000);
    if (!(outcome instanceof Ended)) await waitAtEnd(execution, options.onEnd);
    return settle(execution, outcome);
  } finally {
    platform.locks.releaseAll(execution);
  }
}

/** What Google hands to the simple triggers that begin an add-on's life in a document. */
function withEvent(functionName: string, args: readonly unknown[], authMode: AuthMode): readonly unknown[] {
  return args.length === 0 && /^on(Open|Install)$/.test(functionName) ? [{ authMode }] : args;
}

/** Passes messages between the worker and the gate until one side ends it. */
function converse(
  pool: Pool,
  message: RunMessage,
  gate: Gate,
  execution: Execution,
  time: Float64Array,
  realLimitMs: number,
): Promise<DoneMessage | Ended> {
  return new Promise((resolve, reject) => {
    const worker = pool.take();
    const { port1, port2 } = new MessageChannel();
    const signal = new Int32Array(message.signal);
    let ended = false;
    const letGo = (spent: boolean): void => {
      clearTimeout(timer);
      worker.removeAllListeners('error');
      port1.close();
      if (spent) {
        void worker.terminate();
        pool.warm();
      } else pool.give(worker);
    };
    let timer = setTimeout(() => {
      letGo(true);
      resolve(new Ended('time limit'));
    }, realLimitMs);
    const answer = (reply: Reply | 'ended', buffers: ArrayBuffer[] = []): void => {
      port1.postMessage(reply, buffers);
      Atomics.store(signal, 0, 1);
      Atomics.notify(signal, 0);
    };
    // Its thread unwinds and is used again: a new one costs as much as several executions. One that won't unwind is ended.
    const end = (how: Ended): void => {
      ended = true;
      clearTimeout(timer);
      timer = setTimeout(() => letGo(true), unwindMs).unref();
      answer('ended');
      resolve(how);
    };
    worker.once('error', (error) => {
      clearTimeout(timer);
      port1.close();
      reject(error);
    });
    port1.on('message', async (said: FromWorker) => {
      if (said.type === 'done') letGo(false);
      if (ended) return;
      if (said.type === 'log') return void execution.logs.push(said.text);
      if (said.type === 'done') return resolve(said);
      try {
        const reply = await gate.pass(said);
        time[0] = execution.time;
        answer(
          reply,
          (reply.grid ? [reply.grid.kinds.buffer, reply.grid.numbers.buffer] : []) as ArrayBuffer[],
        );
      } catch (error) {
        if (error instanceof Ended) end(error);
        else reject(error);
      }
    });
    worker.postMessage({ message, port: port2 }, [port2]);
  });
}

/** Lets others go first between the end of a function and the flush of what it buffered. */
async function waitAtEnd(execution: Execution, onEnd: RunOptions['onEnd']): Promise<void> {
  if (!onEnd) return;
  execution.paused = true;
  execution.platform.locks.stir();
  try {
    await onEnd();
  } finally {
    execution.paused = false;
  }
}

/** The end of an execution: what it buffered is flushed, or goes the way of an ended one's writes; its locks open. */
function settle(execution: Execution, outcome: DoneMessage | Ended): Finished {
  const { ledger, logs, platform } = execution;
  try {
    if (outcome instanceof Ended) {
      execution.abandon(outcome.unflushed ?? platform.killedWrites);
      const error =
        outcome.how === 'time limit' ? { name: 'Exception', message: texts.timeLimit } : undefined;
      return { ok: false, ended: outcome.how, error, ledger, logs };
    }
    ledger.cpuMs += outcome.cpu;
    ledger.evaluateMs = outcome.evaluate;
    execution.spend(outcome.cpu * platform.cpuFactor);
    if (execution.overdue) return settle(execution, new Ended('time limit'));
    execution.flushDirty();
    if (outcome.error) return { ok: false, error: outcome.error, ledger, logs };
    const value = outcome.value === undefined ? undefined : JSON.parse(outcome.value);
    return { ok: true, value, ledger, logs };
  } catch (error) {
    const { name, message } = error as Error;
    return { ok: false, error: { name, message }, ledger, logs };
  } finally {
    ledger.virtualMs = execution.time - execution.started;
  }
}

/** What a page can't call or hand over, in the words of its console. */
function clientProblem(functionName: string, args: readonly unknown[]): string | undefined {
  if (functionName.endsWith('_')) return `google.script.run.${functionName} is not a function`;
  for (const [index, argument] of args.entries()) {
    const at = illegal(argument, String(index), []);
    if (at !== undefined) return `Failed due to illegal value in property: ${at}`;
  }
  return undefined;
}

function illegal(value: unknown, path: string, above: readonly unknown[]): string | undefined {
  if (typeof value === 'function' || typeof value === 'symbol' || typeof value === 'bigint') return path;
  if (value === null || typeof value !== 'object') return undefined;
  const plain = Array.isArray(value) || Object.prototype.toString.call(value) === '[object Object]';
  if (!plain || above.includes(value)) return path;
  for (const [key, inner] of Object.entries(value)) {
    const found = illegal(inner, key, [...above, value]);
    if (found !== undefined) return found;
  }
  return undefined;
}
