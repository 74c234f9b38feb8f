import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { LoginView } from '../src/logins/manage';
import { type Problem, ProblemError } from '../src/problems/problem';
import type { Query } from '../src/query/query';
import { reportOf } from '../src/reports';
import { keys } from './clockify/keys';
import { type Demo, startDemo } from './clockify/start';
import { csv, json, preview } from './print';
import { projectRoot, Refused, Session } from './session';
import { BadWords, type ReportOptions, readWords } from './words';

/** The one line that `report` prints. */
interface Result {
  ok: boolean;
  rows: number;
  requests: number;
  sheetCalls: number;
  virtualSeconds: number;
  cpuSeconds: number;
  peakMb: number;
  warnings: string[];
  problem: Problem | null;
}

/**
 * `report`: logs in, saves a query and refreshes it, with the built bundle in the workbench; prints one JSON line. Exit code
 * 0 only when the table is complete.
 */
export async function main(words: string[]): Promise<number> {
  let options: ReportOptions;
  try {
    options = readWords(words);
  } catch (error) {
    if (!(error instanceof BadWords)) throw error;
    return finish(failed(badWords(error.message)));
  }
  const demo =
    options.clockify === 'demo'
      ? await startDemo({ serverPath: `${projectRoot}/.cache/workbench/clockify/server.mjs` })
      : null;
  const session = await openSession(options, demo);
  try {
    return finish(await fill(session, options, demo, words.length === 0));
  } finally {
    await session.close();
    await demo?.stop();
  }
}

function openSession({ clockify, locale, now }: ReportOptions, demo: Demo | null): Promise<Session> {
  const address = clockify === 'live' ? null : (demo?.url ?? clockify);
  // Another server's waits are real ones; the demo goes by the workbench's clock.
  return Session.open({ clockify: address, locale, now, cpuFactor: 3, realTime: demo === null });
}

async function fill(
  session: Session,
  options: ReportOptions,
  demo: Demo | null,
  show: boolean,
): Promise<Result> {
  const result: Result = { ...failed(null), ok: false };
  try {
    const key = process.env.CLOCKIFY_API_KEY ?? (demo ? keys.demo : '');
    const login = await session.addLogin({ key, region: options.region });
    const query = await session.saveQuery(queryOf(options, login));
    // Sheet calls are those of the refresh; the other figures are those of the whole command.
    session.used.sheetCalls = 0;
    const progress = await session.refresh(query.id);
    Object.assign(result, { ok: progress.state === 'done', rows: progress.rows });
    Object.assign(result, { warnings: progress.warnings, problem: progress.problem });
    if (!result.ok) result.rows = 0;
    else await hand(session, query, options, show);
  } catch (error) {
    if (!(error instanceof Refused || error instanceof ProblemError)) throw error;
    Object.assign(result, { ok: false, rows: 0, problem: error.problem });
  }
  const { requests, sheetCalls, virtualSeconds, cpuSeconds } = session.used;
  return {
    ...result,
    requests,
    sheetCalls,
    virtualSeconds: rounded(virtualSeconds),
    cpuSeconds: rounded(cpuSeconds),
  };
}

/** The query that the options describe; what they leave open is as in the file, else as for a new query. */
function queryOf(options: ReportOptions, login: LoginView): Partial<Query> {
  const stored = options.query === undefined ? {} : readQueryFile(options.query);
  const id = options.report ?? stored.report ?? 'time-entries';
  const report = reportOf(id);
  const chosen = options.columns === 'all' ? report.fields.map((field) => field.id) : options.columns;
  const sameReport = stored.report === undefined || stored.report === id;
  const columns = chosen?.map((field) => ({ field })) ?? (sameReport ? stored.columns : undefined);
  return {
    version: 1,
    name: report.title,
    options: { durations: 'duration' },
    ...stored,
    id: undefined,
    report: id,
    accounts: accountsOf(options, login, stored),
    period: options.period ?? stored.period ?? { kind: 'preset', preset: 'last-month' },
    zone: options.zone ?? stored.zone ?? login.timeZone,
    columns: columns ?? report.defaults.map((field) => ({ field })),
    target: { kind: 'new-tab' },
  };
}

function accountsOf(
  { accounts }: ReportOptions,
  login: LoginView,
  stored: Partial<Query>,
): Query['accounts'] {
  const wanted =
    accounts.length > 0 ? accounts : (stored.accounts?.map(({ workspace }) => workspace) ?? suggested(login));
  return wanted.map((wish) => {
    const byId = login.accounts.filter((account) => account.id === wish);
    const found =
      byId.length > 0 ? byId : login.accounts.filter(({ name }) => name.toLowerCase() === wish.toLowerCase());
    if (found.length !== 1) throw new Refused(accountUnknown(login, wish, found.length));
    return { login: login.id, workspace: found[0].id, name: found[0].name };
  });
}

/** The account to begin with: the one that the key's owner works in, else the first. */
function suggested({ accounts, activeWorkspace }: LoginView): string[] {
  return [(accounts.find(({ id }) => id === activeWorkspace) ?? accounts[0]).id];
}

function readQueryFile(file: string): Partial<Query> {
  try {
    const stored: unknown = JSON.parse(readFileSync(resolve(file), 'utf8'));
    if (typeof stored === 'object' && stored !== null && !Array.isArray(stored)) return stored;
  } catch (error) {
    throw new Refused(badWords(`--query ${file}: ${(error as Error).message}`));
  }
  throw new Refused(badWords(`--query ${file}: no query in it`));
}

/** Hands the table over as asked: to files, and to whoever runs the command for the first time. */
async function hand(session: Session, query: Query, options: ReportOptions, show: boolean): Promise<void> {
  if (options.csv === undefined && options.json === undefined && !show) return;
  const table = await session.table(query.id);
  if (options.csv !== undefined) writeFile('--csv', options.csv, csv(table.shown));
  if (options.json !== undefined) writeFile('--json', options.json, json(table));
  if (show) process.stderr.write(`${preview(table, query)}\n`);
}

function writeFile(option: string, file: string, text: string): void {
  try {
    writeFileSync(resolve(file), text);
  } catch (error) {
    throw new Refused(badWords(`${option} ${file}: ${(error as Error).message}`));
  }
}

function finish(result: Result): number {
  process.stdout.write(
    `${JSON.stringify({ ...result, peakMb: Math.round(process.resourceUsage().maxRSS / 1024) })}\n`,
  );
  return result.ok ? 0 : 1;
}

function failed(problem: Problem | null): Result {
  const nothing = { rows: 0, requests: 0, sheetCalls: 0, virtualSeconds: 0, cpuSeconds: 0, peakMb: 0 };
  return { ok: false, ...nothing, warnings: [], problem };
}

function rounded(seconds: number): number {
  return Math.round(seconds * 1000) / 1000;
}

function badWords(reason: string): Problem {
  return {
    code: 'arguments-invalid',
    scope: {},
    title: `The command can't be followed: ${reason}.`,
    remedy: 'The README lists the options.',
    retry: 'never',
  };
}

function accountUnknown(login: LoginView, wish: string, found: number): Problem {
  const names = login.accounts.map(({ name }) => name).join(', ');
  return {
    code: 'workspace-gone',
    scope: { login: login.name, workspace: wish },
    title:
      found === 0
        ? `${login.name} sees no workspace ${wish}.`
        : `${login.name} sees ${found} workspaces called ${wish}.`,
    remedy: found === 0 ? `It sees ${names}.` : 'Give the id of the one you mean.',
    retry: 'never',
  };
}
