import type { Query } from '../../../src/query/query';
import type { Fault } from '../../clockify/faults';
import type { OnCall } from '../../gas/gate';
import type { Ground } from '../ground';
import { ENDINGS, FAILURES } from '../interrupt';
import { pick } from '../sample';
import { ACCOUNT } from './queries';

const ANSWERS: readonly Fault[] = [
  { kind: 'status', status: 429, headers: { 'Retry-After': '20' } },
  { kind: 'status', status: 503 },
  { kind: 'reset' },
  { kind: 'html' },
  { kind: 'truncate' },
  { kind: 'no-rows' },
  { kind: 'duplicate-rows' },
];

/** How many calls an execution of the trigger makes, at most, before it is interrupted. */
const REACH = 900;

/** What people do to the entries within an hour: add, change or delete some. */
export async function editClockify(ground: Ground, own: string[], chance: () => number): Promise<void> {
  const what = chance();
  if (what < 0.5 || own.length === 0) {
    const day = String(1 + Math.floor(chance() * 27)).padStart(2, '0');
    const month = pick(['01', '02', '03'], chance);
    const [start, end] = ['10:00', '11:30'].map((time) => `2026-${month}-${day}T${time}:00Z`);
    const add = [{ start, end, description: `added ${own.length}` }];
    own.push(...(await ground.control.editEntries({ workspace: ACCOUNT, add })).ids);
  } else if (what < 0.8) {
    const edit = [{ id: pick(own, chance), description: `changed ${Math.floor(chance() * 1000)}` }];
    await ground.control.editEntries({ workspace: ACCOUNT, edit });
  } else {
    const [gone] = own.splice(Math.floor(chance() * own.length), 1);
    await ground.control.editEntries({ workspace: ACCOUNT, remove: [gone] });
  }
}

/** What somebody who edits the spreadsheet too does: types over a cell, or inserts a row above a table. */
export async function editSheet(
  ground: Ground,
  queries: readonly Query[],
  chance: () => number,
): Promise<void> {
  const { place } = await ground.view(pick(queries, chance));
  if (!place) return;
  if (chance() < 0.5) ground.sheet.insertRows(place.tab, 1, 1);
  else ground.sheet.type(place.tab, 'B3', 'typed over');
}

/** A misbehaving Clockify for a request or two. */
export function breakAnswers(ground: Ground, chance: () => number): Promise<void> {
  const times = 1 + Math.floor(chance() * 2);
  return ground.control.addFault({ fault: pick(ANSWERS, chance), times, after: Math.floor(chance() * 4) });
}

/** An execution that is ended or meets a time-out at some call. */
export function breakCall(chance: () => number): OnCall {
  const at = Math.floor(chance() * REACH);
  const way = pick([...ENDINGS, ...FAILURES], chance);
  return ({ index }) => (index === at ? way : undefined);
}
