import { datasetOf } from '../datasets';
import { addedUp, differing, type Sums } from '../datasets/control';
import { isRead, pageMissing, pageRead } from '../plan/pages';
import { fail, nextNumber, replace, takersOf, warned, withQueries } from './change';
import { disagreement, inWords } from './completeness';
import type { AskEvent, JobEvent, PageRefused, PageTaken, Staged } from './event';
import { withRequests } from './hour';
import { isEnded, isWanted, type Job, type List, listsOf, newList, type Piece } from './job';
import { withSent } from './next';
import { disagrees, endless, losing, MOST_LOSSES } from './problems';
import { refuse } from './refused';

/** The job after `event`. */
export function apply(job: Job, event: JobEvent): Job {
  switch (event.did) {
    case 'ask':
      return settled(verified(asked(job, event), event));
    case 'stage':
      return {
        ...job,
        kept: true,
        pieces: merged(job.pieces, event.staged),
        staged: [...new Set([...job.staged, ...event.staged.flatMap(({ names }) => names)])],
      };
    case 'lose':
      return lost(job, event.names);
    case 'find-repeats':
      return repeated(job, event.query);
    case 'doubt':
      return doubted(job, event.query);
    case 'commit':
      return withQueries(warned(job, only(event.query), event.warnings), only(event.query), (asked) => ({
        ...asked,
        state: 'done',
        rows: event.rows,
      }));
    case 'stop':
      return withQueries(job, only(event.query), (asked) => ({ ...asked, state: 'stopped' }));
    case 'fail':
      return fail(job, event.query === undefined ? () => true : only(event.query), event.problem);
  }
}

function only(query: number): (index: number) => boolean {
  return (index) => index === query;
}

function asked(job: Job, event: AskEvent): Job {
  const { results } = event;
  const sent = withSent(job.sent, { at: event.sentAt, requests: results.length });
  let after: Job = { ...job, sent, hours: hoursAfter(job, event), requests: job.requests + results.length };
  const refused: PageRefused[] = [];
  for (const result of results) {
    if ('failure' in result) refused.push(result);
    else after = taken(after, result);
  }
  if (refused.length === 0) return { ...after, failures: 0 };
  return refuse({ ...after, retries: (job.retries ?? 0) + refused.length }, refused, event);
}

function hoursAfter(job: Job, { results, sentAt }: AskEvent): Job['hours'] {
  const hours = { ...job.hours };
  for (const { list: number } of results) {
    const list = job.lists.find((candidate) => candidate.number === number);
    if (list === undefined) continue;
    const { account } = list.reading;
    hours[account] = withRequests(hours[account], sentAt, 1);
  }
  return hours;
}

function taken(job: Job, result: PageTaken): Job {
  const list = job.lists.find(({ number }) => number === result.list);
  if (!list || !isWanted(job, list)) return job;
  const { paging, title } = datasetOf(list.reading.dataset);
  const pages = pageRead(paging, list.pages, result.page, result.facts);
  if (pages === 'endless') return fail(job, takersOf(list), endless(job, list));
  if (pages === 'moved') return readAnew(job, list, `some ${title} moved while they were read`);
  const { stated, records, rows, sums } = result;
  const changed = differing(list.stated, stated);
  if (changed !== null) {
    const say = (all: Sums) => inWords(list.reading.dataset, changed, all[changed]);
    return readAnew(job, list, `first ${say(list.stated)}, then ${say(stated)}`);
  }
  const piece: Piece = {
    list: list.number,
    pages: [result.page],
    received: result.facts.received,
    records,
    rows,
    sums,
    ...(result.span === undefined ? {} : { spans: result.span && [result.span] }),
    staged: null,
  };
  const after = {
    ...job,
    lists: replace(job.lists, { ...list, pages, stated: { ...list.stated, ...stated } }),
    pieces: [...job.pieces, piece],
  };
  return result.names.reduce((state, { dataset, query }) => withNames(state, list, dataset, query), after);
}

/** Lets lists that a batch has brought to their end be read once more where they aren't what Clockify states of them. */
function verified(job: Job, { results }: AskEvent): Job {
  let after = job;
  for (const number of new Set(results.map(({ list }) => list))) {
    const list = after.lists.find((candidate) => candidate.number === number);
    if (!list || !isRead(list.pages) || list.reading.purpose !== 'rows' || !isWanted(after, list)) continue;
    const reason = disagreement(list, after);
    if (reason !== null) after = readAnew(after, list, reason);
  }
  return after;
}

/** Adds the list of names that rows of a query need, once an account; whoever else needs them takes of the same. */
function withNames(job: Job, { reading }: List, dataset: string, query: number): Job {
  const { account, zone } = reading;
  const take = { query, side: 'current' as const, days: null, pushed: false };
  const known = job.lists.find(
    (list) =>
      list.reading.account === account &&
      list.reading.dataset === dataset &&
      list.reading.purpose === 'names',
  );
  if (known === undefined) {
    const names = {
      account,
      dataset,
      zone,
      days: null,
      purpose: 'names' as const,
      takes: [take],
      amounts: 'hidden' as const,
    };
    return { ...job, lists: [...job.lists, newList(nextNumber(job), names)] };
  }
  if (takersOf(known)(query)) return job;
  const shared = { ...known, reading: { ...known.reading, takes: [...known.reading.takes, take] } };
  return { ...job, lists: replace(job.lists, shared) };
}

