import type { LoginView } from '../../src/logins/manage';
import type { Query } from '../../src/query/query';
import type { TableView } from '../../workbench/session';
import { type Ground, queryOf, type Wish } from './ground';

/** What a question adds to a wish: any part of a query; `grain` is `grouped` where nothing else is said. */
export interface Question extends Wish {
  more?: Partial<Query>;
}

/** The query of a question, as the sidebar would send it. */
export function asked({ more, ...wish }: Question, login: LoginView): Partial<Query> {
  return { ...queryOf(wish, login), grain: 'grouped', ...more };
}

/** An answer: the table, and the names of its columns by their place. */
export interface Answer extends TableView {
  query: Query;
  /** Requests that the refresh sent. */
  requests: number;
  warnings: string[];
}

/** Asks a question in a tab of its own, and forgets the query again, so that hundreds can be asked in one spreadsheet. */
export async function answerTo(ground: Ground, question: Question, login: LoginView): Promise<Answer> {
  const query = await ground.session.saveQuery(asked(question, login));
  ground.session.reset();
  const { warnings } = await ground.refresh(query);
  const { requests } = ground.session.used;
  const table = await ground.table(query);
  await ground.session.call('deleteQuery', { query: query.id });
  ground.sheet.deleteTab(table.tab);
  return { ...table, query, requests, warnings };
}

/** The rows of a table below its titles. */
export function rowsOf({ values }: TableView): TableView['values'] {
  return values.slice(1);
}
