import type { QueryView } from '../../actions/listQueries';
import type { Overview } from '../../actions/overview';
import type { LoginView } from '../../logins/manage';
import type { Query } from '../../query/query';
import type { Call, Selection } from '../entries';
import { confidentialTitles } from '../model/columns';
import type { Draft } from '../model/draft';
import { receivedQueries } from '../model/received';
import { isStale } from '../model/stale';
import { isActive, isLong } from '../model/status';
import { problemIn } from '../problem';
import { words } from '../words';
import { agreeTo } from './agreeing';
import { Lists } from './lists';
import { Runner } from './runner';
import { type Question, type Screen, type State, Store } from './state';
import { askWhetherItWakes, wakeSchedules } from './waking';

/** What the sidebar does to the world, and the world to it. */
export interface World {
  call: Call;
  now(): number;
  after(milliseconds: number, work: () => void): () => void;
}

/** How often a script that couldn't be reached is tried again, in milliseconds. */
const PROBE_EVERY = 4000;

/** What the sidebar does: each changes the state, and none rejects unless it says so. */
export class App {
  readonly store = new Store();
  readonly runner: Runner;
  readonly lists: Lists;
  readonly call: Call;
  private noticeEnds: (() => void) | null = null;
  /** The queries that were asked to be refreshed since all was quiet. */
  private batch: string[] = [];
  /** Those of them that had no table yet. */
  private readonly firsts = new Set<string>();
  /** How many of them waited for an agreement instead. */
  private skipped = 0;
  private askedWhetherItWakes = false;

  /** Calls back after some milliseconds; returns a cancel function. */
  after(milliseconds: number, work: () => void): () => void {
    return this.world.after(milliseconds, work);
  }

  constructor(private readonly world: World) {
    this.call = async (entry, payload) => {
      try {
        const value = await world.call(entry, payload);
        this.reached(true);
        return value;
      } catch (error) {
        this.reached(problemOf(error).code !== 'offline');
        throw error;
      }
    };
    this.lists = new Lists(this.call);
    this.runner = new Runner({
      call: this.call,
      now: () => this.now(),
      clock: world.now,
      after: world.after,
      changed: (runs) => {
        this.store.set({ runs });
        this.askOnceWhetherItWakes();
      },
      ended: (run) => {
        const name = this.view(run.query)?.name ?? '';
        if (run.phase === 'done') {
          this.say(words.query.finished(name, run.progress?.rows ?? 0));
          this.showFirstTable(run.query);
        }
        if (run.phase === 'failed') this.say(words.query.failed(name));
        this.tellBatch();
        void this.readQueries();
        // Clockify's no to a key marks its login, and with it all that reads with it; others stop sharing theirs.
        const stale = ['key-refused', 'login-unknown'].includes(run.problem?.code ?? '');
        // What is refreshed with a marked login was mended in another window.
        const mended =
          run.phase === 'done' && this.state.overview.logins.some((login) => login.refusedAt !== null);
        if (stale || mended) void this.readLogins();
        // Clockify gave less than was asked for: what is known of the account may be true no more.
        else if (run.problem?.code === 'forbidden' || run.progress?.warnings.length) void this.freshen();
      },
    });
  }

  get state(): State {
    return this.store.state;
  }

  /** The script's clock, as far as the last overview tells. */
  now(): number {
    const { overview, readAt } = this.state;
    return this.world.now() + (overview.now ? overview.now - readAt : 0);
  }

  /**
   * Takes notice of whether the script can be reached. While it can't, it is asked again and again; when it can, what stopped
   * for want of it goes on.
   */
  reached(online: boolean): void {
    if (online === this.state.online) return;
    this.store.set({ online });
    if (!online) {
      this.probe();
      return;
    }
    if (this.state.failure?.problem.code === 'offline') this.store.set({ failure: null });
    this.runner.resume();
    if (this.state.phase === 'ready') void this.readQueries();
    if (this.state.phase === 'failed') void this.load();
  }

  private probe(): void {
    this.world.after(PROBE_EVERY, () => {
      if (this.state.online) return;
      this.call('readSelection', {}).then(
        () => undefined,
        () => this.probe(),
      );
    });
  }

  /** Shows a table that was just written for the first time, to whoever waits for it. */
  private showFirstTable(id: string): void {
    const { screens } = this.state;
    const front = screens[screens.length - 1];
    const first = this.firsts.delete(id);
    if (first && front.name === 'query' && front.id === id) this.showTable(id).catch(() => undefined);
  }

