import { type Asking, askEachPatiently } from '../../clockify/askPatiently';
import { type Access, type ApiOutcome, failed, shownOf } from '../../clockify/client';
import { type Failure, passing } from '../../clockify/failure';
import { RECORDS, statedIn } from '../../datasets/control';
import { type Dataset, Malformed, type Scope } from '../../datasets/dataset';
import {
  halved,
  isRead,
  type Page,
  type Pages,
  pageMissing,
  pageRead,
  pagesToAsk,
  unread,
} from '../../plan/pages';

/** A list that is read for somebody who waits: what is asked for, by whom, and how far it is. */
export interface OpenList {
  dataset: Dataset<unknown>;
  scope: Scope;
  access: Access;
  pages: Pages;
}

/** What reading has given of a list. */
export interface ReadList {
  pages: Pages;
  /** The records that came now. */
  records: unknown[];
  /** Whether the list was begun anew, since it moved while it was read: what came of it before doesn't count. */
  anew: boolean;
  /** Why it can't be read on; null while it can, and when all of it was read. */
  failure: Failure | null;
}

/** Clockify answers so many requests side by side. */
const MOST_AT_ONCE = 10;

/** Reads lists side by side, each page after page, until all are read or have failed, or the time is over. */
export function readLists(asking: Asking, lists: OpenList[], stopsAt: number): ReadList[] {
  const read: ReadList[] = lists.map(({ pages }) => ({ pages, records: [], anew: false, failure: null }));
  for (;;) {
    const due = read
      .flatMap((list, index) => (list.failure === null && !isRead(list.pages) ? [index] : []))
      .slice(0, MOST_AT_ONCE);
    if (due.length === 0 || asking.clock.now() >= stopsAt) return read;
    const pages = due.map((index) => pagesToAsk(read[index].pages, 1)[0]);
    const answers = askEachPatiently(
      asking,
      due.map((index, place) => {
        const { dataset, scope, access } = lists[index];
        return { access, request: dataset.request(scope, pages[place]) };
      }),
    );
    due.forEach((index, place) => {
      read[index] = taken(lists[index], read[index], pages[place], answers[place]);
    });
  }
}

function taken(list: OpenList, read: ReadList, page: Page, answer: ApiOutcome): ReadList {
  if (failed(answer)) return refused(list, read, page, answer);
  const { dataset, scope, access } = list;
  try {
    const { records, received } = dataset.page(answer.body, scope);
    const keyAt = (index: number) => (index in records ? dataset.key(records[index]) : null);
    const overlap = page.overlap ?? 0;
    const pages = pageRead(dataset.paging, read.pages, page, {
      received,
      total: answer.totalCount ?? statedIn(dataset.controls, answer.body)[RECORDS] ?? null,
      lastPage: answer.lastPage,
      begins: keyAt(0),
      ends: keyAt(records.length - 1),
      joins: keyAt(overlap - 1),
    });
    if (pages === 'endless') return { ...read, failure: unreadable('it never ends') };
    if (pages !== 'moved') return { ...read, pages, records: [...read.records, ...records.slice(overlap)] };
    if (read.anew) return { ...read, failure: unreadable('the list changed while it was read') };
    return { pages: unread(dataset.paging), records: [], anew: true, failure: null };
  } catch (error) {
    if (!(error instanceof Malformed)) throw error;
    return { ...read, failure: unreadable(shownOf(error.message, access.key)) };
  }
}

/** A page that proves too heavy is asked for in smaller ones. */
function refused({ dataset }: OpenList, read: ReadList, page: Page, failure: Failure): ReadList {
  const heavy = passing(failure) && failure.kind !== 'rate-limited';
  const missing = pageMissing(read.pages, page);
  const pages = heavy ? halved(dataset.paging, missing) : missing;
  return pages.size < read.pages.size ? { ...read, pages } : { ...read, pages, failure };
}

function unreadable(message: string): Failure {
  return { kind: 'unreadable', status: 200, message };
}
