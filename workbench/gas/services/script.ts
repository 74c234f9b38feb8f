import type { ServiceFactory } from './host';

/** Session, MailApp, HtmlService, ContentService, Logger, console, and the clock that the bundle sees. */
export function script(factory: ServiceFactory): Record<string, unknown> {
  const { host } = factory;
  factory.define('Session');
  factory.define('MailApp');
  factory.define('HtmlService');
  // The handle's object is one execution's own, so a setter may change it in place.
  const change = (self: object, name: string, value: unknown): void => {
    Object.assign(self, { [name]: value });
  };
  factory.define('HtmlOutput', {
    setTitle: ({ self, object, args }) => {
      change(self, 'title', String(args[0]));
      return object;
    },
    setWidth: ({ self, object, args }) => {
      if (typeof args[0] !== 'number') factory.signature('HtmlOutput.setWidth', args);
      change(self, 'width', args[0]);
      return object;
    },
    addMetaTag: ({ self, object, args }) => {
      const allowed = [
        'viewport',
        'apple-mobile-web-app-capable',
        'mobile-web-app-capable',
        'google-site-verification',
      ];
      const [name, content] = args.map(String);
      if (!allowed.includes(name)) factory.fail(`The meta tag you specified is not allowed in this context.`);
      change(self, 'meta', { ...(self.meta as object), [name]: content });
      return object;
    },
    getTitle: ({ self }) => self.title,
    getContent: ({ self }) => self.content,
  });

  const MimeType = factory.enumeration('MimeType', [
    'CSV',
    'ICAL',
    'JAVASCRIPT',
    'JSON',
    'TEXT',
    'VCARD',
    'XML',
  ]);
  factory.define('ContentService', {}, { MimeType });
  factory.define('TextOutput', {
    setMimeType: ({ self, object, args }) => {
      change(self, 'mimeType', String(args[0]));
      return object;
    },
    getContent: ({ self }) => self.content,
    getMimeType: ({ self }) => MimeType[self.mimeType as string],
  });

  const line = (args: readonly unknown[]): void =>
    host.log(
      args
        .map((value) => {
          if (typeof value === 'string') return value;
          if (value instanceof Error) return value.stack ?? String(value);
          try {
            return JSON.stringify(value) ?? String(value);
          } catch {
            return String(value);
          }
        })
        .join(' '),
    );
  factory.define('Logger', {
    log: ({ args, object }) => {
      line(args);
      return object;
    },
  });
  const console: Record<string, unknown> = {};
  for (const name of ['log', 'info', 'warn', 'error', 'debug']) {
    console[name] = (...args: unknown[]) => {
      host.enter();
      line(args);
      host.leave();
    };
  }
  console.time = () => undefined;
  console.timeEnd = () => undefined;

  const VirtualDate: DateConstructor = new Proxy(Date, {
    construct: (target, args, newTarget) =>
      Reflect.construct(
        target,
        args.length ? args : [host.now()],
        newTarget === VirtualDate ? target : newTarget,
      ),
    apply: (target) => new target(host.now()).toString(),
    get: (target, key) => (key === 'now' ? now : Reflect.get(target, key)),
  });
  function now(): number {
    return host.now();
  }
  Object.defineProperty(Date.prototype, 'constructor', {
    value: VirtualDate,
    writable: true,
    configurable: true,
  });

  Math.random = () => host.random();

  return {
    Date: VirtualDate,
    console,
    Session: factory.make({ $: 'Session' }),
    MailApp: factory.make({ $: 'MailApp' }),
    HtmlService: factory.make({ $: 'HtmlService' }),
    ContentService: factory.make({ $: 'ContentService' }),
    Logger: factory.make({ $: 'Logger' }),
  };
}
