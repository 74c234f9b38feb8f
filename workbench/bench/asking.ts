import type { Requests } from '../../src/actions/previewRequests';
import type { Query } from '../../src/query/query';
import { keys } from '../clockify/keys';
import type { Demo } from '../clockify/start';
import type { Prices } from '../gas/latency';
import { Session } from '../session';
import type { Question } from './catalogue';

/** The moment at which the clock stands. */
export const NOW = Date.parse('2026-06-01T09:00:00Z');
const ZONE = 'Europe/Berlin';

/** A spreadsheet with a login, and a query in it that was saved but never refreshed. */
export interface Asked {
  session: Session;
  query: Query;
  /** What is said of it beforehand. */
  planned: Requests;
}

/** Opens a spreadsheet, connects with the question's key and saves its query. */
export async function ask(demo: Demo, question: Question, prices?: Prices): Promise<Asked> {
  const session = await Session.open({ clockify: demo.url, cpuFactor: 3, now: NOW, prices });
  const login = await session.addLogin({ key: keys[question.key] });
  const query = await session.saveQuery(queryOf(question, login));
  const planned = await session.call<Requests>('previewRequests', { query });
  session.reset();
  return { session, query, planned };
}

/** What a query has to know of a login. */
interface Login {
  id: string;
  accounts: readonly { id: string; name: string }[];
}

/** The query of a question. */
export function queryOf(question: Question, { id, accounts }: Login): Partial<Query> {
  const { name, report = 'time-entries', columns, days, more } = question;
  return {
    version: 2,
    grain: 'grouped',
    name,
    report,
    accounts: question.accounts.map((wish) => {
      const found = accounts.find((account) => account.name === wish);
      if (!found) throw new Error(`the key sees no account called ${wish}`);
      return { login: id, workspace: found.id, name: found.name };
    }),
    period: { kind: 'fixed', from: days[0], to: days[1] },
    zone: ZONE,
    columns: columns.map((column) => (typeof column === 'string' ? { field: column } : column)),
    options: { durations: 'duration' },
    target: { kind: 'new-tab' },
    ...more,
  };
}

/** How many entries the accounts of a question have in its days. */
export async function entriesOf(
  { control }: Demo,
  { accounts, days: [from, to] }: Question,
): Promise<number> {
  let count = 0;
  for (const workspace of accounts) {
    count += (await control.truth({ workspace, from, to, zone: ZONE, now: NOW })).entries;
  }
  return count;
}
