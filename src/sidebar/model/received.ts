import type { AgreementView } from '../../actions/agreement';
import type { QueryView } from '../../actions/listQueries';
import type { Problem, ProblemCode, ProblemScope } from '../../problems/problem';
import type { CompleteTable, QueryState } from '../../query/state';
import { tellStored } from '../words/stored';

/*
 * Queries and their states stand in a sheet: everybody who may edit the spreadsheet can write there what they like. What
 * comes from it is brought into shape once, here, so that no screen has to expect the worst.
 */

/** The most characters of a name, of a sentence, and the most warnings that are shown. */
const NAME = 100;
const SENTENCE = 300;
const WARNINGS = 5;
const CHANGES = 20;
/** The last millisecond of the year 9999: no moment of ours is later. */
const LAST_MOMENT = 253_402_300_799_999;

/** What surrounds a query: the names by which a stored problem may call things. */
interface Known {
  logins: { id: string; name: string; accounts: { id: string; name: string }[] }[];
}

/** The queries as they may be shown. One that has no id is left out; a name that is none gives its id. */
export function receivedQueries(views: unknown, known: Known): QueryView[] {
  if (!Array.isArray(views)) return [];
  return views.filter(isRecord).flatMap((view) => received(view, known));
}

function received(view: Record<string, unknown>, known: Known): QueryView[] {
  if (typeof view.id !== 'string' || view.id === '') return [];
  const name = plainText(view.name, NAME) || plainText(view.id, NAME);
  const trusted = view as unknown as QueryView;
  const query = isRecord(view.query) && Array.isArray(view.query.accounts) ? trusted.query : null;
  const damaged = query === null ? { code: 'query-damaged' } : view.problem;
  return [
    {
      ...trusted,
      name,
      query,
      problem: storedProblem(isRecord(view.problem) ? view.problem : damaged, name, trusted, known),
      state: stateOf(view.state, name, trusted, known),
      place: isRecord(view.place) ? trusted.place : null,
      repairing: view.repairing === true,
      agreement: agreementIn(view.agreement),
    },
  ];
}

function agreementIn(agreement: unknown): AgreementView | null {
  if (!isRecord(agreement) || typeof agreement.digest !== 'string') return null;
  return { digest: agreement.digest, changes: sentencesIn(agreement.changes, CHANGES) };
}

/** Sentences of a list, each in one line and cut, at most `most` of them. */
function sentencesIn(list: unknown, most: number): string[] {
  if (!Array.isArray(list)) return [];
  return list
    .map((sentence) => plainText(sentence, SENTENCE))
    .filter(Boolean)
    .slice(0, most);
}

function stateOf(state: unknown, name: string, view: QueryView, known: Known): QueryState {
  const given = isRecord(state) ? state : {};
  return {
    complete: completeOf(given.complete),
    warnings: sentencesIn(given.warnings, WARNINGS),
    problem: storedProblem(given.problem, name, view, known),
    problemAt: momentOf(given.problemAt),
  };
}

function completeOf(complete: unknown): CompleteTable | null {
  if (!isRecord(complete)) return null;
  const at = momentOf(complete.at);
  const { rows } = complete;
  if (at === null || typeof rows !== 'number' || !Number.isSafeInteger(rows) || rows < 0) return null;
  return {
    ...(complete as unknown as CompleteTable),
    at,
    rows,
    days: daysOf(complete.days),
    zone: plainText(complete.zone, NAME),
  };
}

function daysOf(days: unknown): CompleteTable['days'] {
  if (!isRecord(days) || !isDayText(days.from) || !isDayText(days.to)) return null;
  return { from: days.from, to: days.to };
}

/** Whether a value is a day as a calendar has it, `yyyy-mm-dd`. */
function isDayText(value: unknown): value is string {
  if (typeof value !== 'string' || !/^\d{4}-(0[1-9]|1[0-2])-\d{2}$/.test(value)) return false;
  const [year, month, day] = value.split('-').map(Number);
  return year >= 1 && day >= 1 && day <= new Date(Date.UTC(2000 + (year % 400), month, 0)).getUTCDate();
}

function momentOf(value: unknown): number | null {
  return typeof value === 'number' && value >= 0 && value <= LAST_MOMENT ? value : null;
}

/** A problem of which only code, known names and numbers are taken; the words are ours. */
function storedProblem(
  stored: unknown,
  query: string,
  { query: saved, place }: QueryView,
  { logins }: Known,
): Problem | null {
  if (!isRecord(stored)) return null;
  const code = typeof stored.code === 'string' ? stored.code : '';
  const given = isRecord(stored.scope) ? stored.scope : {};
  const accounts = [
    ...logins.flatMap((login) => login.accounts.map(({ name }) => name)),
    ...(Array.isArray(saved?.accounts) ? saved.accounts.map(({ name }) => name) : []),
  ];
  const scope: ProblemScope & { query: string } = { query };
  if (logins.some(({ name }) => name === given.login)) scope.login = given.login as string;
  if (accounts.includes(given.workspace as string)) scope.workspace = plainText(given.workspace, NAME);
  const cells = cellsOf(given.cells, place?.tab ?? null);
  if (cells) scope.cells = cells;
  const retryAt = momentOf(stored.retryAt);
  const room = roomOf(stored.room);
  return {
    code: code as ProblemCode,
    scope,
    ...tellStored(code, scope),
    retry: stored.retry === 'now' || stored.retry === 'never' ? stored.retry : 'later',
    ...(retryAt === null ? {} : { retryAt }),
    ...(room ? { room } : {}),
  };
}

/** Cells of the table's own tab; of another only their letters and numbers, since a tab's name is a text as well. */
function cellsOf(cells: unknown, tab: string | null): string | null {
  const found =
    typeof cells === 'string' ? /^(.*!)?([A-Z]{1,3}\d{1,8}(:[A-Z]{1,3}\d{1,8})?)$/.exec(cells) : null;
  if (!found) return null;
  const own = tab !== null && [`${tab}!`, `'${tab}'!`].includes(found[1] ?? '');
  return own ? plainText(found[0], NAME * 2) : found[2];
}

function roomOf(room: unknown): Problem['room'] {
  if (!isRecord(room)) return undefined;
  const { columns, rows } = room;
  const counts = { ...(isCount(columns) ? { columns } : {}), ...(isCount(rows) ? { rows } : {}) };
  return Object.keys(counts).length > 0 ? (counts as Problem['room']) : undefined;
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= 100_000;
}

/** A text in one line without what can't be seen or turns the direction of others, cut at `most` characters. */
export function plainText(value: unknown, most: number): string {
  if (typeof value !== 'string') return '';
  const line = value
    .slice(0, most * 4)
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is to go
    .replace(/[\u0000-\u001f\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069]+/g, ' ')
    .trim();
  const letters = [...line];
  return letters.length <= most ? line : `${letters.slice(0, most - 1).join('')}…`;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
