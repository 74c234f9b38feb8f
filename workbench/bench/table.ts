/** Lines of cells as a table for a terminal: the first line are its titles, texts of the first column are to the left. */
export function textTable(lines: (string | number)[][]): string {
  const all = lines.map((line) => line.map(String));
  const widths = all[0].map((_, column) => Math.max(...all.map((line) => line[column].length)));
  const leftward = lines.slice(1).some(([first]) => typeof first === 'string');
  return all
    .map((line) =>
      line
        .map((cell, column) =>
          column === 0 && leftward ? cell.padEnd(widths[column]) : cell.padStart(widths[column]),
        )
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
