import Ajv, { type ValidateFunction } from 'ajv';
import { detailedBody } from './contract/detailedBody';
import {
  anyOf,
  flag,
  list,
  page,
  pageSize,
  type Schema,
  sentences,
  sortOrder,
  text,
} from './contract/schemas';
import { summaryBody } from './contract/summaryBody';
import { accountStatuses } from './model';

/** One operation that the demo serves: the project's own contract of it, narrower than what Clockify tolerates. */
export interface Operation {
  name: string;
  method: 'GET' | 'POST';
  /** After `/v1`; segments in braces are ids. */
  path: string;
  /** Served by the reports host. */
  reports?: boolean;
  /** JSON Schemas of the query parameters; any other parameter is a violation. */
  query: Record<string, Schema>;
  body?: Schema;
}

const ws = '/workspaces/{workspaceId}';
const paging = { page, 'page-size': pageSize(5000) };
const sorting = (...columns: string[]) => ({ 'sort-column': anyOf(...columns), 'sort-order': sortOrder });
const memberStatus = anyOf('PENDING', 'ACTIVE', 'DECLINED', 'INACTIVE', 'ALL');
const status = accountStatuses.join('|');
const userColumns = ['ID', 'EMAIL', 'NAME', 'NAME_LOWERCASE', 'ACCESS', 'HOURLYRATE', 'COSTRATE'];

export const operations: Operation[] = [
  { name: 'getUser', method: 'GET', path: '/user', query: { 'include-memberships': flag } },
  {
    name: 'getWorkspaces',
    method: 'GET',
    path: '/workspaces',
    query: { roles: anyOf('OWNER', 'WORKSPACE_ADMIN', 'TEAM_MANAGER', 'PROJECT_MANAGER') },
  },
  { name: 'getWorkspace', method: 'GET', path: ws, query: {} },
  {
    name: 'getUsers',
    method: 'GET',
    path: `${ws}/users`,
    query: {
      ...paging,
      ...sorting(...userColumns),
      email: text,
      'project-id': text,
      status: memberStatus,
      'account-statuses': { type: 'string', pattern: `^(${status})(,(${status}))*$` },
      name: text,
      memberships: anyOf('ALL', 'NONE', 'WORKSPACE', 'PROJECT', 'USERGROUP'),
      'include-roles': flag,
    },
  },
  {
    name: 'getClients',
    method: 'GET',
    path: `${ws}/clients`,
    query: { ...paging, ...sorting('NAME', 'ID'), name: text, archived: flag },
  },
  {
    name: 'getProjects',
    method: 'GET',
    path: `${ws}/projects`,
    query: {
      ...paging,
      ...sorting('ID', 'NAME', 'CLIENT_NAME', 'DURATION', 'BUDGET', 'PROGRESS'),
      name: text,
      'strict-name-search': flag,
      archived: flag,
      billable: flag,
      clients: list(text),
      'contains-client': flag,
      'client-status': anyOf('ACTIVE', 'ARCHIVED', 'ALL'),
      users: list(text),
      'contains-user': flag,
      'is-template': flag,
      access: anyOf('PUBLIC', 'PRIVATE'),
      hydrated: flag,
    },
  },
  {
    name: 'getTasks',
    method: 'GET',
    path: `${ws}/projects/{projectId}/tasks`,
    query: {
      ...paging,
      ...sorting('ID', 'NAME'),
      name: text,
      'strict-name-search': flag,
      'is-active': flag,
    },
  },
  {
    name: 'getTags',
    method: 'GET',
    path: `${ws}/tags`,
    query: {
      ...paging,
      ...sorting('ID', 'NAME'),
      name: text,
      'strict-name-search': flag,
      archived: flag,
      'excluded-ids': text,
    },
  },
  {
    name: 'getUserGroups',
    method: 'GET',
    path: `${ws}/user-groups`,
    query: {
      ...paging,
      ...sorting('ID', 'NAME'),
      name: text,
      'project-id': text,
      includeTeamManagers: flag,
    },
  },
  {
    name: 'getTimeEntries',
    method: 'GET',
    path: `${ws}/user/{userId}/time-entries`,
    query: {
      ...paging,
      description: text,
      start: { type: 'string', pattern: '^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ$' },
      end: { type: 'string', pattern: '^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ$' },
      project: text,
      task: text,
      tags: list(text),
      'project-required': flag,
      'task-required': flag,
      'in-progress': flag,
    },
  },
  {
    name: 'getRunningEntries',
    method: 'GET',
    path: `${ws}/time-entries/status/in-progress`,
    query: { page, 'page-size': pageSize(1000) },
  },
  {
    name: 'getDetailedReport',
    method: 'POST',
    path: `${ws}/reports/detailed`,
    reports: true,
    query: {},
    body: detailedBody,
  },
  {
    name: 'getSummaryReport',
    method: 'POST',
    path: `${ws}/reports/summary`,
    reports: true,
    query: {},
    body: summaryBody,
  },
];