  /** Brings the table of a query into view; its tab is the one in front then. Rejects with `CallFailed`. */
  async showTable(id: string): Promise<void> {
    await this.call('goToTable', { query: id });
    await this.readSelection();
  }

  /** Reads all that the sidebar begins with and shows the screen to begin with. */
  async load(): Promise<void> {
    this.store.set({ phase: 'loading', failure: null });
    try {
      this.took(await this.call('loadOverview', {}));
      this.store.set({ phase: 'ready', screens: this.firstScreens() });
      void this.findWaiting();
      void wakeSchedules(this);
      if (isStale(this.state.overview.logins, this.now())) void this.freshen();
    } catch (error) {
      this.store.set({
        phase: 'failed',
        failure: { problem: problemOf(error), again: () => void this.load() },
      });
    }
    void this.readSelection();
  }

  /** What waits for long goes on without the sidebar where something wakes it: that is asked before it is promised. */
  private askOnceWhetherItWakes(): void {
    const waits = Object.values(this.state.runs).some(
      ({ phase, progress }) => phase === 'waiting' && isLong(progress?.until ?? 0, this.now()),
    );
    if (waits && !this.askedWhetherItWakes) void askWhetherItWakes(this);
    this.askedWhetherItWakes = waits;
  }

  private async findWaiting(): Promise<void> {
    try {
      this.runner.adopt(await this.call('listWaiting', {}));
    } catch {
      // They are found the next time; each can be refreshed by hand until then.
    }
  }

  /** Has what is known of accounts read again where it is old or was contradicted; nobody waits for it. */
  private async freshen(): Promise<void> {
    try {
      this.patch({ logins: await this.call('freshenAccounts', {}) });
    } catch {
      // What is shown stays; it is read again the next time.
    }
  }

  private firstScreens(): Screen[] {
    const { logins, queries } = this.state.overview;
    if (queries.length > 0) return [{ name: 'home' }];
    return [{ name: logins.length > 0 ? 'start' : 'connect' }];
  }

  private took(overview: Overview): void {
    const queries = receivedQueries(overview.queries);
    this.store.set({ overview: { ...overview, queries }, readAt: this.world.now() });
  }

  /** Reads everything again and stays where it is. */
  reload(): Promise<void> {
    return this.attempt(async () => this.took(await this.call('loadOverview', {})));
  }

  async readQueries(): Promise<void> {
    try {
      const queries = await this.call('listQueries', {});
      this.patch({ queries: receivedQueries(queries) });
    } catch {
      // What is shown stays; the next reading brings it up to date.
    }
  }

  async readLogins(): Promise<void> {
    const before = this.state.overview.logins;
    try {
      const logins = await this.call('listLogins', {});
      // What was changed here meanwhile is newer than what was read.
      if (this.state.overview.logins === before) this.patch({ logins });
    } catch {
      // What is shown stays; the next reading brings it up to date.
    }
  }

  async readSelection(): Promise<Selection | null> {
    try {
      const selection = await this.call('readSelection', {});
      this.store.set({ selection });
      return selection;
    } catch {
      return this.state.selection;
    }
  }

  patch(change: Partial<Overview>): void {
    this.store.set({ overview: { ...this.state.overview, ...change } });
  }

  view(id: string): QueryView | undefined {
    return this.state.overview.queries.find((view) => view.id === id);
  }

  /** Does `work`; a failure is shown at the top of the screen. */
  async attempt(work: () => Promise<unknown>): Promise<void> {
    this.store.set({ failure: null });
    try {
      await work();
    } catch (error) {
      const problem = problemOf(error);
      const again = problem.retry === 'never' ? null : () => void this.attempt(work);
      this.store.set({ failure: { problem, again } });
    }
  }

  go(...screens: Screen[]): void {
    this.store.set({ screens: [...this.state.screens, ...screens], failure: null, notice: '' });
  }

  /** Leaves the screen in front as it is now, for when somebody comes back to it. */
  keep(screen: Screen): void {
    this.store.set({ screens: [...this.state.screens.slice(0, -1), screen] });
  }

  /** Shows a screen that one step back leads to the list from. */
  show(...screens: Screen[]): void {
    this.store.set({ screens: [{ name: 'home' }, ...screens], failure: null });
  }

  /** Shows the screen to begin with. */
  begin(): void {
    this.store.set({ screens: this.firstScreens(), failure: null });
  }

