import type { Route } from './gas/platform';

/**
 * Sends a request for one of Clockify's hosts to a server that speaks as Clockify does (core under `/api/v1`, reports under
 * `/report/v1`), with the host it was meant for in `X-Forwarded-Host` and the execution's time in `X-Workbench-Now`; without
 * a base address, to the real host. The bundle itself knows the real hosts only.
 */
export function routeTo(base: string | null): (url: string, now: number) => Route | undefined {
  return (url, now) => {
    const { host, pathname, search } = new URL(url);
    if (!host.endsWith('.clockify.me')) return undefined;
    if (base === null) return { url };
    // Global has a host for its reports; elsewhere they are a path.
    const path = host === 'reports.api.clockify.me' ? `/report${pathname}` : pathname;
    const headers = { 'X-Forwarded-Host': host, 'X-Workbench-Now': String(Math.floor(now)) };
    return { url: `${base.replace(/\/$/, '')}${path}${search}`, headers };
  };
}
