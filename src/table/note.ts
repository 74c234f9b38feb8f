const MARK = '▦ ';

/**
 * The note of a table's first cell with the add-on's own lines replaced by `lines`. All other text is the user's and stays
 * where it is.
 */
export function withOwnLines(note: string, lines: string[]): string {
  const own = lines.map((line) => MARK + line);
  const all = note.split('\n');
  const first = all.findIndex(isOwn);
  const others = all.filter((line) => !isOwn(line));
  if (first < 0) return [...(note === '' ? [] : all), ...own].join('\n');
  const before = all.slice(0, first).filter((line) => !isOwn(line)).length;
  return [...others.slice(0, before), ...own, ...others.slice(before)].join('\n');
}

/** The add-on's own lines of a note, without their mark. */
export function ownLines(note: string): string[] {
  return note
    .split('\n')
    .filter(isOwn)
    .map((line) => line.slice(MARK.length));
}

/** Lines of a table's note that are the same after its next refresh, if nothing else about it changes. */
export function lastingLines(lines: string[]): string[] {
  return lines.flatMap((line) => line.split('\n')).filter((line) => !/^(As of|Complete:) /.test(line));
}

function isOwn(line: string): boolean {
  return line.startsWith(MARK);
}
