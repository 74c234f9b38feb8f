import type { Query } from '../../../src/query/query';
import type { EntryEdits } from '../../clockify/control/edits';
import type { FaultRule } from '../../clockify/faults';
import type { Ground } from '../ground';
import { differenceToTruth } from '../whole';

/** Where in a list a fault strikes. */
export type Where = 'first' | 'middle' | 'last';

/** A table of several pages that is refreshed while Clockify misbehaves. */
export interface Subject {
  what: string;
  account: string;
  /** Whoever the key belongs to. */
  person: string;
  /** Whether the list states of itself how long it is and what it adds up to. */
  totals: boolean;
  prepare(ground: Ground): Promise<Query>;
  /** Changes something in Clockify, so that the next table is another one. */
  change(ground: Ground): Promise<void>;
  /** Matches the request for a page of it. */
  at(where: Where): Pick<FaultRule, 'path' | 'page' | 'after'>;
  /** Whether a request, as text, is the one for a page. */
  asksFor(where: Where, request: string): boolean;
  /** A change of what was read before, as somebody makes it between two pages. */
  drift: EntryEdits | { ids: (ground: Ground) => Promise<string[]> };
  /** What the table lacks or has too much, by the demo's own truth. */
  difference(ground: Ground, query: Query): Promise<string[]>;
  /** The same by what the key sees once its owner has no role. */
  seen(ground: Ground, query: Query): Promise<string[]>;
}

const BENCH = 'Bench 10k';
/** 116 entries a day: three pages. */
const DAYS: [string, string] = ['2026-02-01', '2026-02-21'];
const PAGES = { first: 1, middle: 2, last: 3 };

const late = (workspace: string, description: string): EntryEdits => ({
  workspace,
  add: [{ start: '2026-02-05T06:00:00Z', end: '2026-02-05T07:00:00Z', description }],
});

const entries: Subject = {
  what: 'time entries',
  account: BENCH,
  person: 'Olive Benchley',
  totals: true,
  async prepare(ground) {
    await ground.login('bench');
    return ground.fill({ accounts: [BENCH], days: DAYS, columns: ['entry-id', 'duration'] });
  },
  async change({ control }) {
    await control.editEntries(late(BENCH, 'before'));
  },
  at: (where) => ({ path: 'reports/detailed', page: PAGES[where] }),
  asksFor: (where, request) => request.includes(`\\"page\\":${PAGES[where]},`),
  drift: late(BENCH, 'between two pages'),
  difference: (ground, query) => differenceToTruth(ground, query, { account: BENCH, days: DAYS }),
  async seen(ground, query) {
    const [from, to] = DAYS;
    const now = ground.session.platform.clock.now();
    const question = {
      workspace: BENCH,
      from,
      to,
      zone: 'Europe/Berlin',
      now,
      by: [],
      seenBy: 'bench' as const,
    };
    const [all] = await ground.control.truthOfGroups(question);
    const rows = (await ground.table(query)).values.length - 1;
    return rows === all.entries ? [] : [`${rows} entries instead of the ${all.entries} that the key sees`];
  },
};

const BRANCH = 'Branch 02';
/** Requests that pass before the one for the page, of the five for 1,001 projects. */
const PASSED = { first: 0, middle: 2, last: 4 };

const projects: Subject = {
  what: 'projects',
  account: BRANCH,
  person: 'Quentin Fiftyfold',
  totals: false,
  async prepare(ground) {
    await ground.login('many');
    return ground.fill({ report: 'projects', accounts: [BRANCH], columns: ['project-id', 'project'] });
  },
  async change({ control }) {
    const { ids } = await control.truthOfList('projects', BRANCH);
    await control.rename({ workspace: BRANCH, id: ids[500], name: 'Renamed' });
  },
  at: (where) => ({ path: '/projects$', after: PASSED[where] }),
  asksFor: () => false,
  drift: { ids: async ({ control }) => (await control.truthOfList('projects', BRANCH)).ids.slice(0, 1) },
  async difference(ground, query) {
    const { ids } = await ground.control.truthOfList('projects', BRANCH);
    const { values } = await ground.table(query);
    const [found, due] = [values.slice(1).map(([id]) => String(id)), ids].map((list) =>
      [...list].sort().join(),
    );
    return found === due ? [] : [`${values.length - 1} projects instead of the ${ids.length} of Clockify`];
  },
  seen: (ground, query) => projects.difference(ground, query),
};

export const SUBJECTS = [entries, projects];
