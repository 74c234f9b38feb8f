import { raise } from '../problems/problem';
import type { Query } from '../query/query';

/** What names the query in a problem. */
export type Named = Pick<Query, 'name'>;

/** Raises `field-misplaced`: a field stands where it can't; `title` says which and where, without a full stop. */
export function misplaced({ name }: Named, title: string, remedy: string): never {
  return raise({
    code: 'field-misplaced',
    scope: { query: name },
    title: `${title}.`,
    remedy: `${remedy} The table stays as it is until then.`,
    retry: 'never',
  });
}

/** Raises `filter-invalid`: a condition can't be asked; `why` says which and why, without a full stop. */
export function unanswerable({ name }: Named, why: string, remedy: string): never {
  return raise({
    code: 'filter-invalid',
    scope: { query: name },
    title: `${why}.`,
    remedy: `${remedy} The table stays as it is until then.`,
    retry: 'never',
  });
}

/** Raises `title-taken`: two columns can't be told apart by their titles. */
export function titleTaken({ name }: Named, title: string): never {
  return raise({
    code: 'title-taken',
    scope: { query: name },
    title: `Two columns are called ${title}.`,
    remedy: 'Give one of them another title, or remove it. The table stays as it is until then.',
    retry: 'never',
  });
}

/** Raises `columns-too-many`. */
export function tooManyColumns({ name }: Named, columns: number, most: number): never {
  return raise({
    code: 'columns-too-many',
    scope: { query: name },
    title: `${name} would have ${columns} columns of metrics; a table has at most ${most}.`,
    remedy: 'Split into fewer columns, choose fewer metrics, or leave out the comparison.',
    retry: 'never',
  });
}

/** Raises `rows-too-many`. */
export function tooManyRows({ name }: Named, most: number): never {
  return raise({
    code: 'rows-too-many',
    scope: { query: name },
    title: `${name} would have more than ${most.toLocaleString('en')} rows with those that are added without time.`,
    remedy: 'Choose a shorter period or fewer dimensions, or leave those rows out.',
    retry: 'never',
  });
}
