/** What tests and the bench ask the page for, since a grid is a picture. */
export interface WorkbenchHooks {
  /** A cell of a tab as it is drawn. */
  shown(tab: string, a1: string): string;
  /** Selects a block of the tab in front. */
  select(a1: string): void;
  /** Tabs in the grid with their rows, in order. */
  tabs(): { name: string; rows: number; columns: number }[];
  /** The tab in front as it was last drawn, with its rows; null before that. */
  drawn(): { tab: string; rows: number } | null;
  /** Puts the keyboard into the grid. */
  focus(): void;
}
