import fc from 'fast-check';
import type { Paging } from '../../src/datasets/dataset';
import {
  halved,
  isRead,
  type Page,
  type Pages,
  pageMissing,
  pageRead,
  pagesToAsk,
  unread,
} from '../../src/plan/pages';

/** A server with so many records that answers as Clockify does; `failures` are pages that fail the first time. */
function readAll(
  paging: Paging,
  records: number,
  lies: { header?: boolean; failing?: number[] } = {},
): Page[] {
  let pages: Pages = unread(paging);
  const asked: Page[] = [];
  const failing = new Set(lies.failing);
  for (let round = 0; round < 10_000 && !isRead(pages); round++) {
    for (const page of pagesToAsk(pages, 10)) {
      if (failing.delete(page.number)) {
        pages = pageMissing(pages, page);
        continue;
      }
      asked.push(page);
      const size = page.size || records;
      const received = Math.max(0, Math.min(size, records - (page.number - 1) * size));
      const after = pageRead(paging, pages, page, {
        received,
        total: paging.kind === 'counted' ? records : null,
        lastPage: lies.header ? page.number * size >= records : null,
        begins: received > 0 ? `record ${(page.number - 1) * size}` : null,
        ends: received > 0 ? `record ${(page.number - 1) * size + received - 1}` : null,
        joins: page.overlap ? `record ${(page.number - 1) * size + page.overlap - 1}` : null,
      });
      if (after === 'endless' || after === 'moved') throw new Error(after);
      pages = after;
    }
  }
  if (!isRead(pages)) throw new Error('never ends');
  return asked;
}

const numbers = (pages: Page[]) => pages.map(({ number }) => number).sort((a, b) => a - b);
const upTo = (last: number) => Array.from({ length: last }, (_, index) => index + 1);

describe('a counted list', () => {
  const counted: Paging = { kind: 'counted', size: 1000 };

  test('is read in as many requests as it has pages, each page once, whatever fails on the way', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 50_000 }),
        fc.array(fc.integer({ min: 1, max: 50 })),
        (records, failing) => {
          expect(numbers(readAll(counted, records, { failing }))).toEqual(
            upTo(Math.max(1, Math.ceil(records / 1000))),
          );
        },
      ),
    );
  });

  test('is asked one page first, and ten side by side once its length is known', () => {
    const first = unread(counted);
    expect(pagesToAsk(first, 10)).toEqual([{ number: 1, size: 1000 }]);
    const facts = { received: 1000, total: 37_000, lastPage: null, begins: 'a' };
    const known = pageRead(counted, first, { number: 1, size: 1000 }, facts) as Pages;
    expect(numbers(pagesToAsk(known, 10))).toEqual([2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
  });
});

describe('a paged list', () => {
  const paged: Paging = { kind: 'paged', size: 200, least: 25 };

  test('ends with the header, without asking for a page that is empty', () => {
    expect(numbers(readAll(paged, 398, { header: true }))).toEqual([1, 2]);
  });

  test('ends with a short page where there is no header', () => {
    expect(numbers(readAll(paged, 450))).toEqual([1, 2, 3]);
  });

  test('takes an empty page to see the end when the last one is full and there is no header', () => {
    expect(numbers(readAll(paged, 400))).toEqual([1, 2, 3]);
  });

  test('has each record read once, whatever fails on the way', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 3000 }),
        fc.array(fc.integer({ min: 1, max: 15 })),
        (records, failing) => {
          const pages = readAll(paged, records, { failing, header: true });
          const read = pages.map(({ number, size, overlap = 0 }) => {
            return Math.min(records, number * size) - (number - 1) * size - overlap;
          });
          expect(read.reduce((all, some) => all + some, 0)).toBe(records);
        },
      ),
    );
  });

  test('that ignores paging and gives all at once is read once', () => {
    const facts = { received: 950, total: null, lastPage: null, begins: 'a' };
    const after = pageRead(paged, unread(paged), { number: 1, size: 200 }, facts) as Pages;
    expect(isRead(after)).toBe(true);
  });

  test('that gives the same page again and again is refused', () => {
    const facts = { received: 200, total: null, lastPage: false, begins: 'a' };
    const after = pageRead(paged, unread(paged), { number: 1, size: 200 }, facts) as Pages;
    expect(pageRead(paged, after, { number: 2, size: 200 }, facts)).toBe('endless');
  });

  test('goes on in halves from where it was when a page is too heavy', () => {
    const facts = { received: 200, total: null, lastPage: false, begins: 'a' };
    const one = pageRead(paged, unread(paged), { number: 1, size: 200 }, facts) as Pages;
    const light = halved(paged, pageMissing(one, { number: 2, size: 200 }));
    expect(pagesToAsk(light, 10)).toEqual([{ number: 3, size: 100 }]);
  });

  test('is not cut into pages smaller than the least', () => {
    let pages = pageMissing(unread(paged), { number: 1, size: 200 });
    for (let times = 0; times < 10; times++) {
      pages = halved(paged, pages);
      pages = pageMissing(pages, pagesToAsk(pages, 1)[0]);
    }
    expect(pagesToAsk(pages, 1)).toEqual([{ number: 1, size: 25 }]);
  });
});

