import { operationAt, queryOf, violationsOf } from '../contract';
import type { Strike } from '../faults';
import type { LoggedRequest } from '../log';
import { routes } from '../routes';
import type { DemoState } from '../state';
import type { Answer, Call } from './call';
import { answerInstead, corruptBody } from './corrupt';
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
  /** Null: cut the connection. */
  status: number | null;
  text: string;
  headers: Record<string, string>;
  rows: number;
  /** Real milliseconds to wait before answering. */
  delay?: number;
}

/** What was asked, before anybody looked at the key. */
type ParsedRequest = Pick<Call, 'target' | 'params' | 'query' | 'body'> & { operation: string };

/** Answers one Clockify request: route, contract, faults, key, limits, the route's own answer. Fills in `entry`. */
export function serve(state: DemoState, arrived: Arrived, entry: LoggedRequest): Served {
  try {
    const asked = readRequest(state, arrived, entry);
    const strikes = state.faults.strike(subjectOf(state, arrived, asked, entry));
    const served = strikes.map(answerInstead).find((each) => each !== null);
    return delayed(served ?? good(state, arrived, asked, entry, strikes), strikes);
  } catch (failure) {
    if (failure instanceof Failure) return refused(failure);
    throw failure;
  }
}

function readRequest(state: DemoState, { method, url, text }: Arrived, entry: LoggedRequest): ParsedRequest {
  const target = targetOf(url.pathname, entry.host ?? undefined);
  const complain = (problems: string[]) =>
    state.log.violations.push({ operation: entry.operation, method, path: url.pathname, problems });
  const found = operationAt(method, target.path, target.reports);
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
    throw failures.invalid(sentenceFor(url, problems) ?? `${operation.name}: ${problems.join('; ')}`);
  }
  return { operation: operation.name, target, params, query, body: entry.body };
}

/** What Clockify itself says about a broken request, where that is known. */
function sentenceFor(url: URL, problems: string[]): string | null {
  if (url.searchParams.get('page-size') === '0') return 'Page size must be a positive value';
  const unknownGroup = /^body\/summaryFilter\/groups\/\d+ must be equal to one of/;
  return problems.some((each) => unknownGroup.test(each)) ? 'Invalid group name' : null;
}

function subjectOf(state: DemoState, { url, headers }: Arrived, asked: ParsedRequest, entry: LoggedRequest) {
  const key = String(headers['x-api-key'] ?? '');
  const name = state.world.keys.get(key)?.name;
  const workspace = state.named(asked.params.workspaceId ?? '');
  const inBody = (asked.body as { detailedFilter?: { page?: number } } | undefined)?.detailedFilter?.page;
  return {
    path: url.pathname,
    page: (asked.query.page as number | undefined) ?? inBody ?? 1,
    workspace: workspace ? [workspace.id, workspace.name] : [],
    key: name ? [key, name] : [key],
    now: entry.at,
  };
}

function good(
  state: DemoState,
  arrived: Arrived,
  asked: ParsedRequest,
  entry: LoggedRequest,
  strikes: Strike[],
): Served {
  for (const { fault } of strikes) {
    if (fault.kind === 'edit') state.edit(fault.edits);
    if (fault.kind === 'delete') state.remove(fault.workspace, fault.ids);
    if (fault.kind === 'revoke') state.revoked.add(String(arrived.headers['x-api-key']));
    if (fault.kind === 'remove-workspace') state.removeWorkspace(fault.workspace);
    if (fault.kind === 'take-role') state.takeRole(fault.workspace, fault.person);
  }
  const answer = answerOf(state, arrived, asked, entry.at);
  const headers: Record<string, string> = { ...answer.headers };
  if (answer.rows !== undefined) headers['x-demo-rows'] = String(answer.rows);
  const body = strikes.reduce((before, strike) => corruptBody(before, headers, strike), answer.body);
  const text = JSON.stringify(body);
  const truncated = strikes.some(({ fault }) => fault.kind === 'truncate');
  return {
    status: 200,
    text: truncated ? text.slice(0, Math.floor(text.length / 2)) : text,
    headers,
    rows: answer.rows ?? 0,
  };
}

function answerOf(state: DemoState, { headers, url }: Arrived, asked: ParsedRequest, now: number): Answer {
  const { target, params } = asked;
  const key = keyOf(headers);
  const holder = state.holder(key, target.environment);
  if (!holder) throw failures.unknownKey();
  const workspace = params.workspaceId ? state.workspace(params.workspaceId, target.environment) : undefined;
  if (!state.limits.admit(now, key, workspace)) throw failures.tooMany();
  const route = routes.get(asked.operation);
  if (!route) throw failures.noRoute(url.pathname);
  return route.answer({ ...asked, now, holder, state });
}

function refused(failure: Failure): Served {
  return { status: failure.status, text: JSON.stringify(failure.body), headers: {}, rows: 0 };
}

function delayed(served: Served, strikes: Strike[]): Served {
  let result = served;
  for (const { fault } of strikes) {
    if (fault.kind !== 'delay') continue;
    const headers = { ...result.headers, 'x-demo-delay': String(fault.ms) };
    result = { ...result, headers, delay: fault.virtual ? result.delay : fault.ms };
  }
  return result;
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
