import { fieldsOf, reports } from '../src/reports';
import type { AnyField, AnyReport, ValueType } from '../src/reports/report';
import { operatorsOf } from '../src/rows/operators';

/** What a page says of values of a type: their unit, or what they look like. */
const UNITS: Record<ValueType, string> = {
  text: 'text',
  date: 'day',
  month: 'month',
  'date-time': 'day and time',
  duration: 'h:mm:ss',
  hours: 'hours',
  money: 'money',
  number: 'number',
  percent: '%',
  boolean: 'yes or no',
};

/** What of a page is generated stands between these lines. */
const MARKS = ['<!-- from here on: npm run docs -->', '<!-- up to here -->'] as const;

/** A page with the tables of operators and of all reports' fields in the place that it has for them. Throws when it has none. */
export function withFieldTables(page: string): string {
  const [start, end] = MARKS.map((mark) => page.indexOf(mark));
  if (start < 0 || end < start) throw new Error(`the page has no "${MARKS[0]}" with "${MARKS[1]}" after it`);
  const tables = [operators(), ...reports.map(section)].join('\n\n');
  return `${page.slice(0, start)}${MARKS[0]}\n\n${tables}\n\n${page.slice(end)}`;
}

function operators(): string {
  const types = Object.keys(UNITS) as ValueType[];
  const kinds = [
    ...types.map((type) => [UNITS[type], operatorsOf({ type })] as const),
    [
      'text of a time: `iso-week`, `year-month`, `quarter`',
      operatorsOf({ type: 'text', time: 'month' }),
    ] as const,
  ];
  const byOperators = new Map<string, string[]>();
  for (const [unit, found] of kinds) {
    const cell = found.map((operator) => `\`${operator}\``).join(' ');
    byOperators.set(cell, [...(byOperators.get(cell) ?? []), unit]);
  }
  const rows = [...byOperators].map(([cell, units]) => [units.join(', '), cell]);
  return `## Operators by unit\n\n${table(['unit', 'operators'], rows)}`;
}

function section(report: AnyReport): string {
  const fields = fieldsOf(report);
  const of = (role: AnyField['role']) => fields.filter((field) => field.role === role);
  return [
    `## ${report.title}: \`${report.id}\``,
    `${report.sentence} One row each is a row of one ${report.row}. A new query has ${codes(report.defaults)}.`,
    `**Dimensions**\n\n${fieldTable(of('dimension'), report)}`,
    `**Metrics**\n\n${fieldTable(of('metric'), report)}`,
  ].join('\n\n');
}

function fieldTable(fields: AnyField[], report: AnyReport): string {
  const formulas = fields.some(({ formula }) => formula !== undefined);
  const rows = fields.map((field) => [
    `\`${field.id}\``,
    field.title,
    UNITS[field.type],
    [field.sentence, ...marksOf(field)].join(' '),
    ...(formulas ? [field.formula ?? ''] : []),
    ...(report.sums ? [summary(field)] : []),
  ]);
  const heads = ['id', 'title', 'unit', 'what it is', ...(formulas ? ['formula'] : [])];
  return table(report.sums ? [...heads, 'in the summary report'] : heads, rows);
}

/** What else is to be known of a field when it is chosen. */
function marksOf(field: AnyField): string[] {
  if (field.role === 'metric') return [];
  return [
    ...(field.each ? ['_One row each._'] : []),
    ...(field.names ? ['_May be several._'] : []),
    ...(field.entity ? ['_Picked from a list._'] : []),
  ];
}

function summary({ group }: AnyField): string {
  if (group === undefined) return '';
  return group === null ? 'yes' : `by ${group}`;
}

function codes(ids: readonly string[]): string {
  return ids.map((id) => `\`${id}\``).join(', ');
}

function table(heads: string[], rows: string[][]): string {
  const line = (cells: string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(heads), line(heads.map(() => '---')), ...rows.map(line)].join('\n');
}
