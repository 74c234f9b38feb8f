import type { KilledWrites } from './batch';
import { Answer } from './calls/call';
import { handlers } from './calls/index';
import { NotEmulated, PlatformError, texts } from './errors';
import type { AuthMode, Execution } from './execution';
import type { Prices } from './latency';
import { record } from './ledger';
import { type CallKind, kindOf } from './methods';
import type { CallMessage, Handle, Reply } from './wire';

/** A service call that is about to happen. */
export interface GateCall {
  readonly name: string;
  readonly kind: CallKind;
  /** The call's number within its execution, from 0. */
  readonly index: number;
  readonly args: readonly unknown[];
  readonly user: string;
  readonly functionName: string;
  /** How many cells it hands over, by `setValues` and the like. */
  readonly cells: number;
}

/**
 * When something happens to a call: before it did anything, after it took effect, or in the middle. In the middle a part
 * of it took effect: of a write (also of `copyTo`, of formats …) the first rows, of a flush (also of one that a read
 * forces) the first of the buffered writes, of several properties or cache entries the first. What can't be divided did
 * nothing by then. The rest of what was being flushed is lost.
 */
export type Moment = 'before' | 'middle' | 'after';

/** A call is interrupted. */
interface Interruption {
  /** How much was done when it happens in the middle, from 0 to 1; default: half. */
  readonly part?: number;
}

/** The call throws this text. Writes that are buffered stay so, and may land later: that is what scripts do not expect. */
export interface Failure extends Interruption {
  readonly fail: string;
  /** Default: `before`. */
  readonly when?: Moment;
}

/** The execution is ended, nothing of it runs any more. */
export interface Ending extends Interruption {
  readonly end: Moment;
  /** What becomes of the writes that are buffered then; default: as the platform's option `killedWrites` says. */
  readonly unflushed?: KilledWrites;
}

/** What a hook may do at a call: nothing, make it fail, or end the execution; `end` alone is before the call. */
export type Verdict = undefined | 'end' | Failure | Ending;

/** Sees every service call before it happens; while its promise is open, other executions may go first. */
// biome-ignore lint/suspicious/noConfusingVoidType: a hook that only looks on returns nothing
export type OnCall = (call: GateCall) => void | Verdict | Promise<void | Verdict>;

/** The hook, or the time limit, ended the execution at a call. */
export class Ended extends Error {
  constructor(
    readonly how: 'killed' | 'time limit',
    readonly unflushed?: KilledWrites,
  ) {
    super(how);
  }
}

const scope = (name: string): string => `https://www.googleapis.com/auth/${name}`;

/** The scope that a class of services needs; a class that isn't here needs none. */
const scopes: Readonly<Record<string, string>> = {
  Spreadsheet: scope('spreadsheets.currentonly'),
  Sheet: scope('spreadsheets.currentonly'),
  Range: scope('spreadsheets.currentonly'),
  RangeList: scope('spreadsheets.currentonly'),
  NamedRange: scope('spreadsheets.currentonly'),
  UrlFetchApp: scope('script.external_request'),
  MailApp: scope('script.send_mail'),
};

/** What of ScriptApp needs a permission: all that has to do with triggers. */
const triggerCall = /^(ScriptApp\.\w+Triggers?|ClockTriggerBuilder\.create)$/;

/** Classes that work without any permission: menus, and services that see no data. */
const open = new Set([
  'Menu',
  'Utilities',
  'Session',
  'ScriptApp',
  'ClockTriggerBuilder',
  'HtmlService',
  'ContentService',
  'Logger',
]);

function assertTriggers(
  name: string,
  mode: AuthMode,
  granted: ReadonlySet<string> | undefined,
  declared: readonly string[],
): void {
  if (mode !== 'FULL') throw new PlatformError(texts.permission(name));
  const needed = scope('script.scriptapp');
  if ((declared.length > 0 && !declared.includes(needed)) || (granted && !granted.has(needed)))
    throw new PlatformError(texts.scopes(name, [needed]));
}

/** Throws what Google says where a call isn't allowed; `declared`: the manifest's scopes, if it has any. */
function assertAllowed(
  name: string,
  mode: AuthMode,
  granted: ReadonlySet<string> | undefined,
  declared: readonly string[],
): void {
  const [className, method] = name.split('.');
  const ui = className === 'Ui' || name === 'SpreadsheetApp.getUi';
  if (method === 'showSidebar') {
    if (mode !== 'FULL')
      throw new PlatformError(texts.scopes('Ui.showSidebar', [scope('script.container.ui')]));
    if (granted && !granted.has(scope('script.container.ui'))) {
      throw new PlatformError(texts.scopes('Ui.showSidebar', [scope('script.container.ui')]));
    }
  }
  if (mode === 'NONE' && !open.has(className) && !ui) throw new PlatformError(texts.permission(name));
  if (mode === 'LIMITED' && className === 'UrlFetchApp') throw new PlatformError(texts.permission(name));
  if (triggerCall.test(name)) assertTriggers(name, mode, granted, declared);
  const needed =
    scopes[className] ?? (className === 'SpreadsheetApp' && !ui ? scopes.Spreadsheet : undefined);
  if (needed && granted && !granted.has(needed)) throw new PlatformError(texts.scopes(name, [needed]));
}

