/** Codes of the problems for which what is to be said in the spreadsheet, beside a table, may stay unsaid. */
export const UNWRITABLE = ['busy', 'target-protected', 'target-typed', 'cells-too-many', 'sheets-failing'];
