import type { Entries } from '../entries';
import { words } from '../words';

/** How all queries are, as the script tells it. */
export type Health = Entries['loadHealth'][1];

/** What begins at one moment: the names of the queries, and how many more there are. */
export interface ComingHour {
  /** Milliseconds since 1970. */
  at: number;
  names: string;
}

const MOST_NAMES = 3;

/** What runs in the next hours, by the moment at which it begins. */
export function comingHours(coming: Health['next24']): ComingHour[] {
  const hours = new Map<number, string[]>();
  for (const { at, name } of coming) hours.set(at, [...(hours.get(at) ?? []), name]);
  return [...hours]
    .sort(([a], [b]) => a - b)
    .map(([at, names]) => {
      const shown = names.slice(0, MOST_NAMES);
      return { at, names: words.health.names(shown, names.length - shown.length) };
    });
}

/** How much of its time by itself is used up, in whole minutes, of how many, and as a share from 0 to 1. */
export function timeUsed({ triggerSecondsToday: used, triggerSecondsLeft: left }: Health) {
  const all = used + left;
  return {
    minutes: Math.ceil(used / 60),
    of: Math.round(all / 60),
    share: all > 0 ? Math.min(1, used / all) : 0,
  };
}
