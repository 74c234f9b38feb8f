import { measureMillion } from '../bench/million';
import { type Campaign, Tally } from './campaign';

/** Google gives 50 MB of properties and 10 MB of cache; a script's memory isn't stated, and this much has never been refused. */
const MOST_MB = 400;
/** Seconds that an hourly run may take, so that a day of them stays within 90 minutes. */
const LONGEST = 225;
/** How many entries the accounts have. */
const ACCOUNTS = {
  short: { name: 'Bench 100k', entries: 100_000 },
  full: { name: 'Bench 1M', entries: 1_000_000 },
};

/**
 * A million entries (in the short form 100,000) by client in one query, by
 * hourly triggers alone: complete, in as many runs as it takes, inside every limit.
 */
export const million: Campaign<{ executions: number; requests: number; peakMb: number; entries: number }> = {
  async run({ short }, tell) {
    const { name, entries: due } = short ? ACCOUNTS.short : ACCOUNTS.full;
    const { executions, requests, peakMb, entries, longestSeconds, calledDoneEarly } = await measureMillion(
      name,
      'trigger',
    );
    const faults = [
      ...(entries === due ? [] : [`${entries} entries were read instead of ${due}`]),
      ...(requests === due / 1000 ? [] : [`it took ${requests} requests instead of ${due / 1000}`]),
      ...(peakMb <= MOST_MB ? [] : [`it took ${peakMb} MB, more than ${MOST_MB}`]),
      ...(longestSeconds <= LONGEST ? [] : [`an execution took ${longestSeconds} s, more than ${LONGEST}`]),
      ...(calledDoneEarly ? ['it was called fresh before all was read'] : []),
    ];
    const tally = new Tally(tell);
    const figures = `${requests} requests, ${peakMb} MB, the longest ${Math.round(longestSeconds)} s`;
    tally.note(
      `Executions for ${entries.toLocaleString('en-US')} entries by client: ${figures}`,
      executions,
      faults,
    );
    return { executions, requests, peakMb, entries };
  },
};
