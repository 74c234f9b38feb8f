import type { Route } from './gas/platform';

/** Where requests for Clockify go. */
export interface Destination {
  /** Base address of a server that speaks as Clockify does: core under `/api/v1`, reports under `/report/v1`. Null: the real one. */
  url: string | null;
  /** The workbench's clock, in milliseconds since 1970. */
  now(): number;
}

/**
 * Sends a request for one of Clockify's hosts to the destination, with the host it was meant for in `X-Forwarded-Host` and
 * the workbench's time in `X-Workbench-Now`. The bundle itself knows the real hosts only.
 */
export function routeTo({ url: base, now }: Destination): (url: string) => Route | undefined {
  return (url) => {
    const { host, pathname, search } = new URL(url);
    if (host !== 'clockify.me' && !host.endsWith('.clockify.me')) return undefined;
    if (base === null) return { url };
    // Global has a host for its reports; elsewhere they are a path.
    const path = host === 'reports.api.clockify.me' ? `/report${pathname}` : pathname;
    const headers = { 'X-Forwarded-Host': host, 'X-Workbench-Now': String(Math.floor(now())) };
    return { url: `${base.replace(/\/$/, '')}${path}${search}`, headers };
  };
}
