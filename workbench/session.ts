import { join } from 'node:path';
import type { QueryView } from '../src/actions/listQueries';
import type { Answer } from '../src/google/answer';
import type { Progress, Together } from '../src/job/progress';
import type { LoginView } from '../src/logins/manage';
import type { Problem } from '../src/problems/problem';
import type { Query } from '../src/query/query';
import type { OnCall } from './gas/gate';
import type { Ledger } from './gas/ledger';
import { Platform, type PlatformOptions } from './gas/platform';
import type { RunOptions } from './gas/run';
import type { FireOptions, Firing } from './gas/triggers/fire';
import { routeTo } from './route';

/** What executions took, added up. */
export interface Used {
  requests: number;
  sheetCalls: number;
  virtualSeconds: number;
  cpuSeconds: number;
}

/** An entry point answered with a problem. */
export class Refused extends Error {
  constructor(readonly problem: Problem) {
    super(problem.title);
  }
}

export interface SessionOptions extends Partial<PlatformOptions> {
  /** Where Clockify's hosts lead to; null for the real ones. */
  clockify: string | null;
  /** Whether that is a server with a clock of its own: then requests and waits keep to real time too. */
  realTime?: boolean;
}

/** How an entry point is called. */
export interface CallOptions {
  user?: string;
  onCall?: OnCall;
  onEnd?: RunOptions['onEnd'];
}

/** How far a refresh is, of one query or of several. */
export type Extent = Pick<Progress, 'state' | 'rows' | 'rowsExpected' | 'until'>;

function extentOf({ state, queries, until }: Together): Extent {
  const rows = queries.reduce((sum, query) => sum + query.rows, 0);
  return { state, rows, rowsExpected: null, until };
}

/** The folder of the project, wherever this file was bundled to: who starts it says so, and tests do in test/setup.mjs. */
export const projectRoot = process.env.CLOCKTABLE_ROOT ?? process.cwd();

/** The built add-on in one spreadsheet of the workbench, with typed calls to its entry points. */
export class Session {
  /** What is being done, in words; how far the newest refresh is. */
  stage = 'Starting';
  progress: Extent | null = null;
  readonly used: Used = { requests: 0, sheetCalls: 0, virtualSeconds: 0, cpuSeconds: 0 };

  private readonly begun: { virtual: number; real: number };

  private constructor(
    readonly platform: Platform,
    private readonly realTime: boolean,
  ) {
    this.begun = { virtual: platform.clock.now(), real: Date.now() };
  }

  static async open({ clockify, realTime = false, ...options }: SessionOptions): Promise<Session> {
    const platform = await Platform.open({
      codePath: join(projectRoot, 'dist/Code.js'),
      workerPath: join(projectRoot, '.cache/workbench/gas/worker.mjs'),
      route: routeTo(clockify),
      realSleep: realTime,
      ...options,
    });
    return new Session(platform, realTime);
  }

  /** A copy of the spreadsheet, as it is at this moment. */
  copy(): Session {
    return new Session(this.platform.copy(), this.realTime);
  }

  close(): Promise<void> {
    return this.platform.close();
  }

  /** Forgets what executions took so far. */
  reset(): void {
    Object.assign(this.used, { requests: 0, sheetCalls: 0, virtualSeconds: 0, cpuSeconds: 0 });
  }

  /** Calls an entry point as the sidebar would and gives its value. Throws `Refused` for a problem, and what broke it else. */
  async call<T>(entry: string, payload: unknown = {}, options: CallOptions = {}): Promise<T> {
    const finished = await this.platform.run(entry, [JSON.stringify(payload)], {
      via: 'client',
      onCall: this.atCall,
      ...options,
    });
    this.note(finished.ledger);
    if (!finished.ok)
      throw new Error(finished.error?.message ?? `the execution was ended (${finished.ended})`);
    const answer = JSON.parse(String(finished.value)) as Answer<T>;
    if (!answer.ok) throw new Refused(answer.problem);
    return answer.value;
  }

