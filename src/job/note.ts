import { RECORDS } from '../datasets/control';
import { describeCount, describeDays } from '../query/describe';
import { reportOf } from '../reports';
import { type Job, sum } from './job';

/** What the note of a table's first cell says: what it holds, that it is complete, and as of when. */
export function noteOf(job: Job, rows: number, warnings: string[], now: number): string[] {
  const { query, plan } = job;
  const report = reportOf(query.report);
  const days = plan.days ? `${describeDays(plan.days)} · ` : '';
  return [
    `${query.name}: ${report.title.toLowerCase()} from Clockify`,
    `Complete: ${completeness(job, rows, report.rows)}`,
    `${plan.accounts.map(({ name }) => name).join(', ')} · ${days}${query.zone}`,
    `As of ${wallTime(now, query.zone)}`,
    ...warnings,
  ];
}

function completeness(job: Job, rows: number, title: string): string {
  const counted = job.lists.filter(({ reading, stated }) => reading.purpose === 'rows' && RECORDS in stated);
  if (counted.length === 0) return `${describeCount(rows)} ${title}`;
  const stated = sum(counted, ({ stated: { [RECORDS]: records } }) => records);
  const running = stated - sum(job.pieces.filter(isOf(counted)), (piece) => piece.records);
  const left = running > 0 ? ` (${describeCount(running)} still running)` : '';
  return `${describeCount(rows)} of ${describeCount(stated)} ${title}${left}`;
}

function isOf(lists: { number: number }[]) {
  const numbers = new Set(lists.map(({ number }) => number));
  return ({ list }: { list: number }) => numbers.has(list);
}

/** `2026-09-03 08:00` on a clock of the zone. */
function wallTime(instant: number, zone: string): string {
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' });
  return format.format(instant);
}
