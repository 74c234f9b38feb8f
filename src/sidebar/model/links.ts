import type { Entries } from '../entries';

/** A link by which somebody was asked for access, and how it stands. */
export type Link = Entries['listLinks'][1][number];

/** For how many days a link may work. */
export type Days = Entries['askForAccess'][0]['days'];

export const daysToChoose: readonly Days[] = [1, 3, 7];
