import type { Firing } from '../gas/triggers/fire';

/** What happened in hours that were let pass, for a person: who ran how often, what it took, and what didn't run. */
export function saidOf(hours: number, firings: readonly Firing[]): string {
  const here = firings.filter(({ notStarted }) => notStarted !== 'spreadsheet not open here');
  const run = here.flatMap(({ trigger, finished }) => (finished ? [{ user: trigger.user, finished }] : []));
  const failed = run.filter(({ finished }) => !finished.ok).length;
  const requests = run.reduce((sum, { finished }) => sum + finished.ledger.requests, 0);
  const said = [`${durationOf(hours)} passed.`];
  if (run.length > 0) {
    const who = counted(run.map(({ user }) => user).sort()).map(
      ([user, times]) => `${user.replace('-', ' ')} ran ${timesOf(times)}`,
    );
    said.push(`The hourly trigger of ${who.join(', that of ')}, with ${plural(requests, 'request')}.`);
  }
  if (failed > 0) said.push(`${plural(failed, 'execution')} failed.`);
  const reasons = here.flatMap(({ notStarted }) => (notStarted === null ? [] : [notStarted]));
  for (const [reason, times] of counted(reasons)) said.push(`Not started ${timesOf(times)}: ${reason}.`);
  if (here.length === 0) said.push('No trigger was due.');
  return said.join(' ');
}

/** Hours as a person says them: `2 days, 3 hours`. */
export function durationOf(hours: number): string {
  const [days, rest] = [Math.floor(hours / 24), hours % 24];
  const parts = [days > 0 && plural(days, 'day'), (rest > 0 || days === 0) && plural(rest, 'hour')];
  return parts.filter(Boolean).join(', ');
}

function counted<T>(values: readonly T[]): [T, number][] {
  const counts = new Map<T, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts];
}

function timesOf(count: number): string {
  return count === 1 ? 'once' : `${count} times`;
}

function plural(count: number, noun: string): string {
  return `${count.toLocaleString('en-US')} ${noun}${count === 1 ? '' : 's'}`;
}
