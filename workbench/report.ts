import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { LoginView } from '../src/logins/manage';
import { type Problem, ProblemError, problemOf } from '../src/problems/problem';
import type { Query } from '../src/query/query';
import { fieldsOf, reportOf } from '../src/reports';
import { type ReportOptions, readArgs } from './args';
import { keys } from './clockify/keys';
import { type Demo, startDemo } from './clockify/start';
import { csv } from './csv';
import { assertWritable, reasonOf } from './fileError';
import { reportHelp } from './help';
import { BadArguments } from './parse';
import { json, preview } from './print';
import { jsonLine, printable } from './printable';
import { accountUnknown, badArguments, columnUnknown, keyMissing, nobodyThere } from './problems';
import { projectRoot, Refused, Session } from './session';
import { stageOf } from './stage';
import { Ticker } from './ticker';

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
export async function main(args: string[]): Promise<number> {
  try {
    const options = readArgs(args);
    if (options.help) {
      process.stdout.write(reportHelp());
      return 0;
    }
    assertFiles(options);
    return finish(await run(options, args.length === 0));
  } catch (error) {
    if (error instanceof BadArguments) return finish(failed(badArguments(error.message)));
    const problem = problemOf(error);
    process.stderr.write(`${printable(problem.cause ?? '')}\n`);
    return finish(failed(problem));
  }
}

/** Throws `BadArguments` for a file that can't be written: better before anything is asked than after. */
function assertFiles({ csv: csvFile, json: jsonFile }: ReportOptions): void {
  for (const [option, file] of [
    ['--csv', csvFile],
    ['--json', jsonFile],
  ] as const) {
    try {
      if (file !== undefined) assertWritable(resolve(file));
    } catch (error) {
      throw new BadArguments(`${option} ${file}: ${reasonOf(error)}`);
    }
  }
}

async function run(options: ReportOptions, show: boolean): Promise<Result> {
  const demo =
    options.clockify === 'demo'
      ? await startDemo({ serverPath: `${projectRoot}/.cache/workbench/clockify/server.mjs` })
      : null;
  const session = await openSession(options, demo);
  const ticker = new Ticker(() => stageOf(session));
  try {
    return await fill(session, options, demo, show);
  } finally {
    ticker.stop();
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
    if (key === '') throw new Refused(keyMissing());
    const stored = options.query === undefined ? {} : readQueryFile(options.query);
    assertColumns(options, stored);
    const login = await session.addLogin({ key, region: options.region });
    const query = await session.saveQuery(queryOf(options, stored, login));
    // Sheet calls are those of the refresh; the other figures are those of the whole command.
    session.used.sheetCalls = 0;
    const progress = await session.refresh(query.id);
    Object.assign(result, { ok: progress.state === 'done', rows: progress.rows });
    Object.assign(result, { warnings: progress.warnings, problem: progress.problem });
    if (!result.ok) result.rows = 0;
    else await hand(session, query, options, show);
  } catch (error) {
    if (error instanceof BadArguments) throw error;
    if (!(error instanceof Refused || error instanceof ProblemError)) throw error;
    Object.assign(result, { ok: false, rows: 0, problem: error.problem });
  }
  if (result.problem?.code === 'unreachable' && demo === null)
    result.problem = nobodyThere(result.problem, options.clockify);
  const { requests, sheetCalls, virtualSeconds, cpuSeconds } = session.used;
  return {
    ...result,
    requests,
    sheetCalls,
    virtualSeconds: rounded(virtualSeconds),
    cpuSeconds: rounded(cpuSeconds),
  };
}

/** Refuses a column that the report doesn't have with those it has, before anything is asked. */
function assertColumns({ report: id, columns }: ReportOptions, stored: Partial<Query>): void {
  const report = reportOf(id ?? stored.report ?? 'time-entries');
  const known = fieldsOf(report).map((field) => field.id);
  if (columns === undefined || columns === 'all') return;
  const unknown = columns.find((column) => !known.includes(column));
  if (unknown !== undefined) throw new Refused(columnUnknown(report.id, unknown, known));
}

/** The query that the options describe; what they leave open is as in the file, else as for a new query. */
function queryOf(options: ReportOptions, stored: Partial<Query>, login: LoginView): Partial<Query> {
  const id = options.report ?? stored.report ?? 'time-entries';
  const report = reportOf(id);
  const chosen = options.columns === 'all' ? report.fields.map((field) => field.id) : options.columns;
  const sameReport = stored.report === undefined || stored.report === id;
  const columns = chosen?.map((field) => ({ field })) ?? (sameReport ? stored.columns : undefined);
  return {
    version: 2,
    grain: 'each',
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
  let stored: unknown;
  try {
    stored = JSON.parse(readFileSync(resolve(file), 'utf8'));
  } catch (error) {
    const reason = error instanceof SyntaxError ? 'it is no JSON' : reasonOf(error);
    throw new BadArguments(`--query ${file}: ${reason}`);
  }
  if (typeof stored === 'object' && stored !== null && !Array.isArray(stored)) return stored;
  throw new BadArguments(`--query ${file}: no query in it`);
}

/** Hands the table over as asked: to files, and to whoever runs the command for the first time. */
async function hand(session: Session, query: Query, options: ReportOptions, show: boolean): Promise<void> {
  if (options.csv === undefined && options.json === undefined && !show) return;
  const table = await session.table(query.id);
  if (options.csv !== undefined) writeFile('--csv', options.csv, csv(table, { raw: options.csvRaw }));
  if (options.json !== undefined) writeFile('--json', options.json, json(table));
  if (show) process.stderr.write(`${preview(table, query)}\n`);
}

function writeFile(option: string, file: string, text: string): void {
  try {
    writeFileSync(resolve(file), text);
  } catch (error) {
    throw new BadArguments(`${option} ${file}: ${reasonOf(error)}`);
  }
}

function finish(result: Result): number {
  process.stdout.write(
    `${jsonLine({ ...result, peakMb: Math.round(process.resourceUsage().maxRSS / 1024) })}\n`,
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
