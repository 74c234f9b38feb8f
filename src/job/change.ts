import type { Problem } from '../problems/problem';
import type { Job, List } from './job';

/** Lists with one of them replaced by its newer state. */
export function replace(lists: List[], list: List): List[] {
  return lists.map((other) => (other.number === list.number ? list : other));
}

/** A number that no list of the job has had. */
export function nextNumber(job: Job): number {
  return Math.max(0, ...job.lists.map(({ number }) => number)) + 1;
}

/** The job's warnings with others, each once. */
export function withWarnings(job: Job, warnings: string[]): string[] {
  return [...new Set([...job.warnings, ...warnings])];
}

/** The job, ended by a problem of its query. */
export function fail(job: Job, problem: Problem): Job {
  return {
    ...job,
    state: 'failed',
    problem: { ...problem, scope: { query: job.query.name, ...problem.scope } },
  };
}
