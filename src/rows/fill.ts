import type { Days } from '../query/period';
import type { RowContext } from '../reports/report';
import { CURRENCY } from './column';
import { daysOf } from './fitting';
import type { Line } from './line';
import type { Names } from './names';
import { type Recorded, recordedDays, recordsOfDays } from './recordedDays';
import type { Row } from './row';
import type { Shape } from './shape';
import { type Member, memberOf } from './trait';
import type { Verdict } from './tree';
import { tooManyRows } from './unfit';

/** More rows that are added are a mistake in the query, not a table. */
const MOST_ROWS = 100_000;

/** What an account may have rows of without time. */
export interface Fillable {
  context: RowContext;
  /** Rows of people and projects that stand for themselves, as `takeRows` gives them. */
  filling: Row[];
  names: Map<string, Names>;
}

/** What is known of something that may have a row without time: by the fields that it has a value for. */
type Known = Map<string, Member>;

/** Things that look the same in the table: a row for them is there if the filters let any of them through. */
interface Candidate {
  /** Tells it from others of its kind in the table. */
  mark: string;
  known: Known[];
}

/** A kind of things: the fields that it has values for, and all of them. */
interface Kind {
  gives: string[];
  candidates: Map<string, Candidate>;
}

/**
 * Adds lines of zero for days, people and projects of an account that have none: each of them with each combination that
 * there is of the other dimensions, as far as the query's filters let it be. A condition on what isn't known of a day, a
 * person or a project leaves nothing out. Raises `rows-too-many`.
 */
export function fill(
  lines: Line[],
  split: Map<string, Member>,
  account: number,
  from: Fillable,
  shape: Shape,
  days: Days | null,
): void {
  const kinds = kindsOf(from, shape, days, { lines, split });
  if (kinds.length === 0) return;
  const fields = shape.traits.slice(0, shape.visible).map(({ field }) => field.id);
  const given = fields.map((id) => kinds.findIndex(({ gives }) => gives.includes(id)));
  if (shape.split >= 0) splitBy(split, kinds, shape, fields);
  if (given.every((kind) => kind < 0)) return;
  for (const kind of kinds) include(kind, lines, fields);
  const others = combinations(lines, given, fields, from.context);
  const rows = kinds.reduce((product, { candidates }) => product * candidates.size, others.length);
  if (rows > MOST_ROWS) tooManyRows(shape.query, MOST_ROWS);
  const there = new Set(lines.map(({ members }) => keyOf(members)));
  for (const line of lines) line.filled ||= line.sums.current === null;
  const choices = product(kinds.map(({ candidates }) => [...candidates.values()]));
  for (const other of others) {
    for (const chosen of choices) {
      const members = other.map(
        (member, at) => member ?? (chosen[given[at]].known[0].get(fields[at]) as Member),
      );
      const key = keyOf(members);
      if (there.has(key) || !allowed(members, chosen, kinds, fields, shape)) continue;
      there.add(key);
      lines.push(filled(account, members, shape));
    }
  }
}

function keyOf(members: Member[]): string {
  return members.map(({ mark }) => mark).join('');
}

function filled(account: number, members: Member[], { ledger, split, query }: Shape): Line {
  return {
    account,
    record: null,
    leaves: null,
    members,
    sums: { current: ledger.zero(), compared: query.compare ? ledger.zero() : null },
    parts: split < 0 ? null : new Map(),
    filled: true,
  };
}

/** Every choice of one of each list. */
function product<T>(lists: T[][]): T[][] {
  return lists.reduce<T[][]>(
    (choices, list) => choices.flatMap((choice) => list.map((item) => [...choice, item])),
    [[]],
  );
}

