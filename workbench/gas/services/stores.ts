import type { Kit, Local } from './host';

/** PropertiesService, CacheService and LockService. */
export function stores(kit: Kit): Record<string, unknown> {
  const text = (value: unknown, name: string, args: readonly unknown[]): string =>
    value === undefined || value === null ? kit.signature(name, args) : String(value);
  const texts = (values: unknown, name: string, args: readonly unknown[]): Record<string, string> => {
    if (values === null || typeof values !== 'object' || Array.isArray(values))
      return kit.signature(name, args);
    return Object.fromEntries(Object.entries(values).map(([key, value]) => [key, text(value, name, args)]));
  };
  const setProperty: Local = ({ args, ask }) => {
    if (args.length !== 2) kit.signature('Properties.setProperty', args);
    return ask(args.map((value) => text(value, 'Properties.setProperty', args)));
  };
  const setProperties: Local = ({ args, ask }) =>
    ask([texts(args[0], 'Properties.setProperties', args), args[1] === true]);
  kit.define('Properties', { setProperty, setProperties });

  const put: Local = ({ args, ask }) => {
    if (args.length < 2 || typeof args[1] !== 'string') kit.signature('Cache.put', args);
    return ask();
  };
  const putAll: Local = ({ args, ask }) => {
    for (const value of Object.values(Object(args[0]))) {
      if (typeof value !== 'string') kit.signature('Cache.putAll', args);
    }
    return ask();
  };
  kit.define('Cache', { put, putAll });
  kit.define('Lock');
  for (const name of ['PropertiesService', 'CacheService', 'LockService']) kit.define(name);
  return {
    PropertiesService: kit.make({ $: 'PropertiesService' }),
    CacheService: kit.make({ $: 'CacheService' }),
    LockService: kit.make({ $: 'LockService' }),
  };
}
