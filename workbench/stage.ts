import type { Extent, Session } from './session';

/** How far a session is, for a person who waits: what it does, and what has come so far. */
export function stageOf({ stage, progress, platform }: Session): string {
  const requests = `${platform.http.length.toLocaleString('en-US')} request${platform.http.length === 1 ? '' : 's'}`;
  const parts = [stage, requests, progress && rowsOf(progress), progress && waitOf(progress)];
  return parts.filter(Boolean).join(', ');
}

function rowsOf({ rows, rowsExpected }: Extent): string {
  const count = rows.toLocaleString('en-US');
  return rowsExpected === null ? `${count} rows` : `${count} of ${rowsExpected.toLocaleString('en-US')} rows`;
}

function waitOf({ state, until }: Extent): string {
  if (state !== 'waiting' || until === null) return '';
  return `waiting until ${new Date(until).toISOString().slice(11, 16)} UTC`;
}
