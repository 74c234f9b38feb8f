import { ProblemError, raise } from '../problems/problem';

/** Does `work` on the spreadsheet; what Google refuses becomes a problem that a person can mend. */
export function refusable<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof ProblemError) throw error;
    const text = error instanceof Error ? error.message : String(error);
    if (/protected cell or object/i.test(text)) {
      raise({
        code: 'target-protected',
        scope: {},
        title: 'The cells of the table are protected against you. Nothing was changed.',
        remedy: 'Ask the owner of the spreadsheet to let you edit them, or let the table go to another tab.',
        retry: 'never',
        cause: text,
      });
    }
    if (/number of cells in the workbook above the limit/i.test(text)) {
      raise({
        code: 'cells-too-many',
        scope: {},
        title:
          'The table does not fit: a spreadsheet holds at most 10 million cells, empty ones counted. Nothing was changed.',
        remedy:
          'Choose fewer columns or a shorter period, delete tabs or empty rows, or use another spreadsheet.',
        retry: 'never',
        cause: text,
      });
    }
    throw error;
  }
}
