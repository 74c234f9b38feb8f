import { type Problem, ProblemError, problemOf } from '../src/problems/problem';
import type { Query } from '../src/query/query';
import { type ReportOptions, readArgs } from './args';
import { assertAsked, assertPossible, queryOf, type Stored } from './asked';
import { keys } from './clockify/keys';
import { type Demo, startDemo } from './clockify/start';
import { assertFiles, handOver } from './handOver';
import { reportHelp } from './help';
import { withIdentified } from './identified';
import { BadArguments } from './parse';
import { printPlans } from './plans';
import { printable } from './printable';
import { badArguments, keyMissing, nobodyThere } from './problems';
import { readQueryFile } from './queryFile';
import { failed, printed, type Result, resultOf, withUsed } from './result';
import { projectRoot, Refused, Session } from './session';
import { stageOf } from './stage';
import { Ticker } from './ticker';
import { refreshTogether } from './together';

/**
 * `report`: logs in, saves a query and refreshes it, with the built bundle in the workbench; prints one JSON line. Exit code
 * 0 only when the table is complete. Of several queries it prints a line each and one of them all.
 */
export async function main(args: string[]): Promise<number> {
  try {
    const options = readArgs(args);
    if (options.help) {
      process.stdout.write(reportHelp());
      return 0;
    }
    assertFiles(options);
    return await run(options, args.length === 0);
  } catch (error) {
    if (error instanceof BadArguments) return printed(failed(badArguments(error.message)));
    const problem = problemOf(error);
    process.stderr.write(`${printable(problem.cause ?? '')}\n`);
    return printed(failed(problem));
  }
}

async function run(options: ReportOptions, show: boolean): Promise<number> {
  const demo =
    options.clockify === 'demo'
      ? await startDemo({ serverPath: `${projectRoot}/.cache/workbench/clockify/server.mjs` })
      : null;
  const session = await openSession(options, demo);
  const ticker = new Ticker(() => stageOf(session));
  try {
    return await answer(session, options, demo, show);
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

async function answer(
  session: Session,
  options: ReportOptions,
  demo: Demo | null,
  show: boolean,
): Promise<number> {
  const heard = (problem: Problem) =>
    problem.code === 'unreachable' && demo === null ? nobodyThere(problem, options.clockify) : problem;
  try {
    const key = process.env.CLOCKIFY_API_KEY ?? (demo ? keys.demo : '');
    if (key === '') throw new Refused(keyMissing());
    const files: Stored[] = options.queries.length > 0 ? options.queries.map(readQueryFile) : [{}];
    for (const stored of files) assertAsked(options, stored);
    // Of several, one that is impossible leaves the others alone.
    if (files.length === 1) assertPossible(options, files[0]);
    const login = await session.addLogin({ key, region: options.region });
    const queries = files.map((stored) => queryOf(options, stored, login));
    if (options.plan) return await printPlans(session, queries);
    const asked: Partial<Query>[] = [];
    for (const query of queries) asked.push(await withIdentified(session, query, options.where.length));
    if (asked.length > 1) return await refreshTogether(session, asked, options, heard);
    const result = await refreshOne(session, asked[0], options, show);
    return printed({ ...result, problem: result.problem && heard(result.problem) });
  } catch (error) {
    if (!(error instanceof Refused || error instanceof ProblemError)) throw error;
    return printed(withUsed(failed(heard(error.problem)), session.used));
  }
}

/** Saves and refreshes a query. Throws `Refused` for one that can't be saved. */
async function refreshOne(
  session: Session,
  candidate: Partial<Query>,
  options: ReportOptions,
  show: boolean,
): Promise<Result> {
  const query = await session.saveQuery(candidate);
  // Sheet calls are those of the refresh; the other figures are those of the whole command.
  session.used.sheetCalls = 0;
  const progress = await session.refresh(query.id);
  if (progress.state === 'done') await handOver(session, query, options, { show, number: null });
  return withUsed(resultOf(progress), session.used);
}
