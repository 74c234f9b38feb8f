import type { Feature } from '../clockify/features';
import type { Limited } from '../datasets/dataset';
import type { Managing } from '../logins/managing';
import { displayName, settleShares, sharingOff } from '../logins/sharing';
import { type LoginView, listLogins } from '../logins/view';
import type { Problem } from '../problems/problem';
import { fieldsOf, reports } from '../reports';
import type { AnyField, AnyReport, EntityKind, Need, TimeUnit, ValueType } from '../reports/report';
import type { Store } from '../store/store';
import type { Effects } from './effects';
import { type ChosenAccount, lastAccounts } from './lastAccounts';
import { listQueries, type QueryView } from './listQueries';
import { type SchedulesView, schedulesView } from './schedule/wake';

/** A field as somebody who chooses columns sees it. */
export interface FieldView {
  id: string;
  title: string;
  sentence: string;
  type: ValueType;
  role: 'dimension' | 'metric';
  /** What must be allowed before it has a value. */
  needs?: Need;
  /** The feature of the plan without which it may have none. */
  feature?: Feature;
  /** Money that not everybody who can open the spreadsheet may be meant to see. */
  confidential: boolean;
  /** Whether it is of one record alone: choosing it suggests one row each. */
  each?: true;
  /** What it counts in, for a dimension of time. */
  time?: TimeUnit;
  /** What it names, for a dimension whose values are picked from a list. */
  entity?: EntityKind;
  /** How it is reckoned from others. */
  formula?: string;
  /** Whether a record may have several values of it: then a condition looks at each. */
  multiple?: true;
  /** Whether Clockify can give its sums without giving the records. */
  summed?: true;
  /** Whether it adds up over rows, so that it can have a running total and a share. */
  adds?: true;
}

/** A report as somebody who chooses one sees it. */
export interface ReportView {
  id: string;
  title: string;
  sentence: string;
  /** What its rows are called, in the plural. */
  rows: string;
  /** What one row each is a row of, in the singular. */
  row: string;
  /** What can have rows without time, besides days. */
  fills: ('people' | 'projects')[];
  /** What the role of a key's owner decides of its rows, and of what its rows are filled with. */
  limited?: Limited;
  limitedFills: Partial<Record<'people' | 'projects', Limited>>;
  /** The feature of the plan without which Clockify refuses it. */
  feature?: Feature;
  /** Whether it has a period. */
  dated: boolean;
  /** The field by which its rows are known one by one. */
  idField: string;
  defaults: string[];
  fields: FieldView[];
}

/** All that the sidebar needs to begin with, in one call that asks nothing of Clockify. */
export interface Overview {
  /** Milliseconds since 1970. */
  now: number;
  logins: LoginView[];
  queries: QueryView[];
  reports: ReportView[];
  /** Whether it was said once here that everybody who can open the spreadsheet sees amounts. */
  amountsTold: boolean;
  /** The accounts that this person chose last, in any spreadsheet; none when their logins no longer see them. */
  lastAccounts: ChosenAccount[];
  /** The name under which this person shares logins; null while they have given none. */
  displayName: string | null;
  /** Why logins can't be shared in this spreadsheet; null where they can. */
  sharingOff: Problem | null;
  /** Whether somebody can be asked for access by a link. */
  links: { on: boolean };
  /** How what this person's schedules need of Google stands. */
  schedules: SchedulesView;
}

const AMOUNTS_TOLD = 'amounts-told';

/** What this person shares is brought up to date first, in the spreadsheets in which they open the sidebar. */
export function overview(
  effects: Effects,
  managing: Managing,
  document: Store,
  links: Overview['links'],
): Overview {
  settleShares(managing);
  const logins = listLogins(managing);
  const sees = ({ login, workspace }: ChosenAccount) =>
    logins.some(({ id, accounts }) => id === login && accounts.some((account) => account.id === workspace));
  return {
    now: effects.clock.now(),
    logins,
    queries: listQueries(effects),
    reports: reports.map((report) => ({
      id: report.id,
      title: report.title,
      sentence: report.sentence,
      rows: report.rows,
      row: report.row,
      fills: (['people', 'projects'] as const).filter((kind) => report.fills?.[kind] !== undefined),
      ...limitsOf(report),
      dated: report.dataset.dated,
      idField: report.idField,
      defaults: report.defaults,
      fields: fieldsOf(report).map((field) => viewOf(field, report)),
    })),
    amountsTold: document.get(AMOUNTS_TOLD) !== null,
    lastAccounts: lastAccounts(effects.choices, sees),
    displayName: displayName(managing),
    sharingOff: sharingOff(managing),
    links,
    schedules: schedulesView(effects),
  };
}

function viewOf(field: AnyField, report: AnyReport): FieldView {
  const { id, title, sentence, type, role, needs, feature, formula, group } = field;
  return {
    id,
    title,
    sentence,
    type,
    role,
    confidential: needs !== undefined,
    ...(needs !== undefined && { needs }),
    ...(feature !== undefined && { feature }),
    ...(formula !== undefined && { formula }),
    ...(report.sums !== undefined && group !== undefined && { summed: true as const }),
    ...(field.role === 'metric' && addsUp(field) && { adds: true as const }),
    ...(field.role === 'dimension' && {
      ...(field.each && { each: true as const }),
      ...(field.time && { time: field.time }),
      ...(field.entity && { entity: field.entity.kind }),
      ...(field.names && { multiple: true as const }),
    }),
  };
}

function limitsOf({ dataset, fills }: AnyReport): Pick<ReportView, 'limited' | 'limitedFills' | 'feature'> {
  const { limited, feature } = dataset;
  const [people, projects] = [fills?.people?.dataset.limited, fills?.projects?.dataset.limited];
  return {
    ...(limited !== undefined && { limited }),
    ...(feature !== undefined && { feature }),
    limitedFills: { ...(people && { people }), ...(projects && { projects }) },
  };
}

/** Quotients don't, and counts of different things would count twice what is in two rows. */
function addsUp({ measure }: Extract<AnyField, { role: 'metric' }>): boolean {
  return 'sum' in measure || 'count' in measure;
}

/** Remembers, for all users of the spreadsheet, that it was said. */
export function tellAmounts(document: Store): void {
  document.set(AMOUNTS_TOLD, 'yes');
}