/** Moves queries on whose lists are all read: to the commit. */
function settled(job: Job): Job {
  return withQueries(
    job,
    (index) =>
      job.queries[index].state === 'reading' && listsOf(job, index).every(({ pages }) => isRead(pages)),
    (query) => ({ ...query, state: 'committing' }),
  );
}

/** Begins a list again: entries may have changed while it was read. The second time it is a problem of those who need it. */
function readAnew(job: Job, list: List, reason: string): Job {
  if (list.rereads > 0) return fail(job, takersOf(list), disagrees(list, reason));
  const anew = { ...newList(nextNumber(job), list.reading), rereads: list.rereads + 1 };
  return begunAgain(job, new Map([[list.number, anew]]));
}

/** Reads everything of a query once more: a row in two of its lists, or twice in one, is in none for sure. */
function repeated(job: Job, index: number): Job {
  const reason = 'the same rows came twice';
  const lists = listsOf(job, index).filter(({ reading }) => reading.purpose !== 'names');
  if (job.queries[index].rereads > 0) return fail(job, only(index), disagrees(lists[0], reason));
  return withQueries(allAnew(job, lists), only(index), (query) => ({ ...query, rereads: query.rereads + 1 }));
}

/** Reads everything of a query once more, since so few rows came of it. */
function doubted(job: Job, index: number): Job {
  const lists = listsOf(job, index).filter(({ reading }) => reading.purpose !== 'names');
  return withQueries(allAnew(job, lists), only(index), (query) => ({ ...query, doubted: true }));
}

function allAnew(job: Job, lists: List[]): Job {
  const first = nextNumber(job);
  const anew = lists.map((list, position): [number, List] => [
    list.number,
    { ...newList(first + position, list.reading), rereads: list.rereads },
  ]);
  return begunAgain(job, new Map(anew));
}

/** The job with other lists in the place of some; whoever was about to be written from those goes on reading. */
function begunAgain(job: Job, anew: Map<number, List>): Job {
  const lists = job.lists.map((list) => anew.get(list.number) ?? list);
  const pieces = job.pieces.filter(({ list }) => !anew.has(list));
  const takers = [...anew.values()].map(takersOf);
  return withQueries(
    { ...job, lists, pieces },
    (index) => takers.some((takes) => takes(index)),
    (query) => ({ ...query, state: 'reading' }),
  );
}

/** Joins the pieces of each list that were staged together. */
function merged(pieces: Piece[], staged: Staged[]): Piece[] {
  const kept = pieces.filter(
    (piece) => piece.staged !== null || !staged.some(({ list }) => list === piece.list),
  );
  const joined = staged.map(({ list, names }): Piece => {
    const parts = pieces.filter((piece) => piece.staged === null && piece.list === list);
    const add = (field: 'received' | 'records') => parts.reduce((all, part) => all + part[field], 0);
    return {
      list,
      pages: parts.flatMap((part) => part.pages),
      received: add('received'),
      records: add('records'),
      rows: names.map((_, take) => parts.reduce((all, part) => all + (part.rows[take] ?? 0), 0)),
      sums: parts.reduce<Sums>((all, part) => addedUp(all, part.sums), {}),
      ...spansOf(parts),
      staged: names,
    };
  });
  return [...kept, ...joined];
}

/** The spans of pages, where each piece tells them. */
function spansOf(parts: Piece[]): Pick<Piece, 'spans'> {
  if (parts.every(({ spans }) => spans === undefined)) return {};
  return { spans: parts.every(({ spans }) => spans) ? parts.flatMap(({ spans }) => spans ?? []) : null };
}

/** Pages whose rows are gone are read again: a lost piece is never guessed. */
function lost(job: Job, names: string[]): Job {
  if (job.losses >= MOST_LOSSES) return fail(job, () => true, losing());
  const gone = job.pieces.filter((piece) => piece.staged?.some((name) => names.includes(name)));
  let { lists } = job;
  for (const piece of gone) {
    const list = lists.find(({ number }) => number === piece.list);
    if (!list) continue;
    // Pages that were found by walking begin where the one before ended: they can't be read apart from it.
    if (list.pages.walk !== null) {
      lists = [
        ...lists.filter((other) => other !== list),
        newList(nextNumber({ ...job, lists }), list.reading),
      ];
    } else lists = replace(lists, { ...list, pages: piece.pages.reduce(pageMissing, list.pages) });
  }
  const pieces = job.pieces.filter(
    (piece) => !gone.includes(piece) && lists.some(({ number }) => number === piece.list),
  );
  return withQueries(
    { ...job, losses: job.losses + 1, lists, pieces },
    (index) =>
      !isEnded(job.queries[index]) && listsOf({ ...job, lists }, index).some(({ pages }) => !isRead(pages)),
    (query) => ({ ...query, state: 'reading' }),
  );
}
