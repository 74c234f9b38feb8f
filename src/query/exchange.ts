import { raise } from '../problems/problem';
import { plainText } from './plainText';
import { QUERY_VERSION, type Query, type QueryAccount, readCandidate } from './query';

/** An account as an exported query names it: without the login through which it was read. */
export interface NamedAccount {
  workspace: string;
  name: string;
}

/** A query without what only its own spreadsheet knows. */
export type QueryDraft = Omit<Query, 'id'>;

/** The most characters of what is imported: more than any query that can be saved has. */
export const LONGEST_JSON = 60_000;

/** A query as JSON for people (docs/decisions/query-json.md): no id, no target, nothing of logins. */
export function exportedQuery(query: Query): string {
  const { id: _id, target: _target, version, name, report, accounts, ...rest } = query;
  const named = accounts.map(({ workspace, name: called }): NamedAccount => ({ workspace, name: called }));
  return `${printed({ version, name, report, accounts: named, ...rest }, '')}\n`;
}

/** JSON in which what is short stands in one line. */
function printed(value: unknown, indent: string): string {
  const line = spaced(value);
  if (typeof value !== 'object' || value === null || (line.length <= 80 && indent !== '')) return line;
  const deeper = `${indent}  `;
  const [open, close] = Array.isArray(value) ? ['[', ']'] : ['{', '}'];
  const members = Array.isArray(value)
    ? value.map((member) => printed(member, deeper))
    : membersOf(value).map(([key, member]) => `${JSON.stringify(key)}: ${printed(member, deeper)}`);
  return `${open}\n${members.map((member) => deeper + member).join(',\n')}\n${indent}${close}`;
}

function spaced(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  if (Array.isArray(value)) return `[${value.map(spaced).join(', ')}]`;
  return `{${membersOf(value)
    .map(([key, member]) => `${JSON.stringify(key)}: ${spaced(member)}`)
    .join(', ')}}`;
}

function membersOf(value: object): [string, unknown][] {
  return Object.entries(value).filter(([, member]) => member !== undefined);
}

/**
 * The query that a text holds, which anybody may have written, and the accounts that it names: it gets those that `own` gives for
 * them, which may be none. Raises `import-invalid` and `filter-too-large`, which name the part, and `query-newer`.
 */
export function importedQuery(
  json: string,
  own: (account: NamedAccount) => QueryAccount | null,
): { draft: QueryDraft; unknown: NamedAccount[] } {
  if (json.length > LONGEST_JSON) raise(invalid(`${json.length} characters are more than any query has`));
  const value = parsed(json);
  if (!isRecord(value)) return raise(invalid('an object is expected'));
  const named = accountsIn(value.accounts);
  const found = named.map((account) => own(account));
  const accounts = found.filter((account) => account !== null);
  const label = typeof value.name === 'string' ? plainText(value.name, 100) : '';
  // The rest is looked at as what somebody wants to save is; its accounts may be found later.
  const candidate = {
    ...value,
    id: 'imported',
    target: { kind: 'new-tab' },
    accounts: accounts.length > 0 ? accounts : [STAND_IN],
  };
  const { id: _, ...draft } = checked(candidate, label || 'The query');
  return {
    draft: { ...draft, accounts: accounts.length > 0 ? draft.accounts : [] },
    unknown: named.filter((_account, index) => found[index] === null),
  };
}

const STAND_IN: QueryAccount = { login: 'none', workspace: 'none', name: '' };

function checked(candidate: object, label: string): Query {
  try {
    return readCandidate(candidate, label);
  } catch (error) {
    const { problem } = error as { problem?: { code?: string; cause?: string } };
    if (problem?.code !== 'query-damaged' && problem?.code !== 'filter-invalid') throw error;
    return raise(invalid(problem.cause ?? label));
  }
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return raise(invalid('it is no JSON'));
  }
}

/** The accounts that are named so that they can be looked for; at most as many as a query may have. */
function accountsIn(value: unknown): NamedAccount[] {
  if (value === undefined) return [];
  if (!Array.isArray(value)) return raise(invalid('accounts: a list is expected'));
  return value.slice(0, 200).map((account: unknown, index) => {
    const { workspace = '', name = '' } = isRecord(account) ? account : {};
    if (typeof workspace !== 'string' || typeof name !== 'string' || workspace + name === '')
      return raise(invalid(`account ${index + 1}: a workspace or a name is expected`));
    return { workspace: plainText(workspace, 64), name: plainText(name, 100) };
  });
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function invalid(part: string) {
  return {
    code: 'import-invalid' as const,
    scope: {},
    title: `This can't be imported as a query (${plainText(part, 200)}).`,
    remedy: `Copy all of the text that was exported, or mend that part: a query has version ${QUERY_VERSION}. Nothing was saved.`,
    retry: 'never' as const,
    cause: part,
  };
}