  /** Takes in a login that was not connected here. Where it is the first, one step back leads to what it is for. */
  add(login: LoginView): void {
    const { overview, screens } = this.state;
    const others = overview.logins.filter(({ id }) => id !== login.id);
    this.patch({ logins: [...others, login] });
    if (screens[0].name === 'connect')
      this.store.set({ screens: [...this.firstScreens(), screens[screens.length - 1]] });
  }

  back(): void {
    const { screens } = this.state;
    if (screens.length > 1) this.store.set({ screens: screens.slice(0, -1), failure: null });
  }

  /** Asks and waits for the answer: a text (empty for a plain yes), or null for no. */
  ask(question: Question): Promise<string | null> {
    return new Promise((resolve) => {
      const answer = (text: string | null) => {
        this.store.set({ question: null });
        resolve(text);
      };
      this.store.set({ question: { ...question, answer } });
    });
  }

  /** Says what was just done, to eyes and ears. */
  say(notice: string): void {
    this.noticeEnds?.();
    this.store.set({ notice });
    this.noticeEnds = this.world.after(6000, () => this.store.set({ notice: '' }));
  }

  /** Saves a draft and returns the query as it was kept. */
  async save(draft: Draft): Promise<Query> {
    const query = await this.call('saveQuery', { query: draft });
    const { queries } = this.state.overview;
    const known = this.view(query.id);
    const blank = { complete: null, warnings: [], problem: null, problemAt: null };
    const view: QueryView = known
      ? { ...known, name: query.name, query, problem: null, agreement: null }
      : {
          id: query.id,
          name: query.name,
          query,
          problem: null,
          state: blank,
          place: null,
          repairing: false,
          agreement: null,
          schedule: null,
        };
    const others = known
      ? queries.map((other) => (other.id === query.id ? view : other))
      : [...queries, view];
    this.patch({ queries: others });
    return query;
  }

  /** Says how it went when the last of several has ended. */
  private tellBatch(): void {
    const runs = this.batch.map((id) => this.state.runs[id]);
    if (runs.some((run) => run && isActive(run))) return;
    if (runs.length > 1)
      this.say(
        words.home.batch(runs.filter((run) => run?.phase === 'done').length, runs.length, this.skipped),
      );
    this.batch = [];
    this.skipped = 0;
  }

  /**
   * Refreshes queries, after saying once who will see their amounts. One that others changed is asked about first when it is
   * the only one, and left out of several. Returns whether any began.
   */
  async refresh(asked: string[]): Promise<boolean> {
    const changed = asked.filter((id) => this.waitsForAgreement(id));
    if (
      asked.length === 1 &&
      changed.length === 1 &&
      !(await this.agreed(asked, words.agreement.agreeAndRefresh))
    )
      return false;
    const ids = asked.length === 1 ? asked : asked.filter((id) => !changed.includes(id));
    if (asked.length > 1 && changed.length > 0) {
      this.skipped += changed.length;
      this.say(words.agreement.skipped(changed.length));
    }
    if (ids.length === 0) return false;
    const columns = ids.flatMap((id) => this.amountsOf(this.view(id)?.query ?? null));
    if (!(await this.mayShow([...new Set(columns)]))) return false;
    this.batch = [...new Set([...this.batch, ...ids])];
    for (const id of ids) if (this.view(id)?.state.complete === null) this.firsts.add(id);
    this.runner.enqueue(ids);
    return true;
  }

  private waitsForAgreement(id: string): boolean {
    const view = this.view(id);
    return view !== undefined && view.agreement !== null;
  }

  /** Whether queries are as we agreed to, after asking where others changed them. */
  async agreed(ids: string[], go = words.agreement.agree): Promise<boolean> {
    let agreed = false;
    await this.attempt(async () => {
      agreed = await agreeTo(this, ids, go);
    });
    return agreed;
  }

  /** Whether amounts may land in the spreadsheet: asked once. */
  async mayShow(titles: string[]): Promise<boolean> {
    if (titles.length === 0 || this.state.overview.amountsTold) return true;
    if ((await this.ask({ kind: 'amounts', titles })) === null) return false;
    this.patch({ amountsTold: true });
    this.call('acknowledgeAmounts', {}).catch(() => this.patch({ amountsTold: false }));
    return true;
  }

  amountsOf(query: Pick<Query, 'columns' | 'report'> | null): string[] {
    const report = this.state.overview.reports.find(({ id }) => id === query?.report);
    return query ? confidentialTitles(query.columns, report) : [];
  }
}

function problemOf(error: unknown) {
  return problemIn(error, { code: 'unexpected', scope: {}, retry: 'now', ...words.problems.unexpected });
}
