import type { ReportView } from '../../actions/overview';
import { type Mark, marksOf } from '../../logins/sight';
import type { LoginView } from '../../logins/view';
import type { Workspace } from '../../logins/workspace';
import type { QueryAccount, QueryColumn } from '../../query/query';
import { words } from '../words';

/** What the logins of chosen accounts can't see of a report, of its fields, and of what its rows may be filled with. */
export interface ReportMarks {
  /** Of all rows. */
  rows: Mark[];
  /** By the field's id. */
  fields: Map<string, Mark[]>;
  fills: Record<'people' | 'projects', Mark[]>;
}

export const NO_MARKS: ReportMarks = { rows: [], fields: new Map(), fills: { people: [], projects: [] } };

/** The marks of a report; nothing of accounts that no login of ours is known to see. */
export function reportMarks(report: ReportView, accounts: QueryAccount[], logins: LoginView[]): ReportMarks {
  const seen = seenAccounts(accounts, logins);
  const fields = new Map<string, Mark[]>();
  const rows: Mark[] = [];
  for (const mark of marksOf(report, report.fields, seen)) {
    if (mark.field === null) rows.push(mark);
    else fields.set(mark.field, [...(fields.get(mark.field) ?? []), mark]);
  }
  const fill = (kind: 'people' | 'projects') =>
    marksOf({ title: words.fill[kind], limited: report.limitedFills[kind] }, [], seen);
  return { rows, fields, fills: { people: fill('people'), projects: fill('projects') } };
}

/** What keeps a whole report from the logins of chosen accounts, in two or three words; null where nothing does. */
export function refusalOf(report: ReportView, accounts: QueryAccount[], logins: LoginView[]): string | null {
  return shortly(marksOf(report, [], seenAccounts(accounts, logins)).filter(isRefusal));
}

/** What becomes of what is marked, in two or three words; null where nothing is. Of several marks the surest. */
export function shortly(marks: Mark[] | undefined): string | null {
  const told = marks?.find(({ sure }) => sure) ?? marks?.[0];
  return told ? words.marks[told.sure ? 'sure' : 'maybe'][told.effect] : null;
}

/** Why, in one text. */
export function reasonOf(marks: Mark[] | undefined): string | undefined {
  return marks && marks.length > 0 ? marks.map(({ reason }) => reason).join(' ') : undefined;
}

/** The marks of some columns, each reason once. */
export function columnMarks({ fields }: ReportMarks, columns: Pick<QueryColumn, 'field'>[]): Mark[] {
  const found = columns.flatMap(({ field }) => fields.get(field) ?? []);
  return found.filter((mark, index) => found.findIndex(({ reason }) => reason === mark.reason) === index);
}

function isRefusal({ effect }: Mark): boolean {
  return effect === 'refused';
}

function seenAccounts(accounts: QueryAccount[], logins: LoginView[]): Workspace[] {
  return accounts.flatMap(
    ({ login, workspace }) =>
      logins.find(({ id }) => id === login)?.accounts.find(({ id }) => id === workspace) ?? [],
  );
}
