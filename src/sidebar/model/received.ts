import type { AgreementView } from '../../actions/agreement';
import type { QueryView } from '../../actions/listQueries';
import type { Problem } from '../../problems/problem';
import { isDayInRange } from '../../query/period';
import { plainText } from '../../query/plainText';
import type { CompleteTable, QueryState } from '../../query/state';
import { words } from '../words';

/*
 * Queries and their states stand in a sheet: everybody who may edit the spreadsheet can write there what they like. The script
 * checks them; what comes is brought into shape once more here, so that no screen has to expect the worst and one bad query
 * never hides the others.
 */

/** The most characters of a name and of a sentence, and the most sentences of a kind that are shown. */
const NAME = 100;
const SENTENCE = 500;
const WARNINGS = 5;
const CHANGES = 20;
/** The last millisecond of the year 9999: no moment of ours is later. */
const LAST_MOMENT = 253_402_300_799_999;

/** The queries as they may be shown. One that has no id is left out; a name that is none gives its id. */
export function receivedQueries(views: unknown): QueryView[] {
  return Array.isArray(views) ? views.filter(isRecord).flatMap(received) : [];
}

function received(view: Record<string, unknown>): QueryView[] {
  if (typeof view.id !== 'string' || view.id === '') return [];
  const name = textIn(view.name, NAME) || textIn(view.id, NAME);
  const checked = view as unknown as QueryView;
  const query = isRecord(view.query) && isWhole(view.query) ? checked.query : null;
  const damaged = { code: 'query-damaged', ...words.problems.damaged(name) };
  return [
    {
      ...checked,
      name,
      query,
      problem: problemIn(view.problem, name) ?? (query === null ? problemIn(damaged, name) : null),
      state: stateIn(view.state, name),
      place: isRecord(view.place) ? checked.place : null,
      repairing: view.repairing === true,
      agreement: agreementIn(view.agreement),
    },
  ];
}

/** Whether a query has what every screen shows of one: the script lets nothing else pass, but it may be another version. */
function isWhole({ accounts, columns, period }: Record<string, unknown>): boolean {
  return Array.isArray(accounts) && Array.isArray(columns) && isRecord(period);
}

function agreementIn(agreement: unknown): AgreementView | null {
  if (!isRecord(agreement) || typeof agreement.digest !== 'string') return null;
  return { digest: agreement.digest, changes: sentencesIn(agreement.changes, CHANGES) };
}

function stateIn(state: unknown, name: string): QueryState {
  const given = isRecord(state) ? state : {};
  return {
    complete: completeIn(given.complete),
    warnings: sentencesIn(given.warnings, WARNINGS),
    problem: problemIn(given.problem, name),
    problemAt: momentIn(given.problemAt),
  };
}

function completeIn(complete: unknown): CompleteTable | null {
  if (!isRecord(complete)) return null;
  const at = momentIn(complete.at);
  const { rows, days } = complete;
  if (at === null || !isCount(rows)) return null;
  const sound = isRecord(days) && isDay(days.from) && isDay(days.to);
  return {
    ...(complete as unknown as CompleteTable),
    at,
    rows,
    days: sound ? (days as unknown as CompleteTable['days']) : null,
    zone: textIn(complete.zone, NAME),
  };
}

/** A problem with all of its parts; one that doesn't say what it is says that the refresh failed. */
function problemIn(problem: unknown, query: string): Problem | null {
  if (!isRecord(problem)) return null;
  const scope = isRecord(problem.scope) ? problem.scope : {};
  const title = textIn(problem.title, SENTENCE);
  const remedy = textIn(problem.remedy, SENTENCE);
  const told = title && remedy ? { title, remedy } : words.problems.untold(query);
  const { retryAt, room, ...rest } = problem as unknown as Problem;
  return {
    ...rest,
    ...told,
    code: textIn(problem.code, NAME) as Problem['code'],
    scope: Object.fromEntries(
      Object.entries(scope).flatMap(([part, name]) =>
        textIn(name, NAME) ? [[part, textIn(name, NAME)]] : [],
      ),
    ),
    retry: problem.retry === 'now' || problem.retry === 'never' ? problem.retry : 'later',
    ...(momentIn(retryAt) === null ? {} : { retryAt }),
    ...(isRecord(room) && Object.values(room).every(isCount) ? { room } : {}),
  };
}

/** Sentences of a list, each in one line and cut, at most `most` of them. */
function sentencesIn(list: unknown, most: number): string[] {
  if (!Array.isArray(list)) return [];
  const sentences = list.map((sentence) => textIn(sentence, SENTENCE));
  return sentences.filter(Boolean).slice(0, most);
}

function textIn(value: unknown, most: number): string {
  return typeof value === 'string' ? plainText(value, most) : '';
}

function momentIn(value: unknown): number | null {
  return typeof value === 'number' && value >= 0 && value <= LAST_MOMENT ? value : null;
}

function isDay(value: unknown): boolean {
  return typeof value === 'string' && isDayInRange(value);
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
