import type { QueryAccount } from '../../query/query';
import type { EntityKind } from '../../reports/report';
import type { Call, ListedValue } from '../entries';
import { problemIn, type SidebarProblem } from '../problem';
import { words } from '../words';

/** Things of a kind to choose from, as far as they are known. */
export interface List {
  values: ListedValue[];
  /** Whether these are all. */
  complete: boolean;
  loading: boolean;
  problem: SidebarProblem | null;
}

const NONE: List = { values: [], complete: false, loading: false, problem: null };

/** How often a list that is read in parts is asked for: more than any that people have. */
const MOST_PARTS = 60;

/** Lists of people, projects … of accounts, read once and kept while the sidebar is open. */
export class Lists {
  private readonly lists = new Map<string, List>();
  private readonly listeners = new Set<() => void>();

  constructor(private readonly call: Call) {}

  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** The list as it is known. */
  of(accounts: QueryAccount[], kind: EntityKind): List {
    return this.lists.get(keyOf(accounts, kind)) ?? NONE;
  }

  /** Reads a list unless it is known or being read; long ones come in parts. */
  async load(accounts: QueryAccount[], kind: EntityKind): Promise<void> {
    const key = keyOf(accounts, kind);
    const known = this.lists.get(key);
    if (accounts.length === 0 || known?.loading || known?.complete) return;
    const asked = accounts.map(({ login, workspace }) => ({ login, workspace }));
    this.set(key, { ...(known ?? NONE), loading: true, problem: null });
    try {
      for (let part = 0; part < MOST_PARTS; part++) {
        const { values, complete, problems } = await this.call('listValues', { accounts: asked, kind });
        const [problem = null] = problems;
        const loading = !complete && problem === null;
        this.set(key, { values, complete, loading, problem });
        if (!loading) return;
      }
    } catch (error) {
      const { unexpected } = words.problems;
      const problem = problemIn(error, { code: 'unexpected', scope: {}, retry: 'now', ...unexpected });
      this.set(key, { ...(this.lists.get(key) ?? NONE), loading: false, problem });
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
