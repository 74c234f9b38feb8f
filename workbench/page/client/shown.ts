import type { Rect } from '../../gas/a1';
import type { BreakView, PageState, TabHead, Took } from '../protocol';
import type { HoveredNote } from './grid/events';

/** A message in the corner. */
export interface Message {
  readonly key: number;
  readonly title: string;
  readonly text: string;
  readonly seconds: number;
  readonly bad?: boolean;
}

/** What the page shows around its grid. */
export interface Shown {
  readonly state: PageState;
  readonly tabs: readonly TabHead[];
  readonly active: number;
  readonly rect: Rect;
  /** Grows with every change of what is selected or in it. */
  readonly looked: number;
  /** The note under the pointer. */
  readonly note: HoveredNote | null;
  readonly sidebar: { readonly id: string; readonly title: string } | null;
  /** The panel that is open beside the grid. */
  readonly drawer: 'break' | 'people' | null;
  readonly messages: readonly Message[];
  readonly running: number;
  readonly script: string | null;
  readonly took: Took | null;
  /** What breaking something did. */
  readonly said: string | null;
  readonly breaks: readonly BreakView[] | null;
  readonly ahead: number;
  readonly connected: boolean;
}

/** What is shown of a spreadsheet that was just opened. */
export function atFirst(state: PageState): Shown {
  const { tabs, selection, running, breaks, ahead } = state;
  return {
    state,
    tabs,
    active: selection.tab,
    rect: selection.rect,
    looked: 0,
    note: null,
    sidebar: null,
    drawer: null,
    messages: [],
    running,
    script: null,
    took: null,
    said: null,
    breaks,
    ahead,
    connected: true,
  };
}
