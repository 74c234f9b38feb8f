import { cost3600, currencyOf, earned3600, secondsOf } from '../entries/money';
import type { Entry, Workspace } from '../model';
import { dayRange, localDay } from '../zones';
import { type Calendar, type TruthDimension, type TruthValue, valuesOf } from './dimensions';

/** What the entries of a group really come to; money exact, in minor units by currency. */
export interface TruthGroup {
  /** One for each dimension, in the order asked: the value's id, null for "without". */
  ids: (string | null)[];
  names: (string | null)[];
  entries: number;
  seconds: number;
  billableSeconds: number;
  /** Rounded nowhere; a currency in which no entry had a rate is left out. */
  earned: Record<string, number>;
  cost: Record<string, number>;
  /** How many there are; entries without a project or client count for none. */
  people: number;
  projects: number;
  clients: number;
  days: number;
  /** The sum of each entry's hundredths of an hour, rounded half up. */
  invoiceHundredths: number;
  /** The sum of each billable entry's rate × its rounded hours, rounded half up to a minor unit. */
  invoiceAmount: Record<string, number>;
}

export interface GroupsQuestion extends Calendar {
  by: TruthDimension[];
  /** Days, `yyyy-mm-dd`, both included. */
  from: string;
  to: string;
  /** Epoch milliseconds. */
  now: number;
  /** Whose entries count; null: everybody's. */
  visible: ((entry: Entry) => boolean) | null;
}

/** The truth by dimensions, running timers left out; an entry counts in each group that one of its values is in. */
export function truthOfGroups(workspace: Workspace, question: GroupsQuestion): TruthGroup[] {
  const range = dayRange(question.zone, question.from, question.to);
  const found = workspace.entries.between(range.from, range.to, question.now);
  const groups = new Map<string, Sum>();
  for (let index = 0; index < found.length; index += 1) {
    const entry = found.at(index)!;
    if (entry.end === null || question.visible?.(entry) === false) continue;
    const values = question.by.map((each) => valuesOf(workspace, each, question, entry));
    for (const combination of combinationsOf(values)) {
      const key = JSON.stringify(combination.map(({ id }) => id));
      let sum = groups.get(key);
      if (!sum) {
        sum = new Sum(combination);
        groups.set(key, sum);
      }
      sum.add(workspace, entry, localDay(question.zone, entry.start));
    }
  }
  return [...groups.values()].map((sum) => sum.group);
}

function combinationsOf(lists: TruthValue[][]): TruthValue[][] {
  return lists.reduce<TruthValue[][]>(
    (before, list) => before.flatMap((each) => list.map((value) => [...each, value])),
    [[]],
  );
}

/** Money in whole parts of a minor unit, so that it stays exact. */
type Money = Record<string, number>;

class Sum {
  private entries = 0;
  private seconds = 0;
  private billableSeconds = 0;
  private invoiceHundredths = 0;
  private readonly earned: Money = {};
  private readonly cost: Money = {};
  private readonly invoiceAmount: Money = {};
  private readonly people = new Set<unknown>();
  private readonly projects = new Set<unknown>();
  private readonly clients = new Set<unknown>();
  private readonly days = new Set<string>();

  constructor(private readonly values: TruthValue[]) {}

  add(workspace: Workspace, entry: Entry, date: string): void {
    const seconds = secondsOf(entry);
    const currency = currencyOf(workspace, entry);
    const hundredths = Math.floor((seconds + 18) / 36);
    this.entries += 1;
    this.seconds += seconds;
    this.invoiceHundredths += hundredths;
    put(this.earned, currency, earned3600(entry));
    put(this.cost, currency, cost3600(entry));
    if (entry.billable) {
      this.billableSeconds += seconds;
      const amount = entry.rate === null ? null : Math.floor((entry.rate * hundredths + 50) / 100);
      put(this.invoiceAmount, currency, amount);
    }
    this.people.add(entry.person);
    this.days.add(date);
    if (entry.project) this.projects.add(entry.project);
    if (entry.project?.client) this.clients.add(entry.project.client);
  }

  get group(): TruthGroup {
    return {
      ids: this.values.map(({ id }) => id),
      names: this.values.map(({ name }) => name),
      entries: this.entries,
      seconds: this.seconds,
      billableSeconds: this.billableSeconds,
      earned: minor(this.earned),
      cost: minor(this.cost),
      people: this.people.size,
      projects: this.projects.size,
      clients: this.clients.size,
      days: this.days.size,
      invoiceHundredths: this.invoiceHundredths,
      invoiceAmount: this.invoiceAmount,
    };
  }
}

function put(sums: Money, currency: string, amount: number | null): void {
  if (amount !== null) sums[currency] = (sums[currency] ?? 0) + amount;
}

/** From 3600ths to minor units. */
function minor(sums: Money): Money {
  return Object.fromEntries(Object.entries(sums).map(([code, value]) => [code, value / 3600]));
}
