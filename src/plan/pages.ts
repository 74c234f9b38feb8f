import type { Paging } from '../datasets/dataset';

/** A page to ask for: pages of one list all have one size until they prove too heavy. */
export interface Page {
  number: number;
  size: number;
}

/** How far a list has been read. Small JSON; a state machine with no effects. */
export interface Pages {
  size: number;
  /** The next page that was never asked for. */
  next: number;
  /** How many pages there are, once that is known. */
  last: number | null;
  /** Pages to be asked for again: they failed, or what they gave was lost. */
  again: Page[];
  /** What the newest page began with: a server that gives the same page again never ends. */
  begins: string | null;
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
}

/** No list of Clockify's is longer; one that seems so never ends. */
const MOST_PAGES = 10_000;

/** A list of which nothing was read yet. */
export function unread(paging: Paging): Pages {
  return { size: paging.kind === 'whole' ? 0 : paging.size, next: 1, last: null, again: [], begins: null };
}

/** At most `most` pages that can be asked for side by side now; none when the list has been read. */
export function pagesToAsk(pages: Pages, most: number): Page[] {
  if (pages.again.length > 0) return pages.again.slice(0, most);
  const last = Math.min(pages.last ?? pages.next, pages.next + most - 1);
  return Array.from({ length: Math.max(0, last - pages.next + 1) }, (_, index) => ({
    number: pages.next + index,
    size: pages.size,
  }));
}

/** Whether every page was read. */
export function isRead(pages: Pages): boolean {
  return pages.last !== null && pages.next > pages.last && pages.again.length === 0;
}

/**
 * The state after `page` was read, or `endless` for a list that would never end: it begins each page alike, or has more
 * pages than any list of Clockify's.
 */
export function pageRead(paging: Paging, pages: Pages, page: Page, facts: PageFacts): Pages | 'endless' {
  const after: Pages = {
    ...pages,
    next: Math.max(pages.next, page.number + 1),
    again: pages.again.filter((other) => other.number !== page.number),
    begins: facts.begins,
  };
  if (paging.kind === 'whole' || ignoresPaging(page, facts)) return { ...after, last: page.number };
  if (page.number > 1 && facts.begins !== null && facts.begins === pages.begins) return 'endless';
  if (page.number >= MOST_PAGES) return 'endless';
  if (facts.total !== null) return { ...after, last: Math.max(1, Math.ceil(facts.total / page.size)) };
  if (paging.kind === 'counted') return after;
  const ends = facts.lastPage === true || facts.received < page.size;
  return { ...after, last: ends ? page.number : pages.last };
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
  if (least === undefined || page === undefined || pages.last !== null || page.size / 2 < least) return pages;
  const next = (page.number - 1) * 2 + 1;
  return { ...pages, size: page.size / 2, next, again: [] };
}
