import type { Paging } from '../datasets/dataset';

/**
 * A page to ask for. `overlap` is how many of its first records an earlier page gave already: what was the last record there
 * must be the last of them here.
 */
export interface Page {
  number: number;
  size: number;
  overlap?: number;
}

/** How far a list has been read. Small JSON; a state machine with no effects. */
export interface Pages {
  /** The largest page to ask for. */
  size: number;
  /** The next page that was never asked for, in a list whose length is known or not asked about yet. */
  next: number;
  /** How many pages there are, once that is known. */
  last: number | null;
  /** Pages to be asked for again: they failed, or what they gave was lost. */
  again: Page[];
  /** The newest page and what it began with: a server that gives the same page again never ends. */
  newest: { number: number; begins: string | null } | null;
  /** For a list that doesn't say how long it is: where the reading stands. */
  walk: Walk | null;
}

/** The end of what was read of a list that is walked page after page. */
interface Walk {
  page: Page;
  /** The key of the last record; null after a page that was shorter than it says it may be. */
  ends: string | null;
}

/** What is known of a page that was read. */
export interface PageFacts {
  received: number;
  /** Records in the whole list, where the answer says so. */
  total: number | null;
  /** The header `Last-Page`, where the answer has it. */
  lastPage: boolean | null;
  /** The key of the first record. */
  begins: string | null;
  /** The key of the last record. */
  ends?: string | null;
  /** The key of the last record of the overlap. */
  joins?: string | null;
}

/**
 * Why a list can't go on: it never ends, since it begins each page alike or has more pages than any list of Clockify's; or
 * it has moved, since what was the last record isn't where it was.
 */
export type Halt = 'endless' | 'moved';

/** No list of Clockify's is longer; one that seems so never ends. */
const MOST_PAGES = 10_000;

/** A list of which nothing was read yet. */
export function unread(paging: Paging): Pages {
  const size = paging.kind === 'whole' ? 0 : paging.size;
  return { size, next: 1, last: null, again: [], newest: null, walk: null };
}

/** At most `most` pages that can be asked for side by side now; none when the list has been read. */
export function pagesToAsk(pages: Pages, most: number): Page[] {
  if (most <= 0) return [];
  if (pages.again.length > 0) return pages.again.slice(0, most);
  if (pages.walk !== null) return pages.last === null ? [stepOf(pages.walk, pages.size)] : [];
  const last = Math.min(pages.last ?? pages.next, pages.next + most - 1);
  return Array.from({ length: Math.max(0, last - pages.next + 1) }, (_, index) => ({
    number: pages.next + index,
    size: pages.size,
  }));
}

/**
 * The page that goes on from where a walk stands. Somebody may delete a record that was read: then all later ones move up, and
 * the first of the next page would never be seen. So the next page begins with the last record that was read, or a few
 * before it: of the sizes that Clockify serves, the one that reaches farthest is taken.
 */
function stepOf({ page, ends }: Walk, size: number): Page {
  const read = page.number * page.size;
  if (ends === null) {
    const aligned = read % size === 0 ? size : page.size;
    return { number: read / aligned + 1, size: aligned };
  }
  let best: Page = { number: 1, size };
  let reach = 0;
  for (let candidate = size; candidate > size / 2; candidate--) {
    const before = Math.floor((read - 1) / candidate);
    const end = (before + 1) * candidate;
    if (end <= reach) continue;
    reach = end;
    best = { number: before + 1, size: candidate, overlap: read - before * candidate };
  }
  return best;
}

/** Whether every page was read. */
export function isRead(pages: Pages): boolean {
  return pages.last !== null && pages.next > pages.last && pages.again.length === 0;
}

/** The state after `page` was read, or why the list can't go on. */
export function pageRead(paging: Paging, pages: Pages, page: Page, facts: PageFacts): Pages | Halt {
  const after: Pages = {
    ...pages,
    next: Math.max(pages.next, page.number + 1),
    again: pages.again.filter((other) => other.number !== page.number || other.size !== page.size),
    newest: { number: page.number, begins: facts.begins },
  };
  if (paging.kind === 'whole' || ignoresPaging(page, facts)) return { ...after, last: page.number };
  if (repeats(pages, page, facts) || page.number >= MOST_PAGES) return 'endless';
  if (facts.total !== null && pages.walk === null) {
    return { ...after, last: Math.max(1, Math.ceil(facts.total / page.size)) };
  }
  return paging.kind === 'counted' ? after : walked(pages, after, page, facts);
}

function walked(before: Pages, after: Pages, page: Page, facts: PageFacts): Pages | Halt {
  if (page.overlap !== undefined && facts.joins !== before.walk?.ends) return 'moved';
  // The header counts for more than the length of the page; but beyond the end, pages are empty.
  const ends = facts.received === 0 || (facts.lastPage ?? facts.received < page.size);
  if (ends) return { ...after, last: page.number, next: page.number + 1 };
  return { ...after, walk: { page, ends: facts.received < page.size ? null : (facts.ends ?? null) } };
}

/** Whether a page begins as another one did. */
function repeats({ newest }: Pages, page: Page, { begins }: PageFacts): boolean {
  return newest !== null && page.number !== newest.number && begins !== null && begins === newest.begins;
}

/** A server that gives more than it was asked for gives all there is. */
function ignoresPaging(page: Page, facts: PageFacts): boolean {
  return page.number === 1 && facts.received > page.size;
}

/** The state after asking for `page` failed, or after what it gave was lost. */
export function pageMissing(pages: Pages, page: Page): Pages {
  if (pages.again.some((other) => other.number === page.number && other.size === page.size)) return pages;
  return { ...pages, next: Math.max(pages.next, page.number + 1), again: [...pages.again, page] };
}

/**
 * The same list in pages of half the size, from where it has been read to: for a list that is read page after page and
 * whose next page doesn't get through. Unchanged when pages are as small as they may be.
 */
export function halved(paging: Paging, pages: Pages): Pages {
  const [page] = pages.again;
  const least = paging.kind === 'paged' ? paging.least : undefined;
  if (least === undefined || page === undefined || pages.last !== null) return pages;
  const size = Math.floor(pages.size / 2);
  if (size < least) return pages;
  return { ...pages, size, next: pages.walk === null ? 1 : pages.next, again: [] };
}
