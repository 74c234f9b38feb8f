import type { QueryView } from '../../src/actions/listQueries';
import type { Progress } from '../../src/job/progress';
import type { LoginView } from '../../src/logins/manage';
import type { Problem } from '../../src/problems/problem';
import type { Period } from '../../src/query/period';
import type { Query } from '../../src/query/query';
import type { QueryState } from '../../src/query/state';
import { reportOf } from '../../src/reports';
import type { Control } from '../clockify/control/client';
import type { FaultRule } from '../clockify/faults';
import { type KeyName, keys } from '../clockify/keys';
import { type Demo, startDemo } from '../clockify/start';
import type { Spreadsheet } from '../gas/spreadsheet';
import {
  type CallOptions,
  projectRoot,
  Refused,
  Session,
  type SessionOptions,
  type TableView,
} from '../session';
import { type Picture, pictureOf } from './picture';

/** The moment at which the tests' clock is pinned. */
export const NOW = Date.parse('2026-07-01T09:00:00Z');

/** The hidden tab in which the add-on keeps its queries. */
export const QUERY_TAB = 'Clocktable (queries)';

/** The hidden tabs, of which no picture of the tables has anything. */
export const HIDDEN_TABS = [QUERY_TAB, 'Clocktable (rows)'];

/** What a note says besides of how its query stands, and while a key is refused: no sign that the table changed. */
const STANDING = /\n▦ (Needs login|State): .*/g;

/** What a test wants a query to ask; what it leaves out is as for a new one. */
export interface Wish {
  name?: string;
  report?: string;
  /** Names of workspaces that the newest login sees, or name and login. */
  accounts?: (string | { name: string; login: LoginView })[];
  /** First and last day. */
  days?: [from: string, to: string];
  period?: Period;
  zone?: string;
  /** Field ids; `all` for all. */
  columns?: string[] | 'all';
  durations?: 'duration' | 'decimal';
  target?: Query['target'];
  /** What else the query asks: grain, filters, split … */
  ask?: Partial<Query>;
}

/** What a test compares to know that a table still stands: cells with their looks, and what the query says of it. */
export interface Standing {
  picture: Picture;
  complete: QueryState['complete'];
}

/**
 * The ground that tests of the whole and campaigns stand on: the built bundle in an empty spreadsheet before a demo Clockify, with a clock that
 * stands at `NOW` and moves only by what calls cost.
 */
export class Ground {
  private demo!: Demo;
  private opened: Session[] = [];
  /** A spreadsheet that nobody works in: while one is open, threads and connections stay for the next. */
  private keeper: Session | null = null;
  private newest: LoginView | null = null;
  /** The spreadsheet that was opened last. */
  session!: Session;

  constructor(private readonly options: Partial<SessionOptions> = {}) {}

  get control(): Control {
    return this.demo.control;
  }

  /** Where the demo listens. */
  get address(): string {
    return this.demo.url;
  }

  /** The spreadsheet as a person has it. */
  get sheet(): Spreadsheet {
    return this.session.platform.spreadsheet;
  }

  async begin(): Promise<void> {
    this.demo = await startDemo({ serverPath: `${projectRoot}/.cache/workbench/clockify/server.mjs` });
    this.keeper = await Session.open({ clockify: this.demo.url, now: NOW });
  }

  async renew(): Promise<void> {
    await this.control.reset();
    await this.control.clearRequests();
    await this.control.clearViolations();
    await this.open();
  }

  /** Closes the spreadsheets of a test; gives the requests in it that broke the contract. */
  async settle(): Promise<unknown[]> {
    await Promise.all(this.opened.splice(0).map((session) => session.close()));
    return this.control.violations();
  }

  async end(): Promise<void> {
    await this.keeper?.close();
    await this.demo?.stop();
  }

  /** Opens another empty spreadsheet, which is the one to work in from then on. */
  async open(options: Partial<SessionOptions> = {}): Promise<Session> {
    this.session = await Session.open({ clockify: this.demo.url, now: NOW, ...this.options, ...options });
    this.opened.push(this.session);
    this.newest = null;
    return this.session;
  }

  /** Makes a copy of the spreadsheet, which is the one to work in from then on. Gives the original. */
  copy(): Session {
    const original = this.session;
    this.session = original.copy();
    this.opened.push(this.session);
    return original;
  }

