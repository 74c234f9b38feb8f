import type { Progress } from '../../src/job/progress';
import type { Query } from '../../src/query/query';
import type { QueryState } from '../../src/query/state';
import type { Rect } from '../gas/a1';
import type { Session } from '../session';
import { HIDDEN_TABS, QUERY_TAB } from './ground';
import { type Picture, pictureOf, type TabPicture } from './picture';

/*
 * What a refresh may leave behind, whatever interrupted it.
 */

/** The tables as they can be compared between two refreshes: all but the notes, which say when. */
export interface Tables {
  tabs: Record<string, Omit<TabPicture, 'notes' | 'rows' | 'columns'>>;
  names: Picture['names'];
}

export function tablesOf({ platform }: Session): Tables {
  const { tabs, names } = pictureOf(platform.spreadsheet, HIDDEN_TABS);
  const comparable = Object.entries(tabs).map(([name, { notes: _, rows, columns, ...tab }]) => [name, tab]);
  return { tabs: Object.fromEntries(comparable), names };
}

/** What a person sees of all cells that hold something: their values, formulas, formats and colours. */
export function shownIn(session: Session): string[] {
  return Object.entries(tablesOf(session).tabs).flatMap(([tab, { values, formulas, formats, backgrounds }]) =>
    values.flatMap((row, at) =>
      row.flatMap((value, column) =>
        value === '' && formulas[at]?.[column] === ''
          ? []
          : [
              [
                tab,
                at,
                column,
                value,
                formulas[at]?.[column],
                formats[at]?.[column],
                backgrounds[at]?.[column],
              ].join('|'),
            ],
      ),
    ),
  );
}

/** Whether an execution ended in the middle of a commit, as the journal tells it. */
export function repairing({ platform }: Session): boolean {
  return platform
    .properties('document')
    .keys()
    .some((name) => name.startsWith('commit.'));
}

/** What the hidden sheet says of a query. */
export function stateOf({ platform }: Session, { id }: { id: string }): QueryState {
  const row = platform.spreadsheet.values(QUERY_TAB).find(([first]) => first === id);
  if (!row) throw new Error(`no query ${id}`);
  return JSON.parse(String(row[3])) as QueryState;
}

/** Looks at what interruptions of one thing leave behind. */
export interface Witness {
  /** What is wrong right after an interruption; empty when all is well. */
  during(progress: Progress | null): string[];
  /** What is wrong once it was made good. */
  after(): string[];
}

/** What stood before a refresh and what stands after it. */
export interface Due {
  query: Pick<Query, 'id'>;
  old: Tables;
  done: Tables;
  before: QueryState;
  /** How many columns beside a table belong to its rows and travel with them. */
  beside?: number;
}

/** Holds that a query's table is the old or the new one, or known to be neither, and that nobody else's cell changed. */
export function witnessOf(session: Session, due: Due): Witness {
  return {
    during: (progress) => faultsAfter(session, due, progress),
    after: () => faultsOfRepair(session, due),
  };
}

/**
 * The same of several queries, each of which has a tab named like itself: every single table is the old or the new one, or
 * the journal names its query. What stands when this is made is what was complete before.
 */
export function witnessOfTabs(
  session: Session,
  queries: readonly Pick<Query, 'id' | 'name'>[],
  old: Tables,
  done: Tables,
): Witness {
  const [oldTabs, doneTabs] = [textsOf(old), textsOf(done)];
  const completeOf = (query: Pick<Query, 'id'>) => JSON.stringify(stateOf(session, query).complete);
  const before = new Map(queries.map((query) => [query.id, completeOf(query)]));
  return {
    during() {
      const now = textsOf(tablesOf(session));
      const journal = session.platform.properties('document').keys();
      return queries.flatMap((query) => {
        const { id, name } = query;
        const isNew = now.get(name) === doneTabs.get(name);
        const known = isNew || now.get(name) === oldTabs.get(name) || journal.includes(`commit.${id}`);
        return [
          ...(known ? [] : [`${name} is mixed without a sign`]),
          ...(isNew || completeOf(query) === before.get(id) ? [] : [`${name} is called fresh and isn't new`]),
        ];
      });
    },
    after() {
      const now = textsOf(tablesOf(session));
      const wrong = queries.filter(({ name }) => now.get(name) !== doneTabs.get(name));
      return [
        ...wrong.map(({ name }) => `${name} is not the new table`),
        ...(repairing(session) ? ['still in the journal'] : []),
      ];
    },
  };
}

