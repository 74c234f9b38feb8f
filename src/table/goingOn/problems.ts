import type { Problem } from '../../problems/problem';

/** The problem of a table from which nobody can go on, since it isn't what was written; `why` says so without a full stop. */
export function notAsWritten(query: string, why: string): Problem {
  return {
    code: 'table-not-as-written',
    scope: { query },
    title: `The table of ${query} can't be gone on from: ${why}. Nothing was changed.`,
    remedy:
      'Undo that in the sheet and refresh again, or edit the query so that a refresh replaces everything.',
    retry: 'never',
  };
}

/** The problem of rows that nobody can tell apart; `cells` names them, `what` says what is wrong with them. */
export function rowsUnreadable(query: string, cells: string, what: string): Problem {
  return {
    code: 'rows-unreadable',
    scope: { query, cells },
    title: `${what} (${cells}), so it can't be told which rows of ${query} are to stay. Nothing was changed.`,
    remedy:
      'Put those cells right, or delete their rows, and refresh again. A query that replaces everything does not look at them.',
    retry: 'never',
  };
}

/** The problem of formulas in rows that stay and would have to be written again at another place. */
export function formulasInRows(query: string, cells: string): Problem {
  return {
    code: 'rows-unreadable',
    scope: { query, cells },
    title: `Older rows of ${query} have to move, and there are formulas in them (${cells}), which would be lost. Nothing was changed.`,
    remedy: 'Replace those formulas by their values, or move them beside the table, and refresh again.',
    retry: 'never',
  };
}
