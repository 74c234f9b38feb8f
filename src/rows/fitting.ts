import type { Query } from '../query/query';
import { fieldOf } from '../reports';
import type { AnyField, AnyReport } from '../reports/report';
import type { Column } from './column';
import { modeFits } from './modeFits';
import { misplaced, titleTaken } from './unfit';

/**
 * Raises what doesn't fit together in a query, naming the part: `field-misplaced` for a field where it can't stand and for
 * what a report or a grain can't give, `title-taken` for columns that can't be told apart, `field-unknown`.
 */
export function fitting(query: Query, report: AnyReport, columns: Column[]): void {
  titles(query, columns);
  shows(query, report);
  if (query.split) split(query, report, columns);
  if (query.compare) comparison(query, report, columns);
  if (query.fill && query.fill.length > 0) filling(query, report, columns);
  sorting(query, report, columns);
  if (query.subtotals) subtotals(query, query.subtotals, report, columns);
  if (query.mode) modeFits(query, query.mode, report);
}

/**
 * In grouped tables titles must differ, since formulas and pivots go by them. Of one row each there may be queries from before
 * that was asked: those go on to be refreshed as they were, see `ownTitlesApart`.
 */
function titles(query: Query, columns: Column[]): void {
  if (query.grain === 'each') return;
  const taken = columns.find(
    ({ title }, index) => columns.findIndex((other) => other.title === title) < index,
  );
  if (taken !== undefined) titleTaken(query, taken.title);
  const faces = columns.map(({ field, show }) => `${field} ${show}`);
  const again = faces.findIndex((face, index) => faces.indexOf(face) !== index);
  if (again >= 0) titleTaken(query, columns[again].title);
}

/** Raises `title-taken` for two columns that somebody gave one title: asked of what is saved, whatever its grain. */
export function ownTitlesApart(query: Query): void {
  const own = query.columns.flatMap(({ title }) => (title === undefined ? [] : [title]));
  const taken = own.find((title, index) => own.indexOf(title) !== index);
  if (taken !== undefined) titleTaken(query, taken);
}

function shows(query: Query, report: AnyReport): void {
  for (const { field: id, show } of query.columns) {
    const field = fieldOf(report, id);
    if (show === undefined || (field.role === 'metric' && addsUp(field))) continue;
    misplaced(
      query,
      `${field.title} has no ${show === 'running' ? 'running total' : 'share of a total'}: it does not add up`,
      'Show its value, or choose another metric.',
    );
  }
}

function addsUp(field: AnyField): boolean {
  return field.role === 'metric' && ('sum' in field.measure || 'count' in field.measure);
}

function split(query: Query, report: AnyReport, columns: Column[]): void {
  const field = fieldOf(report, query.split?.field ?? '');
  const title = `Columns can't be split by ${field.title}`;
  if (field.role === 'metric') misplaced(query, `${title}: it is a metric`, 'Split by a dimension.');
  needsGroups(query, title);
  if (columns.some((column) => column.field === field.id)) {
    misplaced(
      query,
      `${title}: it is a column already`,
      'Remove that column, or split by another dimension.',
    );
  }
  if (!hasMetric(columns, report)) {
    misplaced(query, `${title}: there is no metric to be split`, 'Add a metric.');
  }
}

function comparison(query: Query, report: AnyReport, columns: Column[]): void {
  const title = "Periods can't be compared";
  if (!report.dataset.dated) {
    misplaced(query, `${title}: ${report.title} has no period`, 'Remove the comparison.');
  }
  needsGroups(query, title);
  if (!columns.some(({ field, show }) => show === null && fieldOf(report, field).role === 'metric')) {
    misplaced(query, `${title}: there is no metric to be compared`, 'Add a metric.');
  }
}

const FILLS = { dates: 'days', people: 'people', projects: 'projects' };

function filling(query: Query, report: AnyReport, columns: Column[]): void {
  const chosen = [...columns.map(({ field }) => field), query.split?.field];
  for (const fill of query.fill ?? []) {
    const title = `Rows for ${FILLS[fill]} without time can't be added`;
    needsGroups(query, title);
    if (fill === 'dates' ? !report.onDay : !report.fills?.[fill]) {
      misplaced(query, `${title}: ${report.title} has no time`, 'Remove them.');
    }
    const gives = fill === 'dates' ? daysOf(report) : (report.fills?.[fill]?.gives ?? []);
    if (!gives.some((id) => chosen.includes(id))) {
      const needed =
        fill === 'dates' ? 'a date, week, month …' : fill === 'people' ? 'the person' : 'the project';
      misplaced(query, `${title}: no column shows ${needed}`, 'Add that column, or remove them.');
    }
  }
}

/** Dimensions of time that a day has a value of: all but the hour. */
export function daysOf(report: AnyReport): string[] {
  return report.fields.flatMap((field) =>
    field.role === 'dimension' && field.time && field.time !== 'hour' ? [field.id] : [],
  );
}

function sorting(query: Query, report: AnyReport, columns: Column[]): void {
  for (const [id] of query.sort ?? []) {
    const field = fieldOf(report, id);
    if (columns.some((column) => column.field === id)) continue;
    misplaced(
      query,
      `Rows can't be sorted by ${field.title}: it is not in the table`,
      'Add that column, or sort by another.',
    );
  }
}

function subtotals(query: Query, id: string, report: AnyReport, columns: Column[]): void {
  const field = fieldOf(report, id);
  const title = `There can't be subtotals by ${field.title}`;
  if (field.role === 'metric') misplaced(query, `${title}: it is a metric`, 'Choose a dimension.');
  if (!columns.some((column) => column.field === id)) {
    misplaced(query, `${title}: it is not in the table`, 'Add that column, or choose another.');
  }
}

function hasMetric(columns: Column[], report: AnyReport): boolean {
  return columns.some(({ field }) => fieldOf(report, field).role === 'metric');
}

function needsGroups(query: Query, title: string): void {
  if (query.grain === 'each') {
    misplaced(query, `${title}: the table has one row each`, 'Group the rows, or remove that part.');
  }
}
