import { datasetOf } from '../datasets';
import { addedUp, differing, type Sums } from '../datasets/control';
import { isRead, pageMissing, pageRead } from '../plan/pages';
import { fail, nextNumber, replace, withWarnings } from './change';
import { disagreement, inWords } from './completeness';
import type { AskEvent, JobEvent, PageRefused, PageTaken } from './event';
import { withRequests } from './hour';
import { type Job, type List, newList, type Piece } from './job';
import { withSent } from './next';
import { disagrees, endless, losing, MOST_LOSSES } from './problems';
import { refuse } from './refused';

/** The job after `event`. */
export function apply(job: Job, event: JobEvent): Job {
  switch (event.did) {
    case 'ask':
      return settled(asked(job, event));
    case 'stage':
      return {
        ...job,
        kept: true,
        pieces: merged(job.pieces, event.staged),
        staged: [...new Set([...job.staged, ...event.staged.map(({ name }) => name)])],
      };
    case 'lose':
      return lost(job, event.names);
    case 'find-repeats':
      return readAnew(job, 'the same rows came twice');
    case 'commit':
      return { ...job, state: 'done', rows: event.rows, warnings: withWarnings(job, event.warnings) };
    case 'stop':
      return { ...job, state: 'stopped' };
    case 'fail':
      return fail(job, event.problem);
  }
}

function asked(job: Job, event: AskEvent): Job {
  const { results } = event;
  const sent = withSent(job.sent, { at: event.sentAt, requests: results.length });
  let after: Job = { ...job, sent, hours: hoursAfter(job, event), requests: job.requests + results.length };
  const refused: PageRefused[] = [];
  for (const result of results) {
    if ('failure' in result) refused.push(result);
    else after = taken(after, result);
    if (after.state === 'failed') return after;
  }
  if (refused.length === 0) return { ...after, failures: 0 };
  return refuse(after, refused, event);
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
  if (!list) return job;
  const { paging } = datasetOf(list.reading.dataset);
  const pages = pageRead(paging, list.pages, result.page, result.facts);
  if (pages === 'endless') return fail(job, endless(job, list));
  const { title } = datasetOf(list.reading.dataset);
  if (pages === 'moved') return readAnew(job, `some ${title} moved while they were read`);
  const { stated, records, rows, sums } = result;
  const changed = differing(list.stated, stated);
  if (changed !== null) {
    const say = (all: Sums) => inWords(list.reading.dataset, changed, all[changed]);
    return readAnew(job, `first ${say(list.stated)}, then ${say(stated)}`);
  }
  const piece: Piece = {
    list: list.number,
    pages: [result.page],
    received: result.facts.received,
    records,
    rows,
    sums,
    staged: null,
  };
  const after = {
    ...job,
    lists: replace(job.lists, { ...list, pages, stated: { ...list.stated, ...stated } }),
    pieces: [...job.pieces, piece],
  };
  return result.names.reduce((state, dataset) => withNames(state, list, dataset), after);
}

/** Adds the list of names that rows of `list` need, once an account. */
function withNames(job: Job, list: List, dataset: string): Job {
  const { account } = list.reading;
  const has = job.lists.some(({ reading }) => reading.account === account && reading.dataset === dataset);
  if (has) return job;
  const reading = { account, dataset, days: null, purpose: 'names' as const };
  return { ...job, lists: [...job.lists, newList(nextNumber(job), reading)] };
}

/** Moves a job on when all of its lists are read: to the commit if they are complete, else back to reading. */
function settled(job: Job): Job {
  if (job.state !== 'reading' || !job.lists.every((list) => isRead(list.pages))) return job;
  const reason = disagreement(job);
  return reason === null ? { ...job, state: 'committing' } : readAnew(job, reason);
}

/** Reads everything once more: entries may have changed while they were read. The second time it is a problem. */
function readAnew(job: Job, reason: string): Job {
  if (job.rereads > 0) return fail(job, disagrees(job, reason));
  const first = nextNumber(job);
  return {
    ...job,
    state: 'reading',
    rereads: job.rereads + 1,
    lists: job.lists
      .filter(({ reading }) => reading.purpose === 'rows')
      .map(({ reading }, index) => newList(first + index, reading)),
    pieces: [],
  };
}

/** Joins the pieces of each list that were staged together under one name. */
function merged(pieces: Piece[], staged: { list: number; name: string }[]): Piece[] {
  const kept = pieces.filter(
    (piece) => piece.staged !== null || !staged.some(({ list }) => list === piece.list),
  );
  const joined = staged.map(({ list, name }) => {
    const parts = pieces.filter((piece) => piece.staged === null && piece.list === list);
    const add = (field: 'received' | 'records' | 'rows') => parts.reduce((all, part) => all + part[field], 0);
    return {
      list,
      pages: parts.flatMap((part) => part.pages),
      received: add('received'),
      records: add('records'),
      rows: add('rows'),
      sums: parts.reduce<Sums>((all, part) => addedUp(all, part.sums), {}),
      staged: name,
    };
  });
  return [...kept, ...joined];
}

/** Pages whose rows are gone are read again: a lost piece is never guessed. */
function lost(job: Job, names: string[]): Job {
  if (job.losses >= MOST_LOSSES) return fail(job, losing());
  const gone = job.pieces.filter((piece) => piece.staged !== null && names.includes(piece.staged));
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
  return { ...job, state: 'reading', losses: job.losses + 1, lists, pieces };
}