/** What each tab holds and how it looks, by its name. */
function textsOf({ tabs }: Tables): Map<string, string> {
  return new Map(Object.entries(tabs).map(([name, tab]) => [name, JSON.stringify(tab)]));
}

function faultsAfter(
  session: Session,
  { query, old, done, before, beside = 0 }: Due,
  progress: Progress | null,
) {
  const now = JSON.stringify(tablesOf(session));
  const isOld = now === JSON.stringify(old);
  const isNew = now === JSON.stringify(done);
  const fresh = JSON.stringify(stateOf(session, query).complete) !== JSON.stringify(before.complete);
  const faults = foreignFaults(session, old, done, beside);
  if (progress?.state === 'done' && !isNew) faults.push('answered "done", but it is not the new table');
  if (repairing(session)) return faults;
  if (!isOld && !isNew) faults.push('a mixed table without a sign');
  if (fresh && !isNew) faults.push('called fresh, but it is not the new table');
  return faults;
}

function faultsOfRepair(session: Session, { query, done }: Due): string[] {
  const now = tablesOf(session);
  const { complete, problem } = stateOf(session, query);
  return [
    ...(repairing(session) ? ['still in the journal'] : []),
    ...(complete === null || problem !== null ? ['not called fresh, though it is'] : []),
    ...(JSON.stringify(now) === JSON.stringify(done)
      ? []
      : [`not the new table: ${firstDifference(now, done)}`]),
  ];
}

/** Cells of others that are not what they were: all cells of a tab that no table has, neither before nor after. */
function foreignFaults({ platform }: Session, old: Tables, done: Tables, beside: number): string[] {
  const { spreadsheet } = platform;
  const tables = [...old.names, ...done.names];
  const changed = Object.entries(old.tabs).flatMap(([tab, { values }]) => {
    if (!spreadsheet.tabs().some(({ name }) => name === tab)) return [`${tab} is gone`];
    const now = spreadsheet.values(tab);
    const rows = Math.max(values.length, now.length);
    const columns = Math.max(values[0]?.length ?? 0, now[0]?.length ?? 0);
    const cells = Array.from({ length: rows * columns }, (_, at) => [Math.floor(at / columns), at % columns]);
    return cells
      .filter(([row, column]) => (values[row]?.[column] ?? '') !== (now[row]?.[column] ?? ''))
      .filter(
        ([row, column]) => !tables.some((name) => name.tab === tab && covers(name.rect, beside, row, column)),
      )
      .map(([row, column]) => `${tab}, row ${row + 1}, column ${column + 1}`);
  });
  return changed.length > 0 ? [`cells of others changed: ${changed.slice(0, 3).join('; ')}`] : [];
}

/** Whether a block, which counts from 1, has a cell, which counts from 0, in itself or so many columns beside it. */
function covers(rect: Rect | undefined, beside: number, row: number, column: number): boolean {
  if (!rect) return false;
  const [down, across] = [row + 1 - rect.row, column + 1 - rect.column];
  return down >= 0 && down < rect.rows && across >= 0 && across < rect.columns + beside;
}

function firstDifference(now: Tables, done: Tables): string {
  const tabs = (tables: Tables) => Object.keys(tables.tabs).join();
  if (tabs(now) !== tabs(done)) return `tabs ${tabs(now)}`;
  if (JSON.stringify(now.names) !== JSON.stringify(done.names)) return JSON.stringify(now.names);
  for (const [name, tab] of Object.entries(done.tabs)) {
    for (const key of Object.keys(tab) as (keyof typeof tab)[]) {
      const [found, due] = [JSON.stringify(now.tabs[name][key]), JSON.stringify(tab[key])];
      if (found !== due)
        return `${key} of ${name}: ${found.slice(0, 200)} … instead of ${due.slice(0, 200)} …`;
    }
  }
  return 'nothing';
}