  /** Goes back to a spreadsheet that is open. */
  turnTo(session: Session): void {
    this.session = session;
  }

  /** Connects with a key of the demo. */
  async login(key: KeyName = 'demo', more: { name?: string; region?: string } = {}): Promise<LoginView> {
    this.newest = await this.session.addLogin({ key: keys[key], ...more });
    return this.newest;
  }

  /** Saves a query; connects with the demo's key first if nobody has. */
  async query(wish: Wish = {}): Promise<Query> {
    const login = this.newest ?? (await this.login());
    return this.session.saveQuery(queryOf(wish, login));
  }

  /** Refreshes a query until it ends. Throws unless its table is complete. */
  async refresh({ id }: Pick<Query, 'id'>, options: CallOptions = {}): Promise<Progress> {
    const progress = await this.session.refresh(id, options);
    if (progress.state !== 'done') throw new Refused(progress.problem as Problem);
    return progress;
  }

  /** Saves a query and fills its table. */
  async fill(wish: Wish = {}): Promise<Query> {
    const query = await this.query(wish);
    await this.refresh(query);
    return query;
  }

  /** The problem that a refresh ends with. Throws when it ends well. */
  async failure({ id }: Pick<Query, 'id'>, options: CallOptions = {}): Promise<Problem> {
    return problemIn(async () => {
      const { problem } = await this.session.refresh(id, options);
      if (problem) throw new Refused(problem);
    });
  }

  table({ id }: Pick<Query, 'id'>): Promise<TableView> {
    return this.session.table(id);
  }

  view({ id }: Pick<Query, 'id'>): Promise<QueryView> {
    return this.session.query(id);
  }

  /** What must be the same before and after a refresh that fails. */
  async standing(query: Pick<Query, 'id'>): Promise<Standing> {
    const { state } = await this.view(query);
    const picture = pictureOf(this.sheet, HIDDEN_TABS);
    for (const tab of Object.values(picture.tabs))
      tab.notes = tab.notes.map((row) => row.map((note) => note?.replace(STANDING, '')));
    return { picture, complete: state.complete };
  }

  /** Breaks an answer of the demo; for ever unless the rule says how often. */
  fault(rule: FaultRule): Promise<void> {
    return this.control.addFault({ times: -1, ...rule });
  }

  /** Requests since the last look, by the name of their operation. */
  async asked(): Promise<string[]> {
    const requests = await this.control.requests();
    await this.control.clearRequests();
    return requests.map(({ operation, path }) => operation ?? path);
  }
}

/** The query that a wish describes, as the sidebar would send it. */
export function queryOf(wish: Wish, login: LoginView): Partial<Query> {
  const report = reportOf(wish.report ?? 'time-entries');
  const chosen = wish.columns === 'all' ? report.fields.map(({ id }) => id) : wish.columns;
  const [from, to] = wish.days ?? ['2026-06-01', '2026-06-30'];
  return {
    version: 2,
    grain: 'each',
    name: wish.name ?? report.title,
    report: report.id,
    accounts: (wish.accounts ?? [login.accounts[0].name]).map((account) =>
      typeof account === 'string' ? accountOf(login, account) : accountOf(account.login, account.name),
    ),
    period: wish.period ?? { kind: 'fixed', from, to },
    zone: wish.zone ?? 'Europe/Berlin',
    columns: (chosen ?? report.defaults).map((field) => ({ field })),
    options: { durations: wish.durations ?? 'duration' },
    target: wish.target ?? { kind: 'new-tab' },
    ...wish.ask,
  };
}

function accountOf(login: LoginView, name: string): Query['accounts'][number] {
  const found = login.accounts.find((account) => account.name === name);
  if (!found) throw new Error(`${login.name} sees no ${name}`);
  return { login: login.id, workspace: found.id, name };
}

/** The problem that `work` ends with. Throws when it ends well, and whatever else it ends with. */
export async function problemIn(work: () => Promise<unknown>): Promise<Problem> {
  try {
    await work();
  } catch (error) {
    if (error instanceof Refused) return error.problem;
    throw error;
  }
  throw new Error('it ended well');
}
