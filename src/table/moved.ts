/** Somebody inserted or deleted rows or columns while the table was being written: it has to be found and written again. */
export class Moved extends Error {}
