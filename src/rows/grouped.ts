import type { Line, Sides } from './line';
import type { Names } from './names';
import type { Row } from './row';
import type { Shape } from './shape';
import type { Member } from './trait';
import type { Value } from './value';

/** Groups that one account has, and names for their ids. */
interface Read {
  current: Row[];
  compared: Row[];
  names: Map<string, Names>;
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
export function groupedLines(accounts: Read[], shape: Shape): Grouped {
  const grouped: Grouped = { lines: [], split: new Map() };
  accounts.forEach(({ current, compared, names }, account) => {
    const lines = new Map<string, Line>();
    gather(current, 'current', { account, lines, split: grouped.split, names }, shape);
    gather(compared, 'compared', { account, lines, split: grouped.split, names }, shape);
    for (const line of lines.values()) grouped.lines.push(line);
  });
  return grouped;
}

interface Gathering {
  account: number;
  lines: Map<string, Line>;
  split: Map<string, Member>;
  names: Map<string, Names>;
}

function gather(rows: Row[], side: keyof Sides, into: Gathering, shape: Shape): void {
  const { traits, ledger, visible, late } = shape;
  for (const [, , values] of rows) {
    const members = traits.map((trait, index) => trait.member(values[ledger.width + index], into.names));
    if (late !== null && late(members) !== true) continue;
    const line = lineOf(members.slice(0, visible), into, shape);
    const part = shape.split < 0 ? null : members[shape.split];
    if (part !== null && line.parts !== null) {
      into.split.set(part.mark, first(into.split.get(part.mark), part));
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
      known.members[index] = first(known.members[index], member);
    });
    return known;
  }
  const line: Line = {
    account,
    leaves: null,
    members,
    sums: { current: null, compared: null },
    parts: split < 0 ? null : new Map(),
  };
  lines.set(key, line);
  return line;
}

/** Of two members of one mark the one to be shown: the same, whichever came first. */
function first(known: Member | undefined, member: Member): Member {
  if (known === undefined || known.leaf === null) return member;
  if (member.leaf === null || known.leaf === member.leaf) return known;
  return String(member.leaf) < String(known.leaf) ? member : known;
}

function partOf(parts: Map<string, Sides>, mark: string): Sides {
  const known = parts.get(mark) ?? { current: null, compared: null };
  parts.set(mark, known);
  return known;
}

function add(sides: Sides, side: keyof Sides, values: Value[], { ledger }: Shape): void {
  const sums = sides[side] ?? ledger.none();
  ledger.merge(sums, values);
  sides[side] = sums;
}