function kindsOf(from: Fillable, shape: Shape, days: Days | null, recorded: Recorded): Kind[] {
  const { context, filling, names } = from;
  const { query, report, fillTraits } = shape;
  return (query.fill ?? []).map((fills): Kind => {
    const gives = fills === 'dates' ? daysOf(report) : [...(report.fills?.[fills]?.gives ?? [])];
    const traits = fillTraits.flatMap((trait, at) => (gives.includes(trait.field.id) ? [{ trait, at }] : []));
    const kind: Kind = { gives, candidates: new Map() };
    const visible = new Set(shape.traits.slice(0, shape.visible).map(({ field }) => field.id));
    const take = (kept: (at: number) => Member) => {
      const known: Known = new Map(traits.map(({ trait, at }) => [trait.field.id, kept(at)]));
      const mark = traits.map(({ trait, at }) => (visible.has(trait.field.id) ? kept(at).mark : '')).join('');
      const candidate = kind.candidates.get(mark) ?? { mark, known: [] };
      candidate.known.push(known);
      kind.candidates.set(mark, candidate);
    };
    if (fills === 'dates') {
      const read = (record: unknown, at: number) =>
        fillTraits[at].member(fillTraits[at].read(record, context), names);
      const markIn = (record: unknown, id: string) => {
        const found = traits.find(({ trait }) => trait.field.id === id);
        return found ? read(record, found.at).mark : null;
      };
      const all = recordsOfDays(days, shape);
      const { kind: period } = query.period;
      const records = period === 'all-time' ? recordedDays(all, recorded, gives, shape, markIn) : all;
      for (const record of records) take((at) => read(record, at));
    } else {
      for (const [of, , values] of filling) {
        if (of === fills) take((at) => fillTraits[at].member(values[at], names));
      }
    }
    return kind;
  });
}

/** What is in the table already is of its kind too: somebody who left has zeros beside what they did. */
function include({ gives, candidates }: Kind, lines: Line[], fields: string[]): void {
  const places = fields.flatMap((id, at) => (gives.includes(id) ? [at] : []));
  for (const { members } of lines) {
    const mark = places.map((at) => members[at].mark).join('');
    if (candidates.has(mark)) continue;
    candidates.set(mark, { mark, known: [new Map(places.map((at) => [fields[at], members[at]]))] });
  }
}

/**
 * The combinations that there are of what no kind gives; null stands for what a kind does. Where there is no line at all the
 * account and its currency are still known.
 */
function combinations(
  lines: Line[],
  given: number[],
  fields: string[],
  { account, currency }: RowContext,
): (Member | null)[][] {
  const found = new Map<string, (Member | null)[]>();
  for (const { members } of lines) {
    const rest = members.map((member, at) => (given[at] < 0 ? member : null));
    found.set(rest.map((member) => member?.mark ?? '').join(''), rest);
  }
  if (found.size > 0) return [...found.values()];
  const alone = fields.map((id, at) => {
    if (given[at] >= 0) return null;
    return id === CURRENCY ? memberOf(currency) : id === 'account' ? memberOf(account) : undefined;
  });
  return alone.includes(undefined) ? [] : [alone as (Member | null)[]];
}

/** Whether the filters let a line be that nothing was recorded of. */
function allowed(
  members: Member[],
  chosen: Candidate[],
  kinds: Kind[],
  fields: string[],
  { filled: judgeFilled }: Shape,
): boolean {
  if (judgeFilled === null) return true;
  return product(chosen.map(({ known }) => known)).some((known) => {
    const memberOfField = (id: string): Member | null => {
      const kind = kinds.findIndex(({ gives }) => gives.includes(id));
      if (kind >= 0) return known[kind].get(id) ?? null;
      return members[fields.indexOf(id)] ?? null;
    };
    return judgeFilled(memberOfField) !== (false as Verdict);
  });
}

/** Things that are split into columns have one each, too. */
function splitBy(split: Map<string, Member>, kinds: Kind[], shape: Shape, fields: string[]): void {
  const { id } = shape.traits[shape.split].field;
  for (const kind of kinds) {
    if (!kind.gives.includes(id)) continue;
    for (const candidate of kind.candidates.values()) {
      for (const known of candidate.known) {
        const member = known.get(id);
        const alone: Candidate = { mark: '', known: [known] };
        const others = kinds.map((other) => (other === kind ? alone : { mark: '', known: [new Map()] }));
        if (member && !split.has(member.mark) && allowed([], others, kinds, fields, shape)) {
          split.set(member.mark, member);
        }
      }
    }
  }
}
