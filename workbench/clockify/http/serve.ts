import { operationAt, queryOf, violationsOf } from '../contract';
import type { LoggedRequest } from '../log';
import { routes } from '../routes';
import type { DemoState } from '../state';
import type { Answer } from './call';
import { Failure, failures } from './failure';
import { targetOf } from './hosts';

/** A request as it arrived, already read. */
export interface Arrived {
  method: string;
  url: URL;
  headers: Record<string, string | string[] | undefined>;
  text: string;
}

export interface Served {
  status: number;
  body: unknown;
  headers: Record<string, string>;
  rows: number;
}

/** Answers one Clockify request: route, contract, key, limits, then the route's own answer. `entry` is filled on the way. */
export function serve(state: DemoState, arrived: Arrived, entry: LoggedRequest): Served {
  try {
    const answer = answerOf(state, arrived, entry);
    const rows = answer.rows ?? 0;
    const headers: Record<string, string> = { ...answer.headers };
    if (answer.rows !== undefined) headers['x-demo-rows'] = String(answer.rows);
    return { status: 200, body: answer.body, headers, rows };
  } catch (failure) {
    if (!(failure instanceof Failure)) throw failure;
    return { status: failure.status, body: failure.body, headers: {}, rows: 0 };
  }
}

function answerOf(state: DemoState, { method, url, headers, text }: Arrived, entry: LoggedRequest): Answer {
  const target = targetOf(url.pathname, entry.host ?? undefined);
  const found = operationAt(method, target.path, target.reports);
  const complain = (problems: string[]) =>
    state.log.violations.push({ operation: entry.operation, method, path: url.pathname, problems });
  if (!found) {
    complain(['no such route here']);
    if (operationAt(null, target.path, target.reports)) throw failures.wrongMethod(method);
    throw failures.noRoute(url.pathname);
  }
  const { operation, params } = found;
  entry.operation = operation.name;
  entry.workspace = params.workspaceId ?? null;
  entry.body = parse(text);
  const query = queryOf(url.searchParams);
  const problems = violationsOf(operation, query, entry.body);
  if (problems.length > 0) {
    complain(problems);
    const size = url.searchParams.get('page-size');
    throw failures.invalid(
      size === '0' ? 'Page size must be a positive value' : `${operation.name}: ${problems.join('; ')}`,
    );
  }
  const key = keyOf(headers);
  const holder = state.holder(key, target.environment);
  if (!holder) throw failures.unknownKey();
  const workspace = params.workspaceId ? state.workspace(params.workspaceId, target.environment) : undefined;
  if (!state.limits.admit(entry.at, key, workspace)) throw failures.tooMany();
  const route = routes.get(operation.name);
  if (!route) throw failures.noRoute(url.pathname);
  return route.answer({ target, params, query, body: entry.body, now: entry.at, holder, state });
}

function parse(text: string): unknown {
  if (text === '') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    throw failures.badBody();
  }
}

/** The one key of a request; none, two, or one in the add-on's header are refused as Clockify does. */
function keyOf(headers: Arrived['headers']): string {
  const key = headers['x-api-key'];
  const addon = headers['x-addon-token'];
  if ((key === undefined) === (addon === undefined)) throw failures.keyCount();
  if (addon !== undefined) throw failures.addonToken();
  return String(key);
}
