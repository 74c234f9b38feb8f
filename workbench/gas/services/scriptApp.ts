import type { Local, ServiceFactory } from './host';

/** ScriptApp: what the script may do, how it was installed, and clock triggers with what they are built by. */
export function scriptApp(factory: ServiceFactory): Record<string, unknown> {
  const AuthMode = factory.enumeration('AuthMode', ['NONE', 'CUSTOM_FUNCTION', 'LIMITED', 'FULL']);
  const AuthorizationStatus = factory.enumeration('AuthorizationStatus', ['REQUIRED', 'NOT_REQUIRED']);
  const InstallationSource = factory.enumeration('InstallationSource', [
    'APPS_MARKETPLACE_DOMAIN_ADD_ON',
    'NONE',
    'WEB_STORE_ADD_ON',
  ]);
  const EventType = factory.enumeration('EventType', [
    'CLOCK',
    'ON_OPEN',
    'ON_EDIT',
    'ON_FORM_SUBMIT',
    'ON_CHANGE',
    'ON_EVENT_UPDATED',
  ]);
  const TriggerSource = factory.enumeration('TriggerSource', [
    'SPREADSHEETS',
    'CLOCK',
    'FORMS',
    'DOCUMENTS',
    'CALENDAR',
  ]);
  factory.define(
    'ScriptApp',
    {},
    { AuthMode, AuthorizationStatus, EventType, InstallationSource, TriggerSource },
  );
  factory.define('AuthorizationInfo', {
    getAuthorizationStatus: ({ self }) => AuthorizationStatus[self.status as string],
    getAuthorizationUrl: ({ self }) => self.url,
    getAuthorizedScopes: ({ self }) => self.scopes,
  });

  factory.define('TriggerBuilder', {
    timeBased: ({ self, args }) => {
      if (args.length) factory.signature('TriggerBuilder.timeBased', args);
      return factory.make({ $: 'ClockTriggerBuilder', handler: self.handler });
    },
  });
  // The handle's object is one execution's own, so a setter may change it in place.
  const number =
    (name: string): Local =>
    ({ self, args, object }) => {
      if (args.length !== 1 || typeof args[0] !== 'number')
        factory.signature(`ClockTriggerBuilder.${name}`, args);
      Object.assign(self, { [name]: args[0] });
      return object;
    };
  const at: Local = ({ self, args, object }) => {
    if (args.length !== 1 || !(args[0] instanceof Date)) factory.signature('ClockTriggerBuilder.at', args);
    Object.assign(self, { at: (args[0] as Date).getTime() });
    return object;
  };
  factory.define('ClockTriggerBuilder', {
    everyHours: number('everyHours'),
    everyMinutes: number('everyMinutes'),
    after: number('after'),
    at,
  });
  factory.define('Trigger', {
    getUniqueId: ({ self }) => self.id,
    getHandlerFunction: ({ self }) => self.handler,
    getEventType: () => EventType.CLOCK,
    getTriggerSource: () => TriggerSource.CLOCK,
    // A clock has no identifier.
    getTriggerSourceId: () => null,
  });
  return { ScriptApp: factory.make({ $: 'ScriptApp' }) };
}
