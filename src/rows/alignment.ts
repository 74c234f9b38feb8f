import type { Days } from '../query/period';
import type { RowContext } from '../reports/report';
import { recordsOfDays } from './recordedDays';
import type { Shape } from './shape';
import { type Member, memberOf, type Trait } from './trait';

/** Puts what was compared to the place in time that it is compared with. */
export type Align = (members: Member[]) => Member[];

const NOWHERE = memberOf(null);

/**
 * Dimensions of time are joined by position: the first month of one period with the first of the other, and so on. What has no
 * counterpart, since the other period is shorter, is in no time, so that sums stay whole. Weekdays and hours come again and
 * again, and are joined as they are.
 */
export function alignment(
  shape: Shape,
  days: Days | null,
  compared: Days | null,
  context: RowContext,
): Align {
  const { traits, visible, split } = shape;
  const places = traits.flatMap((trait, at) =>
    (at < visible || at === split) && isSequence(trait) ? [at] : [],
  );
  if (places.length === 0 || days === null || compared === null) return (members) => members;
  const now = recordsOfDays(days, shape);
  const then = recordsOfDays(compared, shape);
  const maps = places.map((at) => {
    const current = bucketsOf(traits[at], now, context);
    const marks = bucketsOf(traits[at], then, context).map(({ mark }) => mark);
    return { at, counterparts: new Map(marks.map((mark, index) => [mark, current[index] ?? NOWHERE])) };
  });
  return (members) => {
    const aligned = members.slice();
    for (const { at, counterparts } of maps) aligned[at] = counterparts.get(members[at].mark) ?? NOWHERE;
    return aligned;
  };
}

/** Whether a dimension counts on and on. */
function isSequence({ field: { time } }: Trait): boolean {
  return time !== undefined && time !== 'weekday' && time !== 'hour';
}

/** What days are in, each once, in order. */
function bucketsOf(trait: Trait, records: unknown[], context: RowContext): Member[] {
  const buckets = new Map<string, Member>();
  for (const record of records) {
    const member = trait.member(trait.read(record, context), new Map());
    if (!buckets.has(member.mark)) buckets.set(member.mark, member);
  }
  return [...buckets.values()];
}
