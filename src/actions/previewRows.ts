import { type ApiAnswer, ask, failed, shownOf } from '../clockify/client';
import type { Failure } from '../clockify/failure';
import { hostsOf } from '../clockify/hosts';
import { problemOfFailure } from '../clockify/refusal';
import { datasetOf } from '../datasets';
import { RECORDS, statedIn } from '../datasets/control';
import { Malformed, type PageOfRecords, type Scope } from '../datasets/dataset';
import { usable } from '../logins/refused';
import { rightsOf } from '../logins/rights';
import { factsIn } from '../logins/workspace';
import type { Workspaces } from '../logins/workspaces';
import { lessOf } from '../plan/account';
import { type AccountFacts, type Plan, type PlannedAccount, planQueries } from '../plan/plan';
import { raise } from '../problems/problem';
import { dayOf } from '../query/period';
import { type Query, readCandidate } from '../query/query';
import { reportOf } from '../reports';
import { expireRefused } from './contradicted';
import type { Effects } from './effects';
import { resolved } from './parameters';
import { type Sample, sampleOf } from './preview/sampleOf';
import { tableOfSample } from './preview/tableOfSample';
import { askedWith, judged } from './refusedKey';

/** The first rows of a table that is not written. */
export interface Preview {
  columns: { title: string; type: string; format: string }[];
  /** As the cells would hold them; a text is just that text. */
  rows: (string | number | boolean)[][];
  /** Whether the table may have other rows, or other sums in these: one request did not give all of it. */
  sample: boolean;
  /** How many rows the table has; null where that isn't known. */
  of: number | null;
  /** How many requests were sent. */
  requests: number;
}

/** How many rows are shown. */
const MOST_ROWS = 20;

/** What a request for a preview gave. */
interface Given extends PageOfRecords<unknown> {
  /** Whether these are all records of the reading. */
  all: boolean;
  /** How many there are; null where Clockify doesn't say. */
  total: number | null;
}

/**
 * The first rows of a query as it stands in a form, saved or not, by one request. Writes nothing and agrees to nothing. Raises
 * what is wrong with the query, `login-unknown` for a login of somebody else, and what kept Clockify from answering.
 */
export function previewRows(effects: Effects, candidate: Partial<Query>): Preview {
  const now = effects.clock.now();
  const query = resolved(effects, readCandidate({ ...candidate, id: candidate.id ?? 'new' }, 'The query'));
  const plan = planQueries([{ query, facts: factsOf(effects, query) }], now);
  const sample = sampleOf(query, plan, dayOf(now, query.zone).toString());
  const given = read(effects, plan, sample);
  const table = tableOfSample(query, plan, sample, given.records);
  const whole = given.all && sample.only && !table.unnamed;
  const alone = sample.only && query.grain === 'each' && !query.filters?.length && query.limit === undefined;
  const stated = alone && reportOf(query.report).dataset.id === sample.reading.dataset ? given.total : null;
  return {
    columns: table.columns.map(({ title, type, format }) => ({ title, type, format })),
    rows: table.cells.slice(0, MOST_ROWS).map((row) => row.map(shown)),
    sample: !whole,
    of: whole ? table.of : stated,
    requests: 1,
  };
}

/** Of accounts that are known nothing is asked. */
function factsOf(effects: Effects, { accounts }: Query): AccountFacts[] {
  const { logins, workspaces } = effects;
  return accounts.map(({ login: id, workspace, name }) => {
    const login = logins.get(id);
    const known = workspaces.known(id).find((other) => other.id === workspace);
    return factsIn(
      login,
      known ?? askedWith(effects, login, () => workspaces.confirm(login, workspace, name)),
    );
  });
}

/** Asks once: whoever looks at a form can press the button again. */
function read(effects: Effects, plan: Plan, { reading, size }: Sample): Given {
  const { http, clock, logins, workspaces } = effects;
  const account = plan.accounts[reading.account];
  const login = usable(logins.get(account.login));
  const dataset = datasetOf(reading.dataset);
  const { paging } = dataset;
  const scope: Scope = {
    workspace: account.workspace,
    zone: reading.zone,
    days: reading.days,
    amounts: lessOf(lessOf(reading.amounts, account.amounts), seenAmounts(workspaces, account)),
    filters: reading.filters,
    groups: reading.groups,
    currency: account.currencies.length === 1 ? account.currencies[0] : null,
  };
  const page = { number: 1, size: paging.kind === 'whole' ? 0 : Math.min(paging.size, size) };
  const access = { hosts: hostsOf(account.region), key: login.key };
  const since = clock.now();
  const refuse = (failure: Failure) => {
    if (failure.kind === 'forbidden') expireRefused(workspaces, { ...account, since }, dataset);
    const asked = {
      login: login.name,
      workspace: account.name,
      what: dataset.title,
      permission: dataset.permission,
    };
    return raise(judged(effects, login, problemOfFailure(failure, asked, clock.now())));
  };
  logins.use(login);
  const [answer] = ask(http, [{ access, request: dataset.request(scope, page) }]);
  if (failed(answer)) return refuse(answer);
  try {
    const { records, received } = dataset.page(answer.body, scope);
    const undecided = records.some((record) => dataset.open?.(record));
    const total = statedIn(dataset.controls, answer.body)[RECORDS] ?? answer.totalCount;
    return {
      records,
      received,
      total: total ?? null,
      all: !undecided && isAll(answer, received, total, page.size),
    };
  } catch (error) {
    if (!(error instanceof Malformed)) throw error;
    return refuse({ kind: 'unreadable', status: 200, message: shownOf(error.message, login.key) });
  }
}

/** The amounts that the key's owner sees as far as is known: to be refused more of them would be the one request that there is. */
function seenAmounts(workspaces: Workspaces, { login, workspace }: PlannedAccount): Scope['amounts'] {
  const known = workspaces.known(login).find(({ id }) => id === workspace);
  if (!known) return 'earned-and-cost';
  const { earned, cost } = rightsOf(known);
  if (earned === 'hidden') return 'hidden';
  return cost === 'seen' || cost === null ? 'earned-and-cost' : 'earned';
}

/** Whether a first page is all there is. */
function isAll(
  { lastPage }: ApiAnswer,
  received: number,
  total: number | null | undefined,
  size: number,
): boolean {
  if (size === 0 || received > size) return true;
  if (total !== null && total !== undefined) return total <= received;
  return lastPage ?? received < size;
}

/** A cell as it is shown: the mark of a text is no part of it. */
function shown(cell: string | number | boolean): string | number | boolean {
  return typeof cell === 'string' && cell.startsWith("'") ? cell.slice(1) : cell;
}
