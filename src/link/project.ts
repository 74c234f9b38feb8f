import { type Problem, raise } from '../problems/problem';
import type { Clock } from '../store/clock';
import type { Lock } from '../store/lock';
import type { Store } from '../store/store';
import type { Done, Order, Told, Visit } from './protocol';
import { type LinkRecord, LinkRecords, sizeOf, stateOf } from './record';

/** What the link project takes of the world. */
export interface ProjectEffects {
  /** Of the script: its properties. */
  store: Store;
  /** Of the script. */
  lock: Lock;
  clock: Pick<Clock, 'now'>;
}

const DAY = 86_400_000;
/** How long an answer waits to be picked up after its link has expired, and how long is known what became of a link. */
const KEPT = 7 * DAY;
/** Links of one person that can be open at once. */
const MOST_OPEN = 10;
/** Characters of links that are kept at once; the store holds 500 KB, a few more properties among them. */
const MOST_CHARACTERS = 400_000;
/** The shortest token that is taken for one. */
const SHORTEST_TOKEN = 20;

/** The property that both projects have, so that only the add-on makes links and takes answers. */
const TOKEN = 'link-token';

/**
 * Keeps what is handed in by a link until the add-on picks it up. It can read nothing of it: texts are sealed before they get
 * here. Whoever has a link's id can look at how it is and answer it once; everything else takes the token.
 */
export class LinkProject {
  private readonly records: LinkRecords;

  constructor(private readonly effects: ProjectEffects) {
    this.records = new LinkRecords(effects.store);
  }

  /** What a page asks that was opened by a link. Only an answer to an open link changes anything. Raises `busy`. */
  visit({ link, answer }: Visit): Told {
    const found = this.records.find(link);
    // Without a lock: whoever floods the page with what can't be kept holds nobody up.
    if (answer === undefined || this.stateOf(found) !== 'open') return this.told(found, answer);
    return this.effects.lock.hold(() => {
      const record = this.records.find(link);
      if (record === null || this.stateOf(record) !== 'open') return this.told(record, answer);
      const answered: LinkRecord = { ...record, state: 'answered', ask: null, answer };
      this.records.save(link, answered);
      return this.told(answered, answer);
    });
  }

  /** What the add-on orders. Raises `links-off` without the token, `links-too-many`, `store-full`, `busy`. */
  order(order: Order): Done {
    this.assertToken(order.token);
    return this.effects.lock.hold(() => {
      this.sweep();
      if (order.order === 'look')
        return { ...nothing, states: order.links.map((link) => this.stateOf(this.records.find(link))) };
      if (order.order === 'make') return this.make(order);
      const record = this.records.find(order.link);
      if (order.order === 'take')
        return { ...nothing, states: [this.stateOf(record)], answer: record?.answer ?? null };
      return this.close(order.link, record, order.order === 'finish' ? 'used' : 'withdrawn');
    });
  }

  private make({ link, ask, days, person }: Extract<Order, { order: 'make' }>): Done {
    const now = this.effects.clock.now();
    const all = this.records.all();
    const open = all.filter(([, record]) => record.person === person && stateOf(record, now) === 'open');
    if (open.length >= MOST_OPEN) raise(tooManyOfOne());
    // An id that is there already was not drawn by the add-on, and its link must stay as it is.
    if (all.some(([id]) => id === link)) raise(tooManyOfAll());
    const expiresAt = now + days * DAY;
    const record: LinkRecord = {
      state: 'open',
      person,
      expiresAt,
      keptUntil: expiresAt + KEPT,
      ask,
      answer: null,
    };
    this.makeRoom(all, sizeOf(record));
    this.records.save(link, record);
    return { ...nothing, states: ['open'], expiresAt };
  }

  /** Forgets what became of old links before it refuses a new one; never one that is open or waits to be picked up. */
  private makeRoom(all: [string, LinkRecord][], size: number): void {
    let taken = all.reduce((sum, [, record]) => sum + sizeOf(record), size);
    for (const [id, record] of all) {
      if (taken <= MOST_CHARACTERS) return;
      if (!closed(record)) continue;
      this.records.remove(id);
      taken -= sizeOf(record);
    }
    if (taken > MOST_CHARACTERS) raise(tooManyOfAll());
  }

  private close(link: string, record: LinkRecord | null, state: 'used' | 'withdrawn'): Done {
    if (record === null || closed(record)) return { ...nothing, states: [this.stateOf(record)] };
    const done: LinkRecord = { ...record, state, ask: null, answer: null };
    this.records.save(link, done);
    return { ...nothing, states: [this.stateOf(done)] };
  }

  private sweep(): void {
    const now = this.effects.clock.now();
    for (const [id, { keptUntil }] of this.records.all()) if (keptUntil <= now) this.records.remove(id);
  }

  private stateOf(record: LinkRecord | null) {
    return stateOf(record, this.effects.clock.now());
  }

  private told(record: LinkRecord | null, answer: string | undefined): Told {
    const state = this.stateOf(record);
    return {
      state,
      ask: state === 'open' ? (record?.ask ?? null) : null,
      expiresAt: state === 'unknown' ? null : (record?.expiresAt ?? null),
      // The same answer once more is one whose first try got no answer.
      kept: answer !== undefined && state === 'answered' && record?.answer === answer,
    };
  }

  private assertToken(token: string): void {
    const own = this.effects.store.get(TOKEN) ?? '';
    if (own.length < SHORTEST_TOKEN || !same(own, token)) raise(wrongToken());
  }
}

const nothing: Done = { states: [], answer: null, expiresAt: null };

function closed({ state }: LinkRecord): boolean {
  return state === 'used' || state === 'withdrawn';
}

/** Whether two texts are the same, by as many steps wherever they differ. */
function same(own: string, other: string): boolean {
  let difference = own.length ^ other.length;
  for (let at = 0; at < own.length; at++)
    difference |= own.charCodeAt(at) ^ other.charCodeAt(at % other.length);
  return difference === 0;
}

function wrongToken(): Problem {
  return {
    code: 'links-off',
    scope: {},
    title: "The add-on's link-token is not the one of the link project.",
    remedy: 'Put the same text of 20 characters or more into the script properties of both.',
    retry: 'never',
  };
}

function tooManyOfOne(): Problem {
  return {
    code: 'links-too-many',
    scope: {},
    title: `You have ${MOST_OPEN} open links.`,
    remedy: 'Withdraw one that you no longer need, then ask again.',
    retry: 'never',
  };
}

function tooManyOfAll(): Problem {
  return {
    code: 'links-too-many',
    scope: {},
    title: 'There are more links at once than can be kept.',
    remedy: 'Try again tomorrow: links that expire make room.',
    retry: 'later',
  };
}
