import { describeCount, describePeriod } from '../src/query/describe';
import type { Query } from '../src/query/query';
import { printable } from './printable';
import type { TableView } from './session';

/** A table as cell values: dates are serial numbers and durations fractions of a day, shown by the format of their column. */
export function json({ tab, a1, values, formats }: TableView): string {
  const [titles, ...rows] = values;
  const columns = titles.map((title, index) => ({ title, format: formats[index] ?? null }));
  return `${JSON.stringify({ tab, range: a1, columns, rows })}\n`;
}

const ROWS_SHOWN = 10;
const WIDEST = 28;

/** The first rows of a table for a terminal, below a sentence that says what it is. */
export function preview(table: TableView, query: Query): string {
  const lines = table.shown.slice(0, ROWS_SHOWN + 1).map((line) => line.map(clip));
  const widths = lines[0].map((_, column) => Math.max(...lines.map((line) => line[column].length)));
  const numeric = lines[0].map((_, column) => typeof table.values[1]?.[column] === 'number');
  const draw = (line: string[]) =>
    line
      .map((text, column) => (numeric[column] ? text.padStart(widths[column]) : text.padEnd(widths[column])))
      .join('  ')
      .trimEnd();
  const rows = table.values.length - 1;
  const accounts = query.accounts.map(({ name }) => name).join(', ');
  const text = [
    `${query.name} of ${accounts}, ${describePeriod(query.period)} (${query.zone}), in the tab "${table.tab}":`,
    '',
    draw(lines[0]),
    widths.map((width) => '─'.repeat(width)).join('  '),
    ...lines.slice(1).map(draw),
    ...(rows > ROWS_SHOWN ? [`… and ${describeCount(rows - ROWS_SHOWN)} more rows`] : []),
    '',
  ].join('\n');
  return printable(text);
}

function clip(text: string): string {
  const line = printable(text.replace(/\s+/g, ' '));
  return line.length > WIDEST ? `${line.slice(0, WIDEST - 1)}…` : line;
}
