/** What a list that is seen through a window draws: lines of fixed heights, of which only the visible ones exist. */
export interface Lines {
  /** Where each line begins, in pixels, and at the end where the last one ends. */
  starts: number[];
}

export function linesOf(heights: number[]): Lines {
  const starts = [0];
  for (const height of heights) starts.push(starts[starts.length - 1] + height);
  return { starts };
}

/** The lines from `first` up to, without, `end` that a window shows, with a few more on both sides. */
export function visible(
  { starts }: Lines,
  top: number,
  height: number,
  more = 3,
): { first: number; end: number } {
  const count = starts.length - 1;
  const first = Math.max(0, lineAt(starts, top) - more);
  const end = Math.min(count, lineAt(starts, top + height) + 1 + more);
  return { first, end };
}

/** Where to scroll so that a line is inside the window; where it is when it is already. */
export function scrolledTo({ starts }: Lines, line: number, top: number, height: number): number {
  if (starts[line] < top) return starts[line];
  return starts[line + 1] > top + height ? starts[line + 1] - height : top;
}

/** The line at a height, by halving. */
function lineAt(starts: number[], y: number): number {
  let low = 0;
  let high = starts.length - 2;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (starts[middle] <= y) low = middle;
    else high = middle - 1;
  }
  return Math.max(0, low);
}
