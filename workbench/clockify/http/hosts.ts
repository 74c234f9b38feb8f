import type { Environment } from '../model';
import { failures } from './failure';

const regions: Record<string, Environment> = { euc1: 'eu', use2: 'us', euw2: 'uk', apse2: 'au' };

/** Where a request was meant to go. */
export interface Target {
  environment: Environment;
  reports: boolean;
  /** The path after `/api/v1` or `/report/v1`. */
  path: string;
}

/**
 * Reads the demo's path and the host that the request was meant for (`X-Forwarded-Host`; none means that somebody
 * speaks to the demo directly, which is the global environment). Reports are a host of their own on the global
 * environment and a path everywhere else; the wrong one of the two is an unknown route, as it is at Clockify.
 */
export function targetOf(path: string, host: string | undefined): Target {
  const match = /^\/(api|report)\/v1(\/.*)$/.exec(path);
  if (!match) throw failures.noRoute(path);
  const reports = match[1] === 'report';
  const rest = match[2]!;
  if (host === undefined) return { environment: 'global', reports, path: rest };
  if (host === 'api.clockify.me' || host === 'reports.api.clockify.me') {
    if (reports !== (host === 'reports.api.clockify.me')) throw failures.noRoute(path);
    return { environment: 'global', reports, path: rest };
  }
  const name = /^([a-z0-9-]+)\.clockify\.me$/.exec(host)?.[1];
  if (!name) throw failures.noRoute(`${host}${path}`);
  return { environment: regions[name] ?? `sub:${name}`, reports, path: rest };
}
