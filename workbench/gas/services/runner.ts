import type { ServiceFactory } from './host';

/**
 * How a function of the bundle is called: by Google (menus, triggers), by a page's `google.script.run`, or for a visitor of the
 * web app, who gets what it returns as a page or a text.
 */
export function runner(
  factory: ServiceFactory,
): (name: string, args: string, via: string) => string | undefined {
  /** What was there before the script: it isn't the script's, and so nobody reaches it by name. */
  const before = new Set(Reflect.ownKeys(globalThis));

  function functionCalled(name: string): (...args: unknown[]) => unknown {
    // Of a context's global object `Object.hasOwn` says that it has what it inherits.
    const own = !before.has(name) && Reflect.ownKeys(globalThis).includes(name);
    const called = own ? (globalThis as unknown as Record<string, unknown>)[name] : undefined;
    return typeof called === 'function'
      ? (called as (...args: unknown[]) => unknown)
      : factory.fail(`Script function not found: ${name}`);
  }

  /** Google gives an event its mode as a member of the enumeration. */
  function event(value: unknown): unknown {
    if (value === null || typeof value !== 'object') return value;
    const { authMode } = value as { authMode?: unknown };
    const modes = (globalThis as unknown as { ScriptApp: { AuthMode: Record<string, object> } }).ScriptApp
      .AuthMode;
    return typeof authMode === 'string' ? { ...value, authMode: modes[authMode] } : value;
  }

  function holdsDate(value: unknown): boolean {
    if (value === null || typeof value !== 'object') return false;
    return value instanceof Date || Object.values(value).some(holdsDate);
  }

  /** What a page gets: any date makes the whole of it null; functions and service objects can't cross. */
  function checked(value: unknown, path: string, above: readonly unknown[]): void {
    if (typeof value === 'function' || typeof value === 'symbol' || typeof value === 'bigint') {
      factory.fail(`Failed due to illegal value in property: ${path}`, 'TypeError');
    }
    if (value === null || typeof value !== 'object') return;
    if (above.includes(value) || factory.handleOf(value)) {
      factory.fail(`Failed due to illegal value in property: ${path}`, 'TypeError');
    }
    for (const [key, inner] of Object.entries(value)) checked(inner, key, [...above, value]);
  }

  return (name, args, via) => {
    const called = functionCalled(name);
    const given = JSON.parse(args) as unknown[];
    const value = called.apply(undefined, via === 'host' ? given.map(event) : given);
    if (value !== null && typeof value === 'object' && 'then' in value && typeof value.then === 'function') {
      factory.fail('not emulated: an entry point that returns a promise', 'Error');
    }
    if (via === 'web') {
      const output = factory.handleOf(value);
      if (output?.$ === 'HtmlOutput' || output?.$ === 'TextOutput') return JSON.stringify(output);
      factory.fail('The script completed but the returned value is not a supported return type.', 'Error');
    }
    if (via !== 'client') return JSON.stringify(value);
    if (holdsDate(value)) return 'null';
    checked(value, 'value', []);
    return JSON.stringify(value) ?? 'null';
  };
}
