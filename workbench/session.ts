import { join } from 'node:path';
import type { Answer } from '../src/google/answer';
import type { Progress } from '../src/job/job';
import type { QueryView } from '../src/job/queries';
import type { LoginView } from '../src/logins/manage';
import type { Problem } from '../src/problems/problem';
import type { Query } from '../src/query/query';
import type { OnCall } from './gas/gate';
import { Platform, type PlatformOptions } from './gas/platform';
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
}

/** How an entry point is called. */
export interface CallOptions {
  user?: string;
  onCall?: OnCall;
}

/** The folder of the project, wherever this file was bundled to: who starts it says so, and tests do in test/setup.mjs. */
export const projectRoot = process.env.CLOCKTABLE_ROOT ?? process.cwd();

/** The built add-on in one spreadsheet of the workbench, with typed calls to its entry points. */
export class Session {
  readonly used: Used = { requests: 0, sheetCalls: 0, virtualSeconds: 0, cpuSeconds: 0 };

  private constructor(readonly platform: Platform) {}

  static async open({ clockify, ...options }: SessionOptions): Promise<Session> {
    let platform: Platform | null = null;
    const now = () => platform?.clock.now() ?? Date.now();
    platform = await Platform.open({
      codePath: join(projectRoot, 'dist/Code.js'),
      workerPath: join(projectRoot, '.cache/workbench/gas/worker.mjs'),
      route: routeTo({ url: clockify, now }),
      ...options,
    });
    return new Session(platform);
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
    const finished = await this.platform.run(entry, [JSON.stringify(payload)], { via: 'client', ...options });
    const { ledger } = finished;
    this.used.requests += ledger.requests;
    this.used.sheetCalls += ledger.sheetCalls;
    this.used.virtualSeconds += ledger.virtualMs / 1000;
    this.used.cpuSeconds += ledger.cpuMs / 1000;
    if (!finished.ok)
      throw new Error(finished.error?.message ?? `the execution was ended (${finished.ended})`);
    const answer = JSON.parse(String(finished.value)) as Answer<T>;
    if (!answer.ok) throw new Refused(answer.problem);
    return answer.value;
  }

  addLogin(login: { key: string; name?: string; region?: string }): Promise<LoginView> {
    return this.call('addLogin', login);
  }

  saveQuery(query: Partial<Query>): Promise<Query> {
    return this.call('saveQuery', { query });
  }

  /** Refreshes a query until it is done or failed: steps while there is something to do, lets time pass while there isn't. */
  async refresh(id: string, options: CallOptions = {}): Promise<Progress> {
    let progress = await this.call<Progress>('startRefresh', { query: id }, options);
    while (progress.state === 'reading' || progress.state === 'waiting') {
      if (progress.until !== null) await this.passUntil(progress.until);
      progress = await this.call<Progress>('stepRefresh', { job: progress.job }, options);
    }
    return progress;
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
    const { query } = await this.query(id);
    if (query?.target.kind !== 'placed') throw new Error(`${query?.name ?? id} has no table`);
    const { sheet, row, column, rows, columns } = query.target;
    const tab = this.platform.spreadsheet.tabs().find((candidate) => candidate.id === sheet);
    if (!tab) throw new Error(`the tab of ${query.name} is gone`);
    const a1 = `${letters(column)}${row}:${letters(column + columns - 1)}${row + rows - 1}`;
    const { spreadsheet } = this.platform;
    return {
      tab: tab.name,
      a1,
      values: spreadsheet.values(tab.name, a1),
      shown: spreadsheet.displayed(tab.name, a1),
      formats:
        rows > 1
          ? spreadsheet.formats(
              tab.name,
              `${letters(column)}${row + 1}:${letters(column + columns - 1)}${row + 1}`,
            )[0]
          : [],
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

/** The letters of a column, counted from 1. */
export function letters(column: number): string {
  const rest = column - 1;
  const last = String.fromCharCode(65 + (rest % 26));
  return rest < 26 ? last : letters(Math.floor(rest / 26)) + last;
}
