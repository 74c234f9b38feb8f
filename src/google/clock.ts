import type { Clock } from '../store/clock';

export const clock: Clock = {
  now: () => Date.now(),
  sleep: (milliseconds) => Utilities.sleep(Math.ceil(milliseconds)),
};

/** A number from 0 to 1. */
export function chance(): number {
  return Math.random();
}

/** A short id that nothing else has. */
export function newId(): string {
  return Utilities.getUuid().replace(/-/g, '').slice(0, 16);
}
