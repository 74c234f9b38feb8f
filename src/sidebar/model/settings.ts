import type { FieldView, ReportView } from '../../actions/overview';
import type { Fill, QueryColumn } from '../../query/query';
import { words } from '../words';
import { isReference } from './cells';
import { titleOf } from './columns';
import { compareFault } from './comparison';
import type { Draft } from './draft';
import { columnsOfRole, fieldOf } from './fields';
import { modeFault } from './modes';

/** What is wrong with how rows are split, compared, ordered and limited. */
export interface SettingFaults {
  columns?: string;
  split?: string;
  compare?: string;
  limit?: string;
  mode?: string;
}

/** The most columns of a split, and the most rows of a limit. */
export const MOST_COLUMNS = 200;
const MOST_ROWS = 1_000_000;

/** What is wrong with the settings of a draft; those that can't be chosen as it stands say why. */
export function settingFaults(draft: Draft, report: ReportView): SettingFaults {
  const faults: SettingFaults = {};
  const twice = titleTwice(draft, report);
  if (twice !== null) faults.columns = words.columns.sameTitle(twice);
  const split = draft.split && (splitBarred(draft, report) ?? splitFault(draft, report));
  if (split) faults.split = split;
  const compare = draft.compare && (compareBarred(draft, report) ?? compareFault(draft.compare));
  if (compare) faults.compare = compare;
  if (draft.limit !== undefined && !isLimit(draft.limit)) faults.limit = words.limit.bad(MOST_ROWS);
  const mode = modeFault(draft, report);
  if (mode !== null) faults.mode = mode;
  return faults;
}

/** Titles of one's own must differ, and in grouped tables all: formulas and pivots go by them. */
function titleTwice({ grain, columns }: Draft, report: ReportView): string | null {
  const named = grain === 'grouped' ? columns : columns.filter(({ title }) => title !== undefined);
  const titles = named.map((column) => titleOf(column, report));
  return titles.find((title, index) => titles.indexOf(title) < index) ?? null;
}

function isLimit(limit: number | string): boolean {
  if (typeof limit === 'string') return isReference(limit);
  return Number.isInteger(limit) && limit >= 1 && limit <= MOST_ROWS;
}

/** Why a draft can't be split by columns; null when it can. */
export function splitBarred(draft: Draft, report: ReportView): string | null {
  if (draft.grain !== 'grouped') return words.split.needsGroups;
  return columnsOfRole(draft.columns, report, 'metric').length === 0 ? words.split.needsMetric : null;
}

function splitFault({ split, columns }: Draft, report: ReportView): string | null {
  if (!split) return null;
  const title = fieldOf(report, split.field)?.title;
  if (title === undefined) return words.filters.unknownField(split.field);
  if (columns.some(({ field }) => field === split.field)) return words.split.isRow(title);
  const { most } = split;
  return Number.isInteger(most) && most >= 1 && most <= MOST_COLUMNS
    ? null
    : words.split.badMost(MOST_COLUMNS);
}

/** The fields that may become columns: dimensions that are none already and are not of one record alone. */
export function splitFields({ columns }: Draft, report: ReportView): FieldView[] {
  const fields: FieldView[] = report.fields;
  return fields.filter(
    ({ id, role, each }) => role === 'dimension' && !each && !columns.some(({ field }) => field === id),
  );
}

/** Why a draft can't be compared with another period; null when it can. */
export function compareBarred(draft: Draft, report: ReportView): string | null {
  if (draft.grain !== 'grouped') return words.compare.needsGroups;
  const metrics = columnsOfRole(draft.columns, report, 'metric');
  if (!metrics.some(({ show }) => show === undefined)) return words.compare.needsMetric;
  return draft.period.kind === 'all-time' ? words.compare.allTime : null;
}

/** The dimensions after whose values subtotals say something: of groups, those that another dimension follows. */
export function subtotalFields({ grain, columns }: Draft, report: ReportView): FieldView[] {
  const dimensions = columnsOfRole(columns, report, 'dimension').flatMap(
    ({ field }) => fieldOf(report, field) ?? [],
  );
  return grain === 'grouped' ? dimensions.slice(0, -1) : dimensions.filter(({ each }) => !each);
}

/** Why rows can't be filled with what had no time; null when they can. */
export function fillBarred(fill: Fill, { grain, columns, split }: Draft, report: ReportView): string | null {
  if (grain !== 'grouped') return words.fill.needsGroups;
  const ids = [...columns.map(({ field }) => field), split?.field ?? ''];
  const fields = ids.map((id) => fieldOf(report, id)).filter((field) => field !== undefined);
  if (fill === 'dates') {
    if (!report.dated) return words.fill.notHere;
    return fields.some(({ time }) => time !== undefined && time !== 'hour') ? null : words.fill.needsTime;
  }
  if (!report.fills.includes(fill)) return words.fill.notHere;
  const kind = fill === 'people' ? 'user' : 'project';
  return fields.some(({ entity }) => entity === kind) ? null : words.fill.needs[fill];
}

/** A change of the columns, with what else can't stay as it was: an order by, and sums after, columns that are gone. */
export function withColumns(draft: Draft, columns: QueryColumn[], report: ReportView): Partial<Draft> {
  const fields = new Set(columns.map(({ field }) => field));
  const next = { ...draft, columns };
  const sort = draft.sort?.filter(([field]) => fields.has(field));
  const fill = draft.fill?.filter((one) => fillBarred(one, next, report) === null);
  const kept = subtotalFields(next, report).some(({ id }) => id === draft.subtotals);
  return {
    columns,
    sort: sort?.length ? sort : undefined,
    fill: fill?.length ? fill : undefined,
    subtotals: kept ? draft.subtotals : undefined,
  };
}

/** What only grouped rows can have. */
export type Grouping = Pick<Draft, 'split' | 'compare' | 'fill'>;

export function groupingOf({ split, compare, fill }: Draft): Grouping {
  return { split, compare, fill };
}

/** A change of the grain: columns stay. What only groups can have is left behind, and comes back from what was `kept`. */
export function withGrain(grain: Draft['grain'], kept: Grouping | null): Partial<Draft> {
  if (grain === 'grouped') return { grain, ...kept };
  return { grain, split: undefined, compare: undefined, fill: undefined };
}

/** The chosen fields that are of one record alone, and so make a row of almost each. */
export function eachFields({ columns }: Draft, report: ReportView): FieldView[] {
  return columns.flatMap(({ field }) => {
    const known = fieldOf(report, field);
    return known?.each ? [known] : [];
  });
}

/** The columns without those of one record alone. */
export function withoutEach(columns: QueryColumn[], report: ReportView): QueryColumn[] {
  return columns.filter(({ field }) => !fieldOf(report, field)?.each);
}
