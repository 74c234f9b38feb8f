import type { Problem } from '../problems/problem';
import { type Asked, isEnded, type Job, type List } from './job';

/** Lists with one of them replaced by its newer state. */
export function replace(lists: List[], list: List): List[] {
  return lists.map((other) => (other.number === list.number ? list : other));
}

/** A number that no list of the job has had. */
export function nextNumber(job: Job): number {
  return Math.max(0, ...job.lists.map(({ number }) => number), ...job.pieces.map(({ list }) => list)) + 1;
}

/** The job with something changed of those of its queries that have not ended and that `which` says. */
export function withQueries(
  job: Job,
  which: (index: number) => boolean,
  change: (asked: Asked) => Asked,
): Job {
  const queries = job.queries.map((asked, index) =>
    !isEnded(asked) && which(index) ? change(asked) : asked,
  );
  return { ...job, queries };
}

/** The queries, by index, that take of a list. */
export function takersOf({ reading }: List): (index: number) => boolean {
  const takers = new Set(reading.takes.map(({ query }) => query));
  return (index) => takers.has(index);
}

/** The job with warnings for some of its queries, each once. */
export function warned(job: Job, which: (index: number) => boolean, warnings: string[]): Job {
  return withQueries(job, which, (asked) => ({
    ...asked,
    warnings: [...new Set([...asked.warnings, ...warnings])],
  }));
}

/** The job, in which some queries have failed; lists that nobody else takes of are asked for no more. */
export function fail(job: Job, which: (index: number) => boolean, problem: Problem): Job {
  return withQueries(job, which, (asked) => ({
    ...asked,
    state: 'failed',
    problem: { ...problem, scope: { query: asked.query.name, ...problem.scope } },
  }));
}
