import type { Failure } from '../../src/clockify/failure';
import { apply } from '../../src/job/apply';
import type { PageRefused, PageTaken } from '../../src/job/event';
import { type Asked, type Job, newJob } from '../../src/job/job';
import { next } from '../../src/job/next';
import type { AccountFacts } from '../../src/plan/plan';
import type { Query } from '../../src/query/query';

export const query: Query = {
  version: 2,
  grain: 'each',
  id: 'q1',
  name: 'Hours',
  report: 'time-entries',
  accounts: [{ login: 'l1', workspace: 'w1', name: 'Acme' }],
  period: { kind: 'fixed', from: '2026-01-01', to: '2026-03-31' },
  zone: 'Europe/Berlin',
  columns: [{ field: 'date' }],
  options: { durations: 'duration' },
  target: { kind: 'new-tab' },
};

export const facts: AccountFacts = {
  login: 'l1',
  workspace: 'w1',
  name: 'Acme',
  region: 'global',
  weekStart: 'MONDAY',
  mostDays: null,
  hasCost: true,
  hourly: null,
  currencies: ['EUR'],
  currency: 'EUR',
};

/** A job at the beginning. */
export function begin(changes: Partial<Query> = {}, account: Partial<AccountFacts> = {}): Job {
  return newJob('q1.1', [{ query: { ...query, ...changes }, facts: [{ ...facts, ...account }] }], 0);
}

/** What a page is answered with; undefined for its records. */
export type Answer = (page: number, job: Job, list: number) => Failure | Partial<PageTaken> | undefined;

/** A list with so many entries of a second each. */
export function entries(records: number, answer: Answer = () => undefined): Answer {
  return (page, job, list) => {
    const own = answer(page, job, list);
    if (own !== undefined && 'kind' in own) return own;
    const received = Math.max(0, Math.min(1000, records - (page - 1) * 1000));
    const stated = { records, seconds: records };
    return {
      facts: { received, total: records, lastPage: null, begins: received > 0 ? `${page}` : null },
      stated,
      records: received,
      rows: [received],
      sums: { seconds: received },
      ...own,
    };
  };
}

/** A job with what became of its first query. */
export type Seen = Job & Pick<Asked, 'state' | 'problem' | 'warnings' | 'rows'>;

export function seen(job: Job): Seen {
  const { state, problem, warnings, rows } = job.queries[0];
  return { ...job, state, problem, warnings, rows };
}

/** Runs a job's commands against answers until it would commit or has ended. Time passes as the job asks. */
export function run(job: Job, answer: Answer): { job: Seen; batches: number[][]; now: number } {
  const batches: number[][] = [];
  let now = 0;
  let current = job;
  for (let round = 0; round < 5000; round++) {
    const command = next(current, now);
    if (command.do === 'end' || command.do === 'commit') return { job: seen(current), batches, now };
    if (command.do === 'wait') {
      now = command.until;
      continue;
    }
    batches.push(command.asks.map(({ page }) => page.number));
    const results = command.asks.map(({ list, page }): PageTaken | PageRefused => {
      const given = answer(page.number, current, list.number);
      if (given !== undefined && 'kind' in given)
        return { list: list.number, page, failure: given as Failure };
      return { list: list.number, page, names: [], ...(given as Omit<PageTaken, 'list' | 'page' | 'names'>) };
    });
    current = apply(current, {
      did: 'ask',
      sentAt: now,
      at: now + 10,
      chance: 0.5,
      logins: ['Agency key'],
      results,
    });
    now += 10;
  }
  throw new Error('the job never ends');
}
