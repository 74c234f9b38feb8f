import { type Problem, problemOf } from '../problems/problem';
import { importedQuery, type NamedAccount, type QueryDraft } from '../query/exchange';
import { conditionsOf } from '../query/filter';
import { parametersOf } from '../query/parameters';
import { plainText } from '../query/plainText';
import type { QueryAccount } from '../query/query';
import { fieldsOf, reportOf } from '../reports';
import { shapeOf } from '../rows/shape';
import type { Effects } from './effects';

/** What became of a text that somebody wants for a query. */
export interface Imported {
  /** To be looked at and saved: it has no id, goes to a new tab, and may have no account. */
  query: QueryDraft;
  /** What keeps it from being saved as it is. */
  problems: Problem[];
}

/**
 * Reads a query from JSON that may come from anybody, for this person's own logins; nothing is saved, and nothing asked of
 * Clockify. Accounts are found by workspace, then by name. Raises `import-invalid`, `filter-too-large`, `query-newer` and
 * `report-unknown`.
 */
export function importQuery(effects: Effects, json: string): Imported {
  const { draft, unknown } = importedQuery(json, accountFinder(effects));
  const fields = fieldProblems(draft);
  return {
    query: draft,
    problems: [...unknown.map(accountUnknown), ...(fields.length > 0 ? fields : shapeProblems(draft))],
  };
}

function accountFinder({ logins, workspaces }: Effects): (account: NamedAccount) => QueryAccount | null {
  const own = logins
    .all()
    .flatMap(({ id: login }) =>
      workspaces.known(login).map(({ id, name }): QueryAccount => ({ login, workspace: id, name })),
    );
  return (account) =>
    own.find(({ workspace }) => workspace === account.workspace) ??
    own.find(({ name }) => account.name !== '' && sameName(name, account.name)) ??
    null;
}

function sameName(one: string, other: string): boolean {
  return one.trim().toLowerCase() === other.trim().toLowerCase();
}

/** Fields that the report doesn't have, each once. Raises `report-unknown`. */
function fieldProblems({
  report: id,
  columns,
  filters = [],
  split,
  sort = [],
  subtotals,
}: QueryDraft): Problem[] {
  const report = reportOf(id);
  const known = new Set(fieldsOf(report).map((field) => field.id));
  const named = [
    ...columns.map(({ field }) => field),
    ...conditionsOf(filters).map(({ field }) => field),
    ...(split ? [split.field] : []),
    ...sort.map(([field]) => field),
    ...(subtotals === undefined ? [] : [subtotals]),
  ];
  return [...new Set(named)]
    .filter((field) => !known.has(field))
    .slice(0, MOST)
    .map((field) => ({
      code: 'field-unknown',
      scope: {},
      title: `The report type ${report.title} has no field "${field}".`,
      remedy: 'Take it out of the query before you save it.',
      retry: 'never',
    }));
}

/** More than anybody reads. */
const MOST = 20;

/** What else can't become a table. What stands in cells shows when they are read. */
function shapeProblems(draft: QueryDraft): Problem[] {
  const query = { ...draft, id: 'imported' };
  if (parametersOf(query).length > 0) return [];
  try {
    shapeOf(query, reportOf(query.report));
    return [];
  } catch (error) {
    return [problemOf(error)];
  }
}

function accountUnknown({ name, workspace }: NamedAccount): Problem {
  const called = plainText(name || workspace, 100);
  return {
    code: 'workspace-gone',
    scope: { workspace: called },
    title: `None of your logins sees the account ${called}, which this query was made for.`,
    remedy: 'Choose another account before you save it, or connect with a key that sees that one.',
    retry: 'never',
  };
}
