import type { EntityFilter, EntryFilter } from '../entries/filter';
import type { AmountKind } from './amounts';

type EntityName = 'users' | 'userGroups' | 'clients' | 'projects' | 'tasks' | 'tags' | 'currency';

type WeekDay = 'MONDAY' | 'TUESDAY' | 'WEDNESDAY' | 'THURSDAY' | 'FRIDAY' | 'SATURDAY' | 'SUNDAY';

/** What the bodies of all reports have in common, after the contract has checked them. */
export interface ReportBody extends Partial<Record<EntityName, EntityFilter>> {
  dateRangeStart: string;
  dateRangeEnd: string;
  timeZone: string;
  sortOrder?: 'ASCENDING' | 'DESCENDING';
  amountShown?: AmountKind | 'HIDE_AMOUNT';
  amounts?: AmountKind[];
  billable?: boolean;
  archived?: boolean;
  approvalState?: EntryFilter['approvalState'];
  invoicingState?: EntryFilter['invoicingState'];
  description?: string;
  withoutDescription?: boolean;
  weekStart?: WeekDay;
}