describe('a paged list that somebody deletes from while it is read', () => {
  const paged: Paging = { kind: 'paged', size: 20 };

  /** Reads a list, and deletes a record before the page that is asked for as the `before`-th; gives the ids that came. */
  function readMoving(length: number, gone: number, before: number): number[] | 'moved' {
    const records = Array.from({ length }, (_, index) => index);
    let pages: Pages = unread(paged);
    const came: number[] = [];
    for (let asked = 1; !isRead(pages); asked++) {
      if (asked === before) records.splice(gone % length, 1);
      const [page] = pagesToAsk(pages, 10);
      const rows = records.slice((page.number - 1) * page.size, page.number * page.size);
      const at = (index: number) => (index in rows ? String(rows[index]) : null);
      const after = pageRead(paged, pages, page, {
        received: rows.length,
        total: null,
        lastPage: page.number * page.size >= records.length,
        begins: at(0),
        ends: at(rows.length - 1),
        joins: at((page.overlap ?? 0) - 1),
      });
      if (after === 'moved') return after;
      if (after === 'endless') throw new Error(after);
      came.push(...rows.slice(page.overlap ?? 0));
      pages = after;
    }
    return came;
  }

  test('never lacks a record that was there all the time', () => {
    const small = fc.integer({ min: 1, max: 300 });
    fc.assert(
      fc.property(small, fc.nat(), fc.integer({ min: 1, max: 20 }), (length, gone, before) => {
        const came = readMoving(length, gone, before);
        if (came === 'moved') return;
        const all = Array.from({ length }, (_, index) => index);
        const lacking = all.filter((id) => !came.includes(id));
        expect(lacking.filter((id) => id !== gone % length)).toEqual([]);
        expect(new Set(came).size).toBe(came.length);
      }),
    );
  });

  test('is seen to have moved when what was read is deleted', () => {
    expect(readMoving(50, 3, 2)).toBe('moved');
  });

  test('takes no more requests than before where nothing is deleted, for lists of a few pages', () => {
    expect(numbers(readAll({ kind: 'paged', size: 200 }, 390, { header: true }))).toHaveLength(2);
  });
});

test('the newest page, lost and read again, is no endless list', () => {
  const counted: Paging = { kind: 'counted', size: 1000 };
  const facts = { received: 1000, total: 3000, lastPage: null, begins: 'b' };
  const page = { number: 2, size: 1000 };
  const read = pageRead(counted, unread(counted), page, facts) as Pages;
  expect(pageRead(counted, pageMissing(read, page), page, facts)).not.toBe('endless');
});

test('a short page is not the end where the header says that there is more', () => {
  const paged: Paging = { kind: 'paged', size: 200 };
  const facts = { received: 150, total: null, lastPage: false, begins: 'a', ends: 'b' };
  const after = pageRead(paged, unread(paged), { number: 1, size: 200 }, facts) as Pages;
  expect(pagesToAsk(after, 10)).toEqual([{ number: 2, size: 200 }]);
});

test('a list that has no pages is asked once', () => {
  expect(readAll({ kind: 'whole' }, 12_345)).toHaveLength(1);
});
