import type { ProblemCode } from '../../problems/problem';

/** What a stored problem is about, as far as it is known to be so: names of our own logins, of accounts, of cells. */
export interface StoredScope {
  query: string;
  login?: string;
  workspace?: string;
  cells?: string;
}

/** A problem in words. */
interface Told {
  title: string;
  remedy: string;
}

type Teller = (scope: StoredScope) => Told;

const LATER = 'Refresh again in a few minutes.';
const loginOf = ({ login }: StoredScope) => login ?? 'one of its logins';
const ofAccount = ({ workspace }: StoredScope) => (workspace ? ` of workspace ${workspace}` : '');

/**
 * What a problem that was kept with a query says. Its own sentences are never shown: they stand in a sheet, where everybody
 * who may edit the spreadsheet can write what they like, and would speak in the add-on's name.
 */
const TELLERS: Partial<Record<ProblemCode, Teller>> = {
  'key-refused': (scope) => ({
    title: `Clockify no longer accepts the key of ${loginOf(scope)}.`,
    remedy: 'Replace the key: its queries keep working.',
  }),
  'login-unknown': ({ query }) => ({
    title: `${query} was made with a login that isn’t yours.`,
    remedy: 'Use one of your logins that sees the same account, or connect one.',
  }),
  'workspaces-none': (scope) => ({
    title: `The key of ${loginOf(scope)} sees no workspace.`,
    remedy: 'Accept an invitation to a workspace in Clockify, or use another key.',
  }),
  'workspace-gone': (scope) => ({
    title: scope.workspace
      ? `Workspace ${scope.workspace} can’t be found.`
      : 'A workspace of this query can’t be found.',
    remedy: 'Choose another account for the query, or ask to be invited again.',
  }),
  forbidden: (scope) => ({
    title: `The owner of ${loginOf(scope)} isn’t allowed to see all that this query asks for${ofAccount(scope)}.`,
    remedy: 'Remove the columns concerned, or use the key of somebody who is allowed to see them.',
  }),
  'rate-limited': (scope) => ({
    title: `Clockify refused more requests${ofAccount(scope)}: too many in a short time.`,
    remedy: 'Refresh again later. Accounts on the Free plan have 30 requests an hour.',
  }),
  unreachable: () => ({ title: 'Clockify could not be reached.', remedy: LATER }),
  'clockify-failing': () => ({ title: 'Clockify failed to answer.', remedy: LATER }),
  'answer-unreadable': () => ({ title: 'Clockify’s answer could not be read.', remedy: LATER }),
  'request-refused': () => ({
    title: 'Clockify refused a request of this query.',
    remedy: 'Change its period or its columns, then refresh again.',
  }),
  'paging-endless': () => ({ title: 'Clockify gave the same page again and again.', remedy: LATER }),
  'totals-disagree': () => ({
    title: 'What was read didn’t agree with what Clockify states.',
    remedy: 'Somebody may have been editing time entries. Refresh again in a minute.',
  }),
  'period-reversed': ({ query }) => ({
    title: `The period of ${query} ends before it starts.`,
    remedy: 'Change the period.',
  }),
  'report-unknown': ({ query }) => ({
    title: `${query} is of a report type that doesn’t exist.`,
    remedy: 'Reload the sidebar, or delete the query.',
  }),
  'field-unknown': ({ query }) => ({
    title: `${query} has a column that its report type doesn’t have.`,
    remedy: 'Remove that column.',
  }),
  'zone-unknown': ({ query }) => ({
    title: `The time zone of ${query} doesn’t exist.`,
    remedy: 'Choose a zone from the list.',
  }),
  'query-newer': ({ query }) => ({
    title: `${query} was saved by a newer version of this add-on.`,
    remedy: 'Reload the spreadsheet to get the newest version. The table stays as it is until then.',
  }),
  'query-damaged': ({ query }) => ({
    title: `The stored query ${query} can’t be read.`,
    remedy:
      'Delete the query and make it again, or undo the edit of the hidden sheet. Its table stays as it is.',
  }),
  'target-protected': () => ({
    title: 'The cells of the table are protected against you.',
    remedy: 'Ask the owner of the spreadsheet to let you edit them, or use a new tab.',
  }),
  'tab-gone': ({ query }) => ({
    title: `The tab that ${query} writes to was deleted.`,
    remedy: 'Choose where its table should go, or undo the deletion.',
  }),
  'cells-in-the-way': ({ query, cells }) => ({
    title: `${query} would cover cells that aren’t its own${cells ? ` (${cells})` : ''}.`,
    remedy: 'Make room, move those cells, or use a new tab.',
  }),
  'columns-inside': ({ query }) => ({
    title: `The table of ${query} no longer has the columns that it was written with.`,
    remedy: 'Move what was inserted to the right of the table, then refresh again.',
  }),
  'cells-too-many': () => ({
    title: 'The table doesn’t fit: a spreadsheet holds at most 10 million cells.',
    remedy: 'Choose fewer columns or a shorter period, or delete tabs that you no longer need.',
  }),
  busy: () => ({
    title: 'Another refresh was writing to this spreadsheet.',
    remedy: 'Refresh again in a minute.',
  }),
  'quota-used-up': () => ({
    title: 'Google’s daily allowance for this add-on was used up.',
    remedy: 'It comes back within 24 hours.',
  }),
  'permission-missing': () => ({
    title: 'The add-on lacked a permission that it needs.',
    remedy: 'Open it again from the Extensions menu and allow all of its permissions.',
  }),
};

const TOLD = new Map(Object.entries(TELLERS));

/** A stored problem in words, by its code and what it is about. */
export function tellStored(code: string, scope: StoredScope): Told {
  return (
    TOLD.get(code)?.(scope) ?? {
      title: `The last refresh of ${scope.query} failed.`,
      remedy: 'Refresh again.',
    }
  );
}
