import type { Rect } from '../gas/a1';
import type { MenuItem, Toast } from '../gas/calls/ui';
import type { Attribute } from '../gas/cellAttributes';
import type { Locale } from '../gas/typed';

/** What the page and its server say to each other. Rows and columns count from 1 everywhere. */

/** A tab in the strip below the grid; `changes` grows with every change of it. */
export interface TabHead {
  readonly id: number;
  readonly name: string;
  readonly hidden: boolean;
  /** Whether it shows a chart and has no cells. */
  readonly chart: boolean;
  readonly changes: number;
}

/** A block of a tab, as typing into it left it: a tab with the rest cut away. */
export interface BlockView {
  readonly rect: Rect;
  /** Row by row; null for an empty cell. */
  readonly cells: readonly (readonly CellView[])[];
}

/** One cell with its looks. */
export interface CellView {
  readonly value: number | string | boolean | { readonly formula: string } | null;
  readonly looks: Looks;
}

export type Looks = { readonly [name in Attribute]?: string };

/** What a person may do to the spreadsheet by hand. */
export type Edit =
  | { readonly kind: 'type'; readonly cells: readonly TypedCell[] }
  | {
      readonly kind: 'looks';
      readonly rects: readonly Rect[];
      readonly looks: { [name in Attribute]?: string | null };
    }
  | { readonly kind: 'clear'; readonly rects: readonly Rect[] }
  | { readonly kind: 'width'; readonly column: number; readonly columns: number; readonly pixels: number }
  | {
      readonly kind: 'insert' | 'delete';
      readonly axis: 'rows' | 'columns';
      readonly at: number;
      readonly count: number;
    }
  | { readonly kind: 'freeze'; readonly rows: number }
  | { readonly kind: 'rename'; readonly name: string }
  | { readonly kind: 'move'; readonly index: number }
  | { readonly kind: 'hide'; readonly hidden: boolean }
  | { readonly kind: 'add' | 'remove' };

/** A text as typed into one cell. */
export interface TypedCell {
  readonly row: number;
  readonly column: number;
  readonly text: string;
}

/** What a formula shows by the page's engine: the store itself computes none. */
export interface Computed {
  readonly row: number;
  readonly column: number;
  readonly formula: string;
  readonly value: number | string | boolean;
}

/** What the last execution took, for the line under the grid. */
export interface Took {
  readonly functionName: string;
  readonly requests: number;
  readonly sheetCalls: number;
  readonly virtualSeconds: number;
  readonly cpuSeconds: number;
}

/** All that a page begins with. */
export interface PageState {
  readonly name: string;
  readonly user: string;
  readonly locale: Locale;
  readonly zone: string;
  readonly tabs: readonly TabHead[];
  readonly selection: Selection;
  readonly menu: readonly MenuItem[];
  /** Milliseconds that the workbench's clock is ahead of the machine's. */
  readonly ahead: number;
  readonly running: number;
  readonly breaks: readonly BreakView[] | null;
  /** The people whose keys can be tried; null where the demo Clockify isn't the one that answers. */
  readonly demoPeople: readonly DemoPerson[] | null;
}

/** Somebody of the demo Clockify. */
export interface DemoPerson {
  readonly name: string;
  readonly key: string;
  /** The names of the accounts that the key sees, the first few of many. */
  readonly accounts: string;
  /** What the key is good for, in a sentence. */
  readonly shows: string;
}

/** The selected block, and the tab in front. */
export interface Selection {
  readonly tab: number;
  readonly rect: Rect;
}

/** One way to break something, as the panel shows it. */
export interface BreakView {
  readonly id: string;
  readonly group: string;
  readonly title: string;
  /** What should happen then, in a sentence. */
  readonly promise: string;
  /** A switch stays on until it is cleared; a button acts once. */
  readonly kind: 'switch' | 'button';
  readonly on: boolean;
  readonly choices?: readonly { readonly value: string; readonly label: string }[];
  /** What is chosen: the label before the choices. */
  readonly choosing?: string;
  /** What the chip says while it is on. */
  readonly chip: string;
}

/** What the server tells all pages, or those of one user, as it happens. */
export type PageEvent =
  | { readonly type: 'tabs'; readonly tabs: readonly TabHead[] }
  | {
      readonly type: 'blocks';
      readonly tab: number;
      readonly from: number;
      readonly to: number;
      readonly blocks: readonly BlockView[];
      readonly widths: readonly (number | null)[] | null;
    }
  | { readonly type: 'selection'; readonly selection: Selection }
  | { readonly type: 'sidebar'; readonly id: string; readonly title: string }
  | { readonly type: 'toast'; readonly toast: Toast }
  | { readonly type: 'running'; readonly running: number; readonly took: Took | null }
  | { readonly type: 'name'; readonly name: string }
  | { readonly type: 'clock'; readonly ahead: number }
  | { readonly type: 'breaks'; readonly breaks: readonly BreakView[] };

/** The answer to a call of `google.script.run`. */
export type RunAnswer =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly message: string };