  /** Lets so many milliseconds pass and fires the triggers that fall due meanwhile, also those of copies; says what was fired. */
  async passTime(ms: number, options: FireOptions = {}): Promise<Firing[]> {
    this.stage = 'Letting time pass';
    const firings = await this.platform.passTime(ms, { onCall: this.atCall, ...options });
    for (const { finished } of firings) if (finished) this.note(finished.ledger);
    return firings;
  }

  private get atCall(): OnCall | undefined {
    return this.realTime ? ({ name }) => this.keepPace(name) : undefined;
  }

  private note({ requests, sheetCalls, virtualMs, cpuMs }: Ledger): void {
    this.used.requests += requests;
    this.used.sheetCalls += sheetCalls;
    this.used.virtualSeconds += virtualMs / 1000;
    this.used.cpuSeconds += cpuMs / 1000;
  }

  /** A server's rate limit goes by real time, and so requests to it must: they wait until it has caught up. */
  private async keepPace(call: string): Promise<void> {
    if (!call.startsWith('UrlFetchApp.')) return;
    const ahead = this.platform.clock.now() - this.begun.virtual - (Date.now() - this.begun.real);
    if (ahead > 0) await new Promise((done) => setTimeout(done, ahead));
  }

  addLogin(login: { key: string; name?: string; region?: string }): Promise<LoginView> {
    this.stage = 'Logging in';
    return this.call('addLogin', login);
  }

  saveQuery(query: Partial<Query>): Promise<Query> {
    this.stage = 'Saving the query';
    return this.call('saveQuery', { query });
  }

  /** Refreshes a query until it is done or failed: steps while there is something to do, lets time pass while there isn't. */
  async refresh(id: string, options: CallOptions = {}): Promise<Progress> {
    this.stage = 'Refreshing';
    let progress = await this.call<Progress>('startRefresh', { query: id }, options);
    this.progress = progress;
    while (progress.state === 'reading' || progress.state === 'waiting') {
      if (progress.until !== null) await this.passUntil(progress.until);
      progress = await this.call<Progress>('stepRefresh', { job: progress.job }, options);
      this.progress = progress;
    }
    return progress;
  }

  /** Refreshes several queries as one job until each has ended, well or not. */
  async refreshTogether(ids: string[], options: CallOptions = {}): Promise<Together> {
    this.stage = 'Refreshing';
    let together = await this.call<Together>('startRefreshes', { queries: ids }, options);
    this.progress = extentOf(together);
    while (together.state !== 'done') {
      if (together.until !== null) await this.passUntil(together.until);
      together = await this.call<Together>('stepRefreshes', { job: together.job }, options);
      this.progress = extentOf(together);
    }
    return together;
  }

  private async passUntil(moment: number): Promise<void> {
    const { clock } = this.platform;
    const wait = Math.max(0, moment - clock.now());
    await this.platform.reallySleep(wait);
    if (moment > clock.now()) clock.advance(moment - clock.now());
  }

  async query(id: string): Promise<QueryView> {
    const views = await this.call<QueryView[]>('listQueries');
    const view = views.find((candidate) => candidate.id === id);
    if (!view) throw new Error(`no query ${id}`);
    return view;
  }

  /** The table of a query as it is in the spreadsheet now. */
  async table(id: string): Promise<TableView> {
    const { place, name } = await this.query(id);
    if (place === null) throw new Error(`${name} has no table`);
    const a1 = place.address.slice(place.address.lastIndexOf('!') + 1);
    const { spreadsheet } = this.platform;
    const formats = spreadsheet.formats(place.tab, a1);
    return {
      tab: place.tab,
      a1,
      values: spreadsheet.values(place.tab, a1),
      shown: spreadsheet.displayed(place.tab, a1),
      formats: formats[1] ?? [],
    };
  }
}

/** A table with its header row: values as the cells hold them, texts as the grid shows them, and each column's format. */
export interface TableView {
  tab: string;
  a1: string;
  values: (string | number | boolean)[][];
  shown: string[][];
  formats: string[];
}
