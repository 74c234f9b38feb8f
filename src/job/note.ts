import { RECORDS } from '../datasets/control';
import { describeCount, describeDays } from '../query/describe';
import { questionText } from '../query/describeQuestion';
import { fieldsOf, reportOf } from '../reports';
import { type Job, type List, rowListsOf, sum } from './job';

/** How many rows a table has, and had before its limit, both without totals. */
export interface Height {
  rows: number;
  of: number;
  /** How many rows it has besides, which stay as they were. */
  kept?: number;
}

/** What the note of a table's first cell says: what it holds, in a sentence, that it is complete, and as of when. */
export function noteOf(job: Job, index: number, height: Height, warnings: string[], now: number): string[] {
  const { query, accounts, days, compared } = job.queries[index];
  const report = reportOf(query.report);
  const names = accounts.map((account) => job.accounts[account].name).join(', ');
  const period = days ? `${describeDays(days)} · ` : '';
  const titles = new Map(fieldsOf(report).map((field) => [field.id, field]));
  return [
    questionText(query, titles, report.dataset.dated),
    `${query.name}: ${report.title.toLowerCase()} from Clockify`,
    `Complete: ${completeness(job, index, height)}${keptWords(job, index, height)}`,
    `${names} · ${period}${query.zone}`,
    ...(compared ? [`Compared with ${describeDays(compared)}`] : []),
    asOf(job, query.zone, now),
    ...warnings,
  ];
}

/** What of a table is as it was before this refresh. */
function keptWords(job: Job, index: number, { kept }: Height): string {
  if (kept === undefined) return '';
  const { window } = job.queries[index];
  const read = window ? ` of ${describeDays(window)}` : ', by ID';
  const number = kept === 1 ? '1' : describeCount(kept);
  const rows = kept === 1 ? 'row' : 'rows';
  return `${read}; ${number} ${window ? 'older' : 'other'} ${rows} kept as they were`;
}

function completeness(job: Job, index: number, { rows, of }: Height): string {
  const { query } = job.queries[index];
  const title = reportOf(query.report).rows;
  const read = readOf(job, index);
  const shown =
    of > rows ? `${describeCount(rows)} of ${describeCount(of)} rows` : `${describeCount(rows)} rows`;
  const { records, stated } = read ?? { records: 0, stated: 0 };
  const left = stated - records > 0 ? ` (${describeCount(stated - records)} still running)` : '';
  if (query.grain === 'each' && of === rows) {
    if (read === null) return `${describeCount(rows)} ${title}`;
    // Filters of our own leave some out, and what other queries read of the same is more.
    if (rows === records) return `${describeCount(rows)} of ${describeCount(stated)} ${title}${left}`;
  }
  if (read === null) return shown;
  return `${shown} from ${describeCount(records)} of ${describeCount(stated)} ${title} read${left}`;
}

/** How many records were read for a query, and how many Clockify states; null where it states none. */
export function readOf(job: Job, index: number): { records: number; stated: number } | null {
  const counted = rowListsOf(job, index).filter(({ stated }) => RECORDS in stated);
  if (counted.length === 0) return null;
  return {
    records: sum(counted, (list) => recordsOf(job, list)),
    stated: sum(counted, (list) => list.stated[RECORDS]),
  };
}

function recordsOf(job: Job, { number }: List): number {
  return sum(
    job.pieces.filter(({ list }) => list === number),
    ({ records }) => records,
  );
}

/** A reading of more than an hour can't be of one moment, and says so. */
function asOf({ startedAt }: Job, zone: string, now: number): string {
  const as = `As of ${wallTime(now, zone)}`;
  return now - startedAt > AN_HOUR ? `${as}, read since ${wallTime(startedAt, zone)}` : as;
}

const AN_HOUR = 3_600_000;

/** `2026-09-03 08:00` on a clock of the zone. */
function wallTime(instant: number, zone: string): string {
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' });
  return format.format(instant);
}
