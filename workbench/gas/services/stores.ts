import type { Local, ServiceFactory } from './host';

/** PropertiesService, CacheService and LockService. */
export function stores(factory: ServiceFactory): Record<string, unknown> {
  const text = (value: unknown, name: string, args: readonly unknown[]): string =>
    value === undefined || value === null ? factory.signature(name, args) : String(value);
  const texts = (values: unknown, name: string, args: readonly unknown[]): Record<string, string> => {
    if (values === null || typeof values !== 'object' || Array.isArray(values))
      return factory.signature(name, args);
    return Object.fromEntries(Object.entries(values).map(([key, value]) => [key, text(value, name, args)]));
  };
  const setProperty: Local = ({ args, ask }) => {
    if (args.length !== 2) factory.signature('Properties.setProperty', args);
    return ask(args.map((value) => text(value, 'Properties.setProperty', args)));
  };
  const setProperties: Local = ({ args, ask }) =>
    ask([texts(args[0], 'Properties.setProperties', args), args[1] === true]);
  factory.define('Properties', { setProperty, setProperties });

  const put: Local = ({ args, ask }) => {
    if (args.length < 2 || typeof args[1] !== 'string') factory.signature('Cache.put', args);
    return ask();
  };
  const putAll: Local = ({ args, ask }) => {
    for (const value of Object.values(Object(args[0]))) {
      if (typeof value !== 'string') factory.signature('Cache.putAll', args);
    }
    return ask();
  };
  factory.define('Cache', { put, putAll });
  factory.define('Lock');
  for (const name of ['PropertiesService', 'CacheService', 'LockService']) factory.define(name);
  return {
    PropertiesService: factory.make({ $: 'PropertiesService' }),
    CacheService: factory.make({ $: 'CacheService' }),
    LockService: factory.make({ $: 'LockService' }),
  };
}
