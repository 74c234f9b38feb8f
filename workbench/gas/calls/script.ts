import { createHash } from 'node:crypto';
import { NotEmulated, PlatformError, texts } from '../errors';
import type { Handler } from './call';
import { matching } from './check';

/** ScriptApp, Session and the parts of Utilities that touch the platform. */
export const scriptCalls: Record<string, Handler> = {
  'Utilities.sleep': async (call) => {
    const [ms] = matching(call, ['number']) as [number];
    if (ms < 0 || ms > 300_000) throw new PlatformError(`Invalid argument: milliseconds`);
    call.execution.spend(ms);
    await call.platform.reallySleep(ms);
    return undefined;
  },
  'Utilities.computeDigest': (call) => {
    const args = matching(call, ['Enum', 'string'], ['Enum', 'string', 'Enum']);
    const { name } = args[0] as { name: string };
    if (name !== 'SHA_256') throw new NotEmulated(`Utilities.computeDigest by ${name}`);
    // Bytes are Java's: from -128 to 127.
    return [...new Int8Array(createHash('sha256').update(String(args[1])).digest())];
  },
  'Utilities.getUuid': ({ platform }) => platform.nextUuid(),
  'Session.getScriptTimeZone': ({ platform }) => platform.scriptTimeZone,
  'Session.getTemporaryActiveUserKey': ({ execution }) => `key-of-${execution.user}`,
  'ScriptApp.requireScopes': (call) => {
    const [, wanted] = matching(call, ['Enum'], ['Enum', 'array']);
    const { platform, execution } = call;
    const granted = platform.granted(execution.user);
    const missing = ((wanted as string[]) ?? platform.scopes).filter(
      (scope) => !platform.scopes.includes(scope) || (granted && !granted.has(scope)),
    );
    if (missing.length) throw new PlatformError(texts.scopes('ScriptApp.requireScopes', missing));
    return undefined;
  },
  'ScriptApp.getInstallationSource': ({ platform }) => ({
    $: 'Enum',
    type: 'InstallationSource',
    name: platform.installation,
  }),
  'ScriptApp.getAuthorizationInfo': (call) => {
    const [, wanted] = matching(call, ['Enum'], ['Enum', 'array']);
    const { platform, execution } = call;
    const scopes = (wanted as string[]) ?? platform.scopes;
    const granted = platform.granted(execution.user);
    const missing = scopes.some((scope) => granted && !granted.has(scope));
    return {
      $: 'AuthorizationInfo',
      status: missing ? 'REQUIRED' : 'NOT_REQUIRED',
      url: missing ? 'https://script.google.com/authorize' : null,
      scopes: platform.scopes.filter((scope) => !granted || granted.has(scope)),
    };
  },
};
