import type { Rect } from '../../../gas/a1';
import type { Computed, Edit } from '../../protocol';
import type { Tab } from './tab';

/** A note and where its cell is, in pixels of the grid. */
export interface HoveredNote {
  readonly text: string;
  readonly x: number;
  readonly y: number;
}

/** What a grid tells. */
export interface GridEvents {
  edit(tab: Tab, edits: Edit[]): void;
  select(tab: Tab, rect: Rect): void;
  computed(tab: Tab, cells: Computed[]): void;
  /** The pointer came over a cell with a note, at its right upper corner in the grid; null when it left. */
  hover(note: HoveredNote | null): void;
  /** The grid now shows these tabs, drawn. */
  drawn(): void;
}
