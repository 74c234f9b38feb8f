/** One Clockify that shares no keys with the others: `global`, a data region, or `sub:{name}` for a sub-domain. */
export type Environment = 'global' | 'eu' | 'us' | 'uk' | 'au' | `sub:${string}`;
export type Role = 'OWNER' | 'WORKSPACE_ADMIN' | 'TEAM_MANAGER' | 'PROJECT_MANAGER';
export type EntryType = 'REGULAR' | 'BREAK' | 'HOLIDAY' | 'TIME_OFF';

/** `LIMITED` people have no log-in of their own: they track at a kiosk. */
export const accountStatuses = [
  'ACTIVE',
  'PENDING_EMAIL_VERIFICATION',
  'NOT_REGISTERED',
  'LIMITED',
  'LIMITED_DELETED',
  'DELETED',
] as const;

export type AccountStatus = (typeof accountStatuses)[number];

export interface Person {
  id: string;
  name: string;
  email: string;
  /** The account's status, not the membership's. */
  status: AccountStatus;
  zone: string;
  weekStart: 'MONDAY' | 'SUNDAY' | 'SATURDAY';
  /** False for people whose settings the API answers with null. */
  hasSettings: boolean;
}

export interface Member {
  person: Person;
  /** Null for a regular member. */
  role: Role | null;
  status: 'ACTIVE' | 'PENDING' | 'INACTIVE';
  /** Minor units an hour, in the workspace's currency; null when never set. */
  hourlyRate: number | null;
  costRate: number | null;
}

export interface Currency {
  id: string;
  code: string;
}

export interface Client {
  id: string;
  name: string;
  email: string | null;
  ccEmails: string[] | null;
  address: string | null;
  note: string | null;
  archived: boolean;
  currency: Currency;
}

export interface Estimate {
  /** Seconds for time, minor units for a budget. */
  amount: number;
  type: 'AUTO' | 'MANUAL';
  reset: 'WEEKLY' | 'MONTHLY' | 'YEARLY' | null;
}

export interface Task {
  id: string;
  name: string;
  projectId: string;
  status: 'ACTIVE' | 'DONE';
  billable: boolean;
  assignees: Person[];
  /** Seconds. */
  estimate: number;
  budget: number;
  hourlyRate: number | null;
  costRate: number | null;
}

export interface Project {
  id: string;
  name: string;
  client: Client | null;
  color: string;
  billable: boolean;
  archived: boolean;
  public: boolean;
  template: boolean;
  note: string;
  hourlyRate: number | null;
  costRate: number | null;
  timeEstimate: Estimate | null;
  budgetEstimate: Estimate | null;
  members: Person[];
  tasks: Task[];
}

export interface Tag {
  id: string;
  name: string;
  archived: boolean;
}

export interface Group {
  id: string;
  name: string;
  people: Person[];
  managers: Person[];
}

export interface Entry {
  id: string;
  /** Epoch milliseconds; `end` is null while the timer runs. */
  start: number;
  end: number | null;
  person: Person;
  project: Project | null;
  task: Task | null;
  tags: Tag[] | null;
  description: string | null;
  billable: boolean;
  type: EntryType;
  /** Minor units an hour; null when nobody ever set one: then amounts are null too. */
  rate: number | null;
  costRate: number | null;
  /** What few entries have; absent for the rest, which keeps hundreds of thousands small. */
  more?: EntryExtra;
}

export interface EntryExtra {
  locked?: boolean;
  approvalId?: string;
  invoicing?: [] | { invoiceId: string } | { manuallyInvoiced: boolean };
  /** How this row spells its tags, against its workspace's habit. */
  tagSpelling?: 'tags' | 'tagIds';
  /** Keys that this row leaves out. */
  without?: string[];
}

/** A list that may be computed on demand; arrays are sequences. */
export interface Sequence<T> {
  readonly length: number;
  at(index: number): T | undefined;
}

export interface EntrySource {
  /** True when entries appear as the clock passes them; false for fixed data, shown whatever the clock says. */
  readonly clocked: boolean;
  /** Whether running timers may be among them. */
  readonly mayRun: boolean;
  /** Entries whose start lies in [from, to] (epoch ms) and which are there at `now`, oldest first. Running ones included. */
  between(from: number, to: number, now: number): Sequence<Entry>;
  /** First and last possible start, for questions without a period. */
  readonly first: number;
  readonly last: number;
}

/** Which of the spellings seen on the wire a workspace's reports use. */
export interface WireStyle {
  rows: 'timeentries' | 'timeEntries';
  id: '_id' | 'id';
  tags: 'tags' | 'tagIds';
  interval: 'offset' | 'zoned';
  emptyTotals: 'none' | 'null' | 'zero';
  currencyTotals: 'list' | 'object' | 'absent';
  amounts: 'amount' | 'earnedAmount';
  /** The id of "without project" and the like in a summary report. */
  summaryNone: 'null' | 'empty' | 'absent';
  /** Whether `amounts[].value` of a group is in whole minor units. */
  summaryValues: 'exact' | 'rounded';
}

export interface WorkspaceSettings {
  onlyAdminsSeeAllTimeEntries: boolean;
  onlyAdminsSeeBillableRates: boolean;
  /** Whether the detailed report lists running timers; the real one doesn't. */
  reportsListRunning: boolean;
  /** Whether a summary report has groups for running timers, of no duration. */
  summaryListsRunning: boolean;
}

export interface Workspace {
  /** Position in the world; part of every id of the workspace. */
  number: number;
  id: string;
  name: string;
  environment: Environment;
  plan: string;
  features: string[];
  currencies: Currency[];
  hourlyRate: number;
  costRate: number | null;
  settings: WorkspaceSettings;
  members: Member[];
  clients: Client[];
  projects: Project[];
  tags: Tag[];
  groups: Group[];
  entries: EntrySource;
  style: WireStyle;
}
