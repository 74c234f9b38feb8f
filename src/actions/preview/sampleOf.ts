import type { Reading } from '../../plan/reading';
import type { Query } from '../../query/query';

/** What is read for a preview: one page of one of a plan's readings. */
export interface Sample {
  reading: Reading;
  /** How many records are asked for. */
  size: number;
  /** Whether nothing else is read for the table. */
  only: boolean;
}

/** Where one row is one record few of them show what there is; groups and conditions need more. */
const FEW = 50;
const MANY = 500;

/**
 * The reading to look into: of the query's own period, the newest that has begun by `today` (`yyyy-mm-dd`), since what is
 * planned in windows may begin long before anything was tracked and end long after.
 */
export function sampleOf(query: Query, { readings }: { readings: Reading[] }, today: string): Sample {
  const rows = readings.filter(
    ({ purpose, takes }) =>
      purpose === 'rows' && takes.some(({ side, fills }) => side === 'current' && !fills),
  );
  const ofFirst = rows.filter(({ account }) => account === rows[0].account);
  const begun = ofFirst.filter(({ days }) => days === null || days.from <= today);
  const reading = begun[begun.length - 1] ?? ofFirst[0];
  return {
    reading,
    size: query.grain === 'each' && !query.filters?.length ? FEW : MANY,
    only: readings.length === 1 && reading.takes.every(({ fills }) => !fills),
  };
}
