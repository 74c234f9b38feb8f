/** The function that the one standing trigger calls. */
export const HANDLER = 'refreshOnSchedule';

/** The clock triggers of this person in this spreadsheet. What Google refuses is raised as a problem. */
export interface Triggers {
  /**
   * Ids of those that stand here and call `HANDLER`. Where Google ties triggers to the script, that is the one of an id that is
   * known; null where none is.
   */
  standing(known: string | null): string[];
  /** Makes one that runs each hour, and gives its id. Raises `triggers-too-many`, `triggers-off`. */
  make(): string;
  remove(id: string): void;
  /** Whether all permissions are there that a refresh needs. */
  authorized(): boolean;
  /** Whether this execution has a spreadsheet. */
  hasSpreadsheet(): boolean;
}
