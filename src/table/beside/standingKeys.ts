/** A row as it was written last: a digest of its key, empty for totals, and one of what its cells showed. */
export interface WrittenRow {
  key: string;
  print: string;
}

/**
 * The key of each row that stands now, told by what was written last; null for a row of which nobody can say. Rows may have
 * been sorted, typed over, inserted and deleted since: one that shows what was written is that row, wherever it stands; between
 * two of them, as many rows as there were are the same rows in the same order.
 */
export function standingKeys(written: WrittenRow[], prints: string[]): (string | null)[] {
  const of = new Array<number>(prints.length).fill(-1);
  const taken = new Array<boolean>(written.length).fill(false);
  const take = (row: number, line: number) => {
    of[row] = line;
    taken[line] = true;
  };
  const shorter = Math.min(prints.length, written.length);
  const same = (row: number, line: number) => prints[row] === written[line].print;
  let top = 0;
  for (; top < shorter && same(top, top); top++) take(top, top);
  const longer = written.length - prints.length;
  for (let row = prints.length - 1; row >= top && row + longer >= top && same(row, row + longer); row--) {
    take(row, row + longer);
  }
  if (longer === 0) {
    for (const row of prints.keys()) if (of[row] < 0 && same(row, row)) take(row, row);
  }
  byPrint(written, prints, of, take, taken);
  betweenOthers(of, taken, take);
  return of.map((line) => (line < 0 ? null : written[line].key));
}

/** Rows that show what was written elsewhere; of several that show the same, the first is the first. */
function byPrint(
  written: WrittenRow[],
  prints: string[],
  of: number[],
  take: (row: number, line: number) => void,
  taken: boolean[],
): void {
  const left = new Map<string, number[]>();
  written.forEach(({ print }, line) => {
    if (!taken[line]) left.set(print, [...(left.get(print) ?? []), line]);
  });
  prints.forEach((print, row) => {
    const line = of[row] < 0 ? left.get(print)?.shift() : undefined;
    if (line !== undefined) take(row, line);
  });
}

/** Rows that were typed over: those between two that are known, where as many were written between the same two. */
function betweenOthers(of: number[], taken: boolean[], take: (row: number, line: number) => void): void {
  let above = { row: -1, line: -1 };
  const known = of.map((line, row) => ({ row, line })).filter(({ line }) => line >= 0);
  for (const below of [...known, { row: of.length, line: taken.length }]) {
    const [rows, lines] = [below.row - above.row - 1, below.line - above.line - 1];
    const free = rows === lines && taken.slice(above.line + 1, below.line).every((is) => !is);
    if (free) for (let at = 1; at <= rows; at++) take(above.row + at, above.line + at);
    above = below;
  }
}
