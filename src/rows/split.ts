import { plainText } from '../query/plainText';
import { type Line, mergeSides, type Sides } from './line';
import { ascending, orderOf } from './order';
import type { Shape } from './shape';
import { keyOf, valueOfKey } from './splitKey';
import { type Member, memberOf } from './trait';
import { wordFor } from './words';

/** A column that a dimension was split into: a value, or the others or all of them together. */
export interface SplitColumn {
  /** What tells it from others. */
  key: string;
  title: string;
  /** The mark of its value among the parts of a line; null for all of them together. */
  mark: string | null;
}

/** The columns that a dimension is split into, and what is to be kept of them until the next refresh. */
export interface SplitColumns {
  columns: SplitColumn[];
  kept: string[];
}

const OTHERS = '.others';
const TOTAL = '.total';
/** What a query's state holds of a column: field, key and label. */
const LONGEST_KEPT = 100;

/**
 * Which values become columns: the largest by the first metric, at most so many; those of the last refresh without anything
 * now stay while there is room. Then they are put in order. Where the others are wanted, each line gets a part for them.
 */
export function splitColumns(
  lines: Line[],
  members: Map<string, Member>,
  shape: Shape,
  before: string[],
): SplitColumns {
  const { query, traits, split } = shape;
  if (!query.split) return { columns: [], kept: [] };
  const { most, others = false, totals = false } = query.split;
  const { field } = traits[split];
  const ranked = rank(lines, [...members.values()], shape);
  const chosen = ranked.slice(0, most);
  // What happened in a period decides about its columns; what has a name may come back.
  if (!field.time) chosen.push(...remembered(before, ranked, field.id).slice(0, most - chosen.length));
  const inOrder = orderOf(field);
  chosen.sort((a, b) => inOrder(a.leaf, b.leaf) || ascending(a.mark, b.mark));
  const columns = chosen.map((member): SplitColumn => {
    return { key: keyOf(member), title: wordFor(member.leaf, field.type), mark: member.mark };
  });
  const left = ranked.slice(most).map(({ mark }) => mark);
  if (others && left.length > 0) {
    for (const line of lines) if (line.parts) line.parts.set(OTHERS, together(line.parts, left, shape));
    columns.push({ key: OTHERS, title: 'Others', mark: OTHERS });
  }
  if (totals) columns.push({ key: TOTAL, title: 'Total', mark: null });
  return {
    columns,
    kept: chosen.map((member) =>
      plainText(`${field.id} ${keyOf(member)} ${String(member.leaf ?? '')}`, LONGEST_KEPT),
    ),
  };
}

/** Values from the largest to the smallest by the first metric; what is equal, or nothing, in order of value. */
function rank(lines: Line[], members: Member[], { reckons, ledger, traits, split }: Shape): Member[] {
  const reckon = reckons.find((candidate) => candidate !== null);
  const sums = new Map(members.map(({ mark }) => [mark, ledger.none()]));
  for (const { parts } of lines) {
    for (const [mark, { current }] of parts ?? []) if (current) ledger.merge(sums.get(mark) ?? [], current);
  }
  const inOrder = orderOf(traits[split].field);
  return members
    .map((member) => ({ member, size: reckon?.(sums.get(member.mark) ?? []) ?? null }))
    .sort(
      (a, b) =>
        Number(a.size === null) - Number(b.size === null) ||
        Number(b.size) - Number(a.size) ||
        inOrder(a.member.leaf, b.member.leaf) ||
        ascending(a.member.mark, b.member.mark),
    )
    .map(({ member }) => member);
}

/** Values of the last refresh that nothing was found for now; none where it was split by another field. */
function remembered(before: string[], found: Member[], field: string): Member[] {
  const there = new Set(found.map(keyOf));
  return before.flatMap((text) => {
    const [by, key, ...label] = text.split(' ');
    if (by !== field || !key || there.has(key)) return [];
    there.add(key);
    const member = memberBefore(key, plainText(label.join(' '), LONGEST_KEPT));
    return member ? [member] : [];
  });
}

/** The value of a key, by the name that it had; null for one that says no value, or that was tampered with. */
function memberBefore(key: string, label: string): Member | null {
  const value = valueOfKey(key);
  if (value === null) return null;
  const member =
    'ids' in value
      ? { mark: key, leaf: label, values: [label], ids: value.ids, apart: null }
      : memberOf(value.leaf);
  return keyOf(member) === key ? member : null;
}

/** What parts of a line come to together. */
function together(parts: Map<string, Sides>, marks: string[], { ledger }: Shape): Sides {
  const all: Sides = { current: null, compared: null };
  for (const mark of marks) {
    const part = parts.get(mark);
    if (part) mergeSides(all, part, ledger);
  }
  return all;
}
