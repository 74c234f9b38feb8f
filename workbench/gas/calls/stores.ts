import { PlatformError, texts } from '../errors';
import type { Call, Handler } from './call';
import { matching } from './check';

/** A store's name: whose it is. */
function storeOf(kind: string, { execution }: Call): string {
  return kind === 'user' ? `user ${execution.user}` : kind;
}

function getter(className: string, kind: string): Handler {
  // Outside a document there is none of its stores.
  return (call) =>
    kind === 'document' && !call.execution.hasSpreadsheet
      ? null
      : { $: className, store: storeOf(kind, call) };
}

const stored = (call: Call) => call.platform.properties(call.self.store as string);

const propertyCalls: Record<string, Handler> = {
  'PropertiesService.getUserProperties': getter('Properties', 'user'),
  'PropertiesService.getDocumentProperties': getter('Properties', 'document'),
  'PropertiesService.getScriptProperties': getter('Properties', 'script'),
  'Properties.getProperty': (call) => stored(call).get((matching(call, ['string']) as [string])[0]),
  'Properties.setProperty': (call) => {
    const [key, value] = matching(call, ['string', 'string']) as [string, string];
    for (const one of call.execution.some([{ [key]: value }])) stored(call).set(one);
    return { $: 'self' };
  },
  'Properties.setProperties': (call) => {
    const [values, only] = matching(call, ['object', 'boolean?']) as [Record<string, string>, boolean];
    const some = call.execution.some(Object.entries(values));
    stored(call).set(Object.fromEntries(some), only && call.execution.share === 1);
    return { $: 'self' };
  },
  'Properties.deleteProperty': (call) => {
    for (const key of call.execution.some(matching(call, ['string']))) stored(call).delete(String(key));
    return { $: 'self' };
  },
  'Properties.getProperties': (call) => stored(call).all(),
  'Properties.getKeys': (call) => stored(call).keys(),
  'Properties.deleteAllProperties': (call) => {
    for (const key of call.execution.some(stored(call).keys())) stored(call).delete(key);
    return { $: 'self' };
  },
};

const cached = (call: Call) => call.platform.cache(call.self.store as string);

/** Caches cost more the more goes through them. */
function pay(call: Call, values: readonly (string | null)[]): void {
  const bytes = values.reduce((sum, value) => sum + (value?.length ?? 0), 0);
  call.execution.spend(bytes * call.platform.prices.cacheByte);
}

const cacheCalls: Record<string, Handler> = {
  'CacheService.getUserCache': getter('Cache', 'user'),
  'CacheService.getDocumentCache': getter('Cache', 'document'),
  'CacheService.getScriptCache': getter('Cache', 'script'),
  'Cache.get': (call) => {
    const [key] = matching(call, ['string']) as [string];
    const value = cached(call).get(key, call.execution.time);
    pay(call, [value]);
    return value;
  },
  'Cache.getAll': (call) => {
    const [keys] = matching(call, ['array']) as [string[]];
    const found = keys.flatMap((key) => {
      const value = cached(call).get(key, call.execution.time);
      return value === null ? [] : [[key, value] as const];
    });
    pay(
      call,
      found.map(([, value]) => value),
    );
    return Object.fromEntries(found);
  },
  'Cache.put': (call) => {
    const [key, value, seconds] = matching(call, ['string', 'string', 'number?']) as [
      string,
      string,
      number?,
    ];
    pay(call, [value]);
    for (const one of call.execution.some([key])) {
      cached(call).put(one, value, seconds ?? undefined, call.execution.time);
    }
    return undefined;
  },
  'Cache.putAll': (call) => {
    const [values, seconds] = matching(call, ['object', 'number?']) as [Record<string, string>, number?];
    pay(call, Object.values(values));
    for (const [key, value] of call.execution.some(Object.entries(values))) {
      cached(call).put(key, value, seconds ?? undefined, call.execution.time);
    }
    return undefined;
  },
  'Cache.remove': (call) => {
    for (const key of call.execution.some(matching(call, ['string']))) cached(call).remove(String(key));
    return undefined;
  },
  'Cache.removeAll': (call) => {
    const [keys] = matching(call, ['array']) as [string[]];
    for (const key of call.execution.some(keys)) cached(call).remove(key);
    return undefined;
  },
};

const lockName = (call: Call): string => call.platform.lockName(call.self.store as string);

async function take(call: Call): Promise<boolean> {
  const [ms] = matching(call, ['number']) as [number];
  const { platform, execution } = call;
  const got = platform.locks.tryLock(lockName(call), execution, ms);
  if (typeof got === 'boolean') return got;
  // Who waits for a lock stands still for those that wait for it.
  execution.paused = true;
  platform.locks.stir();
  try {
    return await got;
  } finally {
    execution.paused = false;
  }
}

const lockCalls: Record<string, Handler> = {
  'LockService.getDocumentLock': getter('Lock', 'document'),
  'LockService.getUserLock': getter('Lock', 'user'),
  'LockService.getScriptLock': getter('Lock', 'script'),
  'Lock.tryLock': take,
  'Lock.waitLock': async (call) => {
    if (!(await take(call))) throw new PlatformError(texts.lockTimeout);
    return undefined;
  },
  'Lock.hasLock': (call) => call.platform.locks.holds(lockName(call), call.execution),
  'Lock.releaseLock': (call) => {
    // What is buffered stays buffered: flush before releasing, as on Google.
    call.platform.locks.release(lockName(call), call.execution);
    return undefined;
  },
};

/** PropertiesService, CacheService and LockService. */
export const storeCalls: Record<string, Handler> = { ...propertyCalls, ...cacheCalls, ...lockCalls };
