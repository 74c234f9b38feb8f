import { createContext, runInContext, Script } from 'node:vm';
import { type MessagePort, parentPort, receiveMessageOnPort } from 'node:worker_threads';
import { gunzipSync, gzipSync } from 'node:zlib';
import { threadCpu } from './cpu';
import { seeded } from './random';
import { bridge } from './services/bridge';
import type { Host, ServiceFactory } from './services/host';
import { runner } from './services/runner';
import { script } from './services/script';
import { scriptApp } from './services/scriptApp';
import { serviceFactory } from './services/serviceFactory';
import { spreadsheet } from './services/spreadsheet';
import { stores } from './services/stores';
import { urlFetch } from './services/urlFetch';
import { utilities } from './services/utilities';
import type { CallMessage, DoneMessage, Grid, LogMessage, Reply, RunMessage } from './wire';
import { offsetAt } from './zone';

/** Strict, so that a script that looks at the stack finds neither their functions nor their arguments there. */
const inside = [
  bridge,
  serviceFactory,
  spreadsheet,
  stores,
  urlFetch,
  utilities,
  scriptApp,
  script,
  runner,
].map((service) => new Script(`'use strict'; (${service})`, { filename: `workbench/${service.name}` }));

/**
 * Nothing of this thread makes code out of text, so that a script which gets hold of an object of the worker's own (the error of
 * an `import()`, which Node makes here) climbs from it to no function of the process.
 */
function forgetCodeMakers(): void {
  const kinds = [() => undefined, async () => undefined, function* () {}, async function* () {}];
  for (const kind of kinds) {
    Object.defineProperty(Object.getPrototypeOf(kind), 'constructor', { value: undefined });
  }
}

/** Counts the CPU of the bundle: what passes while no service call is under way. */
class Meter {
  private depth = 0;
  private since: number;
  private used = 0;

  constructor(private readonly clock: () => number) {
    this.since = clock();
  }

  enter(): void {
    if (this.depth++ === 0) this.used += this.clock() - this.since;
  }

  leave(): void {
    if (--this.depth === 0) this.since = this.clock();
  }

  /** Milliseconds since this was last asked. */
  take(): number {
    const taken = this.used;
    this.used = 0;
    return taken;
  }

  /** Milliseconds used since the last call ended, while the bundle runs. */
  get running(): number {
    return this.used + (this.depth === 0 ? this.clock() - this.since : 0);
  }
}

function hostFor(message: RunMessage, port: MessagePort, meter: Meter): Host {
  const clock = new Float64Array(message.clock);
  const signal = new Int32Array(message.signal);
  let ended = false;
  return {
    enter: () => meter.enter(),
    leave: () => meter.leave(),
    call(name: string, self: string, args: string, grid?: Grid): Reply {
      if (ended) throw new Error('ended');
      const call: CallMessage = { type: 'call', name, self, args, grid, cpu: meter.take() };
      port.postMessage(
        call,
        grid ? [grid.kinds.buffer as ArrayBuffer, grid.numbers.buffer as ArrayBuffer] : [],
      );
      // A late notice of the answer before may wake it: it goes by the value alone.
      while (Atomics.load(signal, 0) === 0) Atomics.wait(signal, 0, 0);
      Atomics.store(signal, 0, 0);
      const reply = receiveMessageOnPort(port)?.message as Reply | 'ended';
      if (reply !== 'ended') return reply;
      // Whatever the bundle does about it reaches nobody: no call is passed on from here.
      ended = true;
      throw new Error('ended');
    },
    log: (text) => port.postMessage({ type: 'log', text } satisfies LogMessage),
    now: () => Math.floor(clock[0] + (message.cpuFactor ? meter.running * message.cpuFactor : 0)),
    gzip: (bytes) => gzipSync(bytes),
    gunzip: (bytes) => gunzipSync(bytes),
    textOf: (bytes) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes),
    bytesOf: (text) => new TextEncoder().encode(text),
    toBase64: (bytes) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64'),
    fromBase64: (text) => Buffer.from(text, 'base64'),
    methods: message.methods,
    random: message.seed === undefined ? Math.random : seeded(message.seed),
  };
}

/** `Date` in a context goes by the process's zone, which only the process's start can set. */
function assertZone(zone: string): void {
  const differs = [Date.UTC(2026, 0, 1), Date.UTC(2026, 6, 1)].some(
    (instant) => new Date(instant).getTimezoneOffset() * -60_000 !== offsetAt(instant, zone),
  );
  if (differs) throw new Error(`the script's zone is ${zone}: start Node with TZ=${zone}`);
}

let compiled: { readonly code: string; readonly script: Script } | undefined;

/** The bundle, compiled: anew where its CPU is priced, so that every execution pays the same; else once for this thread. */
function scriptOf({ code, cpuFactor }: RunMessage): Script {
  const compile = () => new Script(code, { filename: 'Code.js' });
  if (cpuFactor > 0) return compile();
  if (compiled?.code !== code) compiled = { code, script: compile() };
  return compiled.script;
}

function run(message: RunMessage, port: MessagePort): DoneMessage {
  assertZone(message.scriptTimeZone);
  const context = createContext(Object.create(null));
  // Asking a thread for its CPU takes longer than most calls, so it is asked only where CPU counts.
  const meter = new Meter(message.cpuFactor > 0 ? threadCpu : () => performance.now());
  const [makeBridge, makeFactory, ...makers] = inside.map((service) => service.runInContext(context));
  const services: ServiceFactory = makeFactory(makeBridge(hostFor(message, port, meter)));
  const makeRunner = makers.pop();
  for (const make of makers) {
    for (const [name, value] of Object.entries(make(services))) {
      Object.defineProperty(context, name, { value, writable: true, configurable: true, enumerable: false });
    }
  }
  // It is made when all services are there and nothing of the script is.
  const call = makeRunner(services);
  const guarded = runInContext(
    '((work) => { try { return { value: work() }; } catch (error) { return { error: error instanceof Error ? ' +
      '{ name: String(error.name), message: String(error.message), stack: String(error.stack) } : ' +
      '{ name: "Error", message: String(error) } }; } })',
    context,
  );
  let evaluate = 0;
  meter.enter();
  meter.leave();
  meter.take();
  const result = guarded(() => {
    scriptOf(message).runInContext(context);
    evaluate = meter.running;
    return call(message.functionName, message.args, message.via);
  });
  meter.enter();
  return {
    type: 'done',
    value: result.value,
    error: result.error && { ...result.error },
    cpu: meter.take(),
    evaluate,
  };
}

// On Google nobody hears of a promise that is rejected and never caught.
process.on('unhandledRejection', () => undefined);

forgetCodeMakers();

parentPort?.on('message', ({ message, port }: { message: RunMessage; port: MessagePort }) => {
  port.postMessage(run(message, port));
});