interface Checks {
  query: ValidateFunction;
  body: ValidateFunction | null;
}

// Query parameters arrive as text: they are turned into the contract's types while they are checked.
const queryAjv = new Ajv({ coerceTypes: 'array', allErrors: true });
const bodyAjv = new Ajv({ allErrors: true });
const checks = new Map<string, Checks>();

function checksOf(operation: Operation): Checks {
  let known = checks.get(operation.name);
  if (!known) {
    const schema = { type: 'object', properties: operation.query, additionalProperties: false };
    known = {
      query: queryAjv.compile(schema),
      body: operation.body ? bodyAjv.compile(operation.body) : null,
    };
    checks.set(operation.name, known);
  }
  return known;
}

/** Finds the operation of a path; `method` null asks for any, to tell a wrong method from an unknown route. */
export function operationAt(
  method: string | null,
  path: string,
  reports: boolean,
): { operation: Operation; params: Record<string, string> } | null {
  for (const operation of operations) {
    if ((operation.reports ?? false) !== reports) continue;
    if (method !== null && operation.method !== method) continue;
    const names: string[] = [];
    const pattern = operation.path.replace(/\{(\w+)\}/g, (_, name: string) => {
      names.push(name);
      return '([^/]+)';
    });
    const match = new RegExp(`^${pattern}$`).exec(path);
    if (match) {
      return { operation, params: Object.fromEntries(names.map((name, at) => [name, match[at + 1]!])) };
    }
  }
  return null;
}

/** The query parameters of a URL: a list where a name comes more than once. */
export function queryOf(search: URLSearchParams): Record<string, unknown> {
  const query: Record<string, unknown> = {};
  for (const name of search.keys()) {
    const values = search.getAll(name);
    query[name] = values.length > 1 ? values : values[0];
  }
  return query;
}

/** What is wrong with a request, one sentence each; `query` is turned into the contract's types in place. */
export function violationsOf(operation: Operation, query: Record<string, unknown>, body: unknown): string[] {
  const { query: checkQuery, body: checkBody } = checksOf(operation);
  const found: string[] = [];
  if (!checkQuery(query)) found.push(...sentences('query', checkQuery));
  if (checkBody && !checkBody(body)) found.push(...sentences('body', checkBody));
  if (contradictsItself(body)) found.push('body/tags says two things: contains and containedInTimeentry');
  if (!checkBody && body !== undefined) found.push(`${operation.name} takes no body`);
  return found;
}

/** Which of the two words rules a filter of tags isn't known, so they must say the same where both are sent. */
function contradictsItself(body: unknown): boolean {
  const tags = (body as { tags?: { contains?: unknown; containedInTimeentry?: unknown } } | null)?.tags;
  const { contains, containedInTimeentry } = tags ?? {};
  return contains !== undefined && containedInTimeentry !== undefined && contains !== containedInTimeentry;
}
