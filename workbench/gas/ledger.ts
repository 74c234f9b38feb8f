import type { CallKind } from './methods';

/** What one execution asked of the services, and what it took. */
export interface Ledger {
  /** Calls of each method, by `Sheet.getRange` and the like. */
  counts: Record<string, number>;
  /** Names of the methods called, in order. */
  calls: string[];
  /** HTTP requests; each element of a `fetchAll` is one. */
  requests: number;
  /** Calls that read, write, insert, clear or flush; navigation isn't counted. */
  sheetCalls: number;
  /** Virtual milliseconds from start to end. */
  virtualMs: number;
  /** Milliseconds of CPU of the bundle itself: the time outside of service calls. */
  cpuMs: number;
  /** The part of `cpuMs` that evaluating the bundle took. */
  evaluateMs: number;
}

export function newLedger(): Ledger {
  return { counts: {}, calls: [], requests: 0, sheetCalls: 0, virtualMs: 0, cpuMs: 0, evaluateMs: 0 };
}

const sheetKinds: ReadonlySet<CallKind> = new Set(['read', 'write-array', 'write', 'structure', 'flush']);

export function record(ledger: Ledger, name: string, kind: CallKind): void {
  ledger.counts[name] = (ledger.counts[name] ?? 0) + 1;
  ledger.calls.push(name);
  if (sheetKinds.has(kind)) ledger.sheetCalls++;
}
