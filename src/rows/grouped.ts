import type { Days } from '../query/period';
import { type Align, alignment } from './alignment';
import { nameThings } from './apart';
import { type Fillable, fill } from './fill';
import { type Line, merged, type Sides } from './line';
import type { Names } from './names';
import type { Row } from './row';
import type { Shape } from './shape';
import { better, type Member } from './trait';
import type { Value } from './value';

/** Groups that one account has, and names for their ids. */
interface Read extends Fillable {
  current: Row[];
  compared: Row[];
}

/** The days of both periods. */
interface Ending {
  days: Days | null;
  compared: Days | null;
}

/** The lines of a grouped table, in no order, and the values of the split dimension by their mark. */
export interface Grouped {
  lines: Line[];
  split: Map<string, Member>;
}

/**
 * Puts groups together once their names are known: conditions on names are asked, and what rows kept only for them, and the
 * dimension that becomes columns, tell no rows apart any more. Uses up the rows' own arrays.
 */
export function groupedLines(accounts: Read[], shape: Shape, { days, compared: before }: Ending): Grouped {
  const grouped: Grouped = { lines: [], split: new Map() };
  accounts.forEach((read, account) => {
    const lines = new Map<string, Line>();
    const into = { account, lines, split: grouped.split, names: read.names };
    gather(read.current, 'current', (members) => members, into, shape);
    gather(read.compared, 'compared', alignment(shape, days, before, read.context), into, shape);
    const own = [...lines.values()];
    fill(own, grouped.split, account, read, shape, days);
    for (const line of own) grouped.lines.push(line);
  });
  nameThings(grouped.lines, grouped.split, shape);
  return grouped;
}

interface Gathering {
  account: number;
  lines: Map<string, Line>;
  split: Map<string, Member>;
  names: Map<string, Names>;
}

function gather(rows: Row[], side: keyof Sides, align: Align, into: Gathering, shape: Shape): void {
  const { traits, ledger, visible, late } = shape;
  for (const { 2: values } of rows) {
    const read = traits.map((trait, index) => trait.member(values[ledger.width + index], into.names));
    if (late !== null && late(read) !== true) continue;
    const members = align(read);
    const line = lineOf(members.slice(0, visible), into, shape);
    const part = shape.split < 0 ? null : members[shape.split];
    if (part !== null && line.parts !== null) {
      into.split.set(part.mark, better(into.split.get(part.mark), part));
      add(partOf(line.parts, part.mark), side, values, shape);
      add(line.sums, side, values, shape);
    } else add(line.sums, side, values, shape);
  }
}

function lineOf(members: Member[], { account, lines }: Gathering, { split }: Shape): Line {
  const key = members.map(({ mark }) => mark).join('');
  const known = lines.get(key);
  if (known) {
    members.forEach((member, index) => {
      known.members[index] = better(known.members[index], member);
    });
    return known;
  }
  const line: Line = {
    account,
    record: null,
    leaves: null,
    members,
    sums: { current: null, compared: null },
    parts: split < 0 ? null : new Map(),
    filled: false,
  };
  lines.set(key, line);
  return line;
}

function partOf(parts: Map<string, Sides>, mark: string): Sides {
  const known = parts.get(mark) ?? { current: null, compared: null };
  parts.set(mark, known);
  return known;
}

function add(sides: Sides, side: keyof Sides, values: Value[], { ledger }: Shape): void {
  sides[side] = merged(sides[side], values, ledger);
}
