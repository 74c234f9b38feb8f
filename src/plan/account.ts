import type { Scope } from '../datasets/dataset';
import type { WeekStart } from '../query/period';

/** What the planner needs to know of an account. */
export interface AccountFacts {
  login: string;
  workspace: string;
  /** As Clockify calls it today. */
  name: string;
  region: string;
  /** Whose key the login had, by Clockify's id; left out by who doesn't know. What two people see is never put together. */
  person?: string;
  weekStart: WeekStart;
  /** Longest period of a report, in days; null when there is no limit, or none is known. */
  mostDays: number | null;
  /** Whether the account's plan has labour cost. */
  hasCost: boolean;
  /** How many requests the account answers an hour; null where none is limited so. */
  hourly: number | null;
  /** The currencies of the account (ISO 4217); none where they are not known. */
  currencies: string[];
  /** Its own one of them. */
  currency: string | null;
}

/** An account of a plan with the most that it may be asked for. */
export interface PlannedAccount extends AccountFacts {
  amounts: Scope['amounts'];
}

/** The accounts of several queries, each once, and for each query which of them are its own. */
export function accountsOf(facts: AccountFacts[][]): { accounts: PlannedAccount[]; indices: number[][] } {
  const accounts: PlannedAccount[] = [];
  const indices = facts.map((some) => some.map((account) => indexIn(accounts, account)));
  return { accounts, indices };
}

function indexIn(accounts: PlannedAccount[], facts: AccountFacts): number {
  const { login, workspace, hasCost } = facts;
  const known = accounts.findIndex((other) => other.login === login && other.workspace === workspace);
  if (known >= 0) return known;
  return accounts.push({ ...facts, amounts: hasCost ? 'earned-and-cost' : 'earned' }) - 1;
}

const AMOUNTS = ['hidden', 'earned', 'earned-and-cost'] as const;

/** The larger of amounts that are wanted of one reading. */
export function moreOf(one: Scope['amounts'], other: Scope['amounts']): Scope['amounts'] {
  return AMOUNTS.indexOf(one) > AMOUNTS.indexOf(other) ? one : other;
}

/** What of the amounts that are wanted an account may be asked for. */
export function lessOf(one: Scope['amounts'], other: Scope['amounts']): Scope['amounts'] {
  return AMOUNTS.indexOf(one) < AMOUNTS.indexOf(other) ? one : other;
}
