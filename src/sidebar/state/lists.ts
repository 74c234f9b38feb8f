import type { QueryAccount } from '../../query/query';
import type { EntityKind } from '../../reports/report';
import type { Call, ListedValues } from '../entries';
import { problemIn, type SidebarProblem } from '../problem';
import { words } from '../words';

/** Things of a kind to choose from, as far as they are known. */
export interface List {
  values: ListedValues['values'];
  /** Whether these are all. */
  complete: boolean;
  loading: boolean;
  problem: SidebarProblem | null;
}

const NONE: List = { values: [], complete: false, loading: true, problem: null };

/**
 * Lists of people, projects … of accounts, read once and kept while the sidebar is open. Those that are too long to be read
 * whole are searched by what is typed, and what was found is kept too.
 */
export class Lists {
  private readonly lists = new Map<string, List>();
  private readonly searched = new Set<string>();
  private readonly listeners = new Set<() => void>();

  constructor(private readonly call: Call) {}

  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** The list as it is known; asks for it when it isn't. */
  of(accounts: QueryAccount[], kind: EntityKind): List {
    return this.lists.get(keyOf(accounts, kind)) ?? NONE;
  }

  /** Reads a list unless it is known or being read. */
  async load(accounts: QueryAccount[], kind: EntityKind): Promise<void> {
    const known = this.lists.get(keyOf(accounts, kind));
    if (accounts.length > 0 && (known === undefined || known.problem !== null))
      await this.read(accounts, kind);
  }

  /** Finds more by a text, in a list that isn't known whole. */
  async search(accounts: QueryAccount[], kind: EntityKind, text: string): Promise<void> {
    const key = keyOf(accounts, kind);
    const known = this.lists.get(key);
    const sought = `${key} ${text}`;
    if (!known || known.complete || known.loading || text === '' || this.searched.has(sought)) return;
    this.searched.add(sought);
    await this.read(accounts, kind, text);
  }

  private async read(accounts: QueryAccount[], kind: EntityKind, search?: string): Promise<void> {
    const key = keyOf(accounts, kind);
    const before = this.lists.get(key) ?? NONE;
    this.set(key, { ...before, loading: true, problem: null });
    try {
      const asked = accounts.map(({ login, workspace }) => ({ login, workspace }));
      const { values, complete } = await this.call('listValues', { accounts: asked, kind, search });
      const known = new Set(before.values.map(({ id }) => id));
      const all = [...before.values, ...values.filter(({ id }) => !known.has(id))];
      this.set(key, {
        values: all,
        complete: complete && search === undefined,
        loading: false,
        problem: null,
      });
    } catch (error) {
      const problem = problemIn(error, {
        code: 'unexpected',
        scope: {},
        retry: 'now',
        ...words.problems.unexpected,
      });
      this.set(key, { ...before, loading: false, problem });
    }
  }

  private set(key: string, list: List): void {
    this.lists.set(key, list);
    for (const listener of this.listeners) listener();
  }
}

function keyOf(accounts: QueryAccount[], kind: EntityKind): string {
  const names = accounts.map(({ login, workspace }) => `${login}/${workspace}`);
  return [kind, ...names.sort()].join(' ');
}
