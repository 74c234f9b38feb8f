import { permissionsIn } from '../problems/permissions';
import { type Problem, ProblemError, raise } from '../problems/problem';

/** What Google refuses, by its own words, and the problem that this is to a person. Nothing was changed by any of them. */
const REFUSALS: { words: RegExp; problem: Omit<Problem, 'scope'> }[] = [
  {
    words: /protected cell or object/i,
    problem: {
      code: 'target-protected',
      title: 'The cells of the table are protected against you. Nothing was changed.',
      remedy: 'Ask the owner of the spreadsheet to let you edit them, or let the table go to another tab.',
      retry: 'never',
    },
  },
  {
    words: /not allowed on cells in typed columns/i,
    problem: {
      code: 'target-typed',
      title:
        'The cells of the table are in a table of Google Sheets whose columns have types. Nothing was changed.',
      remedy:
        'Choose Convert to unformatted data in the menu of that table, or let the query go to a tab of its own.',
      retry: 'never',
    },
  },
  {
    words: /not supported for OBJECT sheet/i,
    problem: {
      code: 'tab-without-cells',
      title: 'This tab holds a chart and has no cells. Nothing was changed.',
      remedy: 'Choose a cell on another tab, or let the table go to a tab of its own.',
      retry: 'never',
    },
  },
  {
    words: /service spreadsheets (timed out|failed)|service error: spreadsheets|server error occurred/i,
    problem: {
      code: 'sheets-failing',
      title: 'Google Sheets failed.',
      remedy: 'Try again. If it happens again, wait a few minutes.',
      retry: 'now',
    },
  },
  {
    words: /number of cells in the workbook above the limit/i,
    problem: {
      code: 'cells-too-many',
      title:
        'The table does not fit: a spreadsheet holds at most 10 million cells, empty ones counted. Nothing was changed.',
      remedy:
        'Choose fewer columns or a shorter period, delete tabs or empty rows, or use another spreadsheet.',
      retry: 'never',
    },
  },
  {
    words: /exceeded the property storage quota|argument too large: value/i,
    problem: {
      code: 'store-full',
      title: "There is no room left in Google's store for this add-on's settings. Nothing was changed.",
      remedy: 'Delete logins or queries that you no longer use, then try again.',
      retry: 'never',
    },
  },
  {
    words: /too many times for one day|too much computer time for one day/i,
    problem: {
      code: 'quota-used-up',
      title: "Google's daily allowance for scripts is used up. Nothing was changed.",
      remedy: 'It comes back within 24 hours of its first use. Until then the tables stay as they are.',
      retry: 'later',
    },
  },
  {
    words: /too many times in a short time|too many scripts running simultaneously/i,
    problem: {
      code: 'sheets-failing',
      title: 'Google refused a part of the work: there was too much of it in a short time.',
      remedy: 'Wait a minute, then try again.',
      retry: 'now',
    },
  },
  {
    words: /lock timeout/i,
    problem: {
      code: 'busy',
      title: 'Something else is changing this spreadsheet right now.',
      remedy: 'Try again in a few seconds.',
      retry: 'now',
    },
  },
  {
    words: /permissions are not sufficient|do not have permission|authorization is required/i,
    problem: {
      code: 'permission-missing',
      title: 'The add-on lacks a permission that it needs. Nothing was changed.',
      remedy: 'Open it again from the Extensions menu and allow all of its permissions.',
      retry: 'never',
    },
  },
];

/** A service whose functions do as before, but raise a problem that a person can mend where Google refuses. */
export function refusing<T extends object>(service: T): T {
  const wrapped = Object.entries(service).map(([name, member]) => [
    name,
    typeof member === 'function' ? (...args: unknown[]) => refusable(() => member(...args)) : member,
  ]);
  return Object.fromEntries(wrapped) as T;
}

/** Does `work`; what Google refuses in it is raised as a problem. */
export function refusable<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof ProblemError) throw error;
    const cause = error instanceof Error ? error.message : String(error);
    const refusal = REFUSALS.find(({ words }) => words.test(cause));
    if (!refusal) throw error;
    const [missing] = permissionsIn(cause);
    const named = missing
      ? { title: `The add-on lacks the permission “${missing}”. Nothing was changed.` }
      : {};
    const again = refusal.problem.retry === 'later' ? { retryAt: Date.now() + 86_400_000 } : {};
    return raise({ scope: {}, ...refusal.problem, ...named, ...again, cause });
  }
}