/** What a call costs whatever it works on; what depends on the amount is added where the amount is known. */
function price(kind: CallKind, prices: Prices): number {
  if (kind === 'read') return prices.read;
  if (kind === 'write-array') return prices.array;
  if (kind === 'write' || kind === 'structure') return prices.sheetCall;
  if (kind === 'property') return prices.property;
  if (kind === 'trigger') return prices.trigger;
  return kind === 'cache' ? prices.cache : 0;
}

const sheetClass = /^(SpreadsheetApp|Spreadsheet|Sheet|Range|RangeList|NamedRange|Protection)\./;

/**
 * The one way from the bundle to a service: counts the call, asks the hook, checks permissions, lets earlier errors
 * surface, does the work, takes its price, and enforces the time limit.
 */
export class Gate {
  constructor(
    private readonly execution: Execution,
    private readonly functionName: string,
    private readonly onCall: OnCall | undefined,
  ) {}

  /** The answer to a call. Throws {@link Ended} when the execution may not go on. */
  async pass(message: CallMessage): Promise<Reply> {
    const { execution } = this;
    const { platform, ledger } = execution;
    ledger.cpuMs += message.cpu;
    execution.spend(message.cpu * platform.cpuFactor);
    if (execution.overdue) throw new Ended('time limit');
    const kind = kindOf(message.name);
    if (!kind) return failed(new NotEmulated(message.name));
    const args = trimmed(JSON.parse(message.args));
    const index = ledger.calls.length;
    record(ledger, message.name, kind);
    const verdict = await this.ask({
      name: message.name,
      kind,
      index,
      args,
      user: execution.user,
      functionName: this.functionName,
      cells: message.grid ? message.grid.rows * message.grid.columns : 0,
    });
    const fault = faultOf(verdict);
    let reply: Reply;
    try {
      if (fault?.moment === 'before') fault.strike();
      assertAllowed(message.name, execution.authMode, platform.granted(execution.user), platform.scopes);
      if (sheetClass.test(message.name) && kind !== 'free') execution.raisePending();
      execution.spend(price(kind, platform.prices));
      const work = () => this.work(message, args);
      reply = fault?.moment === 'middle' ? await this.partly(kind, fault.part, work) : await work();
      fault?.strike();
    } catch (error) {
      if (error instanceof Ended) throw error;
      reply = failed(error);
    }
    if (execution.overdue) throw new Ended('time limit');
    return reply;
  }

  /** Does the part of a call that is done when it is interrupted; what was wrong with it nobody hears of. */
  private async partly(kind: CallKind, part: number, work: () => Promise<Reply>): Promise<Reply> {
    if (!divisible.has(kind)) return {};
    this.execution.share = part;
    try {
      return await work();
    } catch (error) {
      return failed(error);
    } finally {
      this.execution.share = 1;
    }
  }

  private async ask(call: GateCall): Promise<Verdict> {
    if (!this.onCall) return undefined;
    const answer = this.onCall(call);
    if (!(answer instanceof Promise)) return answer as Verdict;
    this.execution.paused = true;
    this.execution.platform.locks.stir();
    try {
      return (await answer) as Verdict;
    } finally {
      this.execution.paused = false;
    }
  }

  private async work({ name, self, grid }: CallMessage, args: readonly unknown[]): Promise<Reply> {
    const handler = handlers[name];
    if (!handler) throw new NotEmulated(name);
    const { execution } = this;
    const target = JSON.parse(self) as Handle;
    if (target.gone && name !== 'Range.getA1Notation')
      throw new NotEmulated(`${name} of a range that is gone`);
    const result = await handler({
      platform: execution.platform,
      execution,
      name,
      self: target,
      args,
      grid,
    });
    if (!(result instanceof Answer)) return { value: JSON.stringify(result) };
    return { value: JSON.stringify(result.value), ...result.parts };
  }
}

/** Calls of which a part may be done; reads because of the flush that they force. */
const divisible: ReadonlySet<CallKind> = new Set([
  'read',
  'write-array',
  'write',
  'structure',
  'flush',
  'property',
  'cache',
]);

/** What a verdict does, and when. */
interface Fault {
  readonly moment: Moment;
  readonly part: number;
  readonly strike: () => never;
}

function faultOf(verdict: Verdict): Fault | undefined {
  if (verdict === undefined) return undefined;
  if (verdict === 'end') return faultOf({ end: 'before' });
  const { part = 0.5 } = verdict;
  const error = 'fail' in verdict ? new PlatformError(verdict.fail) : new Ended('killed', verdict.unflushed);
  const strike = (): never => {
    throw error;
  };
  return { moment: 'fail' in verdict ? (verdict.when ?? 'before') : verdict.end, part, strike };
}

/** Arguments without the `undefined` ones at the end, which count as not given. */
function trimmed(args: unknown[]): unknown[] {
  let length = args.length;
  while (length > 0 && (args[length - 1] as Handle | null)?.$ === 'undefined') length--;
  return args.slice(0, length);
}

function failed(error: unknown): Reply {
  if (error instanceof PlatformError || error instanceof NotEmulated) {
    return { error: { name: error.name, message: error.message } };
  }
  // A fault of the workbench itself must not look like one of the platform's.
  return { error: { name: 'WorkbenchFault', message: String((error as Error)?.stack ?? error) } };
}
