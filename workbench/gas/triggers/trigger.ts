import { createHash } from 'node:crypto';

const hourMs = 3_600_000;

/** When a trigger fires: every so many hours, or once at a moment (epoch milliseconds). */
export type Rhythm = { readonly everyHours: number } | { readonly at: number };

/** A clock trigger as it stands: whose it is, where it was made, what it runs and when. */
export interface Trigger {
  readonly id: string;
  readonly user: string;
  readonly handler: string;
  /** The spreadsheet in which it was made. */
  readonly spreadsheetId: string;
  readonly rhythm: Rhythm;
  /** Epoch milliseconds at which it fires next; never again when infinite. */
  readonly due: number;
  /** It still stands in every list, but doesn't fire. */
  readonly disabled: boolean;
}

/** The second within its hour at which a recurring trigger fires; Google chooses it and keeps it. */
function secondOf(id: string): number {
  return createHash('sha256').update(id).digest().readUInt32BE(0) % 3600;
}

/** When a trigger fires for the first time that is made now. */
export function firstDue(id: string, rhythm: Rhythm, now: number): number {
  if ('at' in rhythm) return Math.max(rhythm.at, now);
  return afterwards(id, now) + (rhythm.everyHours - 1) * hourMs;
}

/** When it fires again after it was due. What it missed until now it doesn't make up for. */
export function nextDue({ rhythm, due }: Trigger, now: number): number {
  // One that fires once stays in the list, as on Google, until it is deleted.
  if ('at' in rhythm) return Number.POSITIVE_INFINITY;
  const step = rhythm.everyHours * hourMs;
  return due + Math.max(1, Math.ceil((now + 1 - due) / step)) * step;
}

/** The first moment after this one that is at the trigger's second of an hour. */
function afterwards(id: string, now: number): number {
  const moment = Math.floor(now / hourMs) * hourMs + secondOf(id) * 1000;
  return moment > now ? moment : moment + hourMs;
}
