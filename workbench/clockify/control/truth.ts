import { secondsOf } from '../entries/money';
import { totalsOf } from '../entries/totals';
import type { Entry, Workspace } from '../model';
import { dayRange, localDay } from '../zones';

/** What a period really holds, from the demo's own data: running timers left out, amounts as exact sums. */
export interface Truth {
  entries: number;
  seconds: number;
  billableSeconds: number;
  /** Minor units by currency: the exact sum, rounded nowhere. */
  amounts: Record<string, number>;
  cost: Record<string, number>;
  perDay: Record<string, { entries: number; seconds: number }>;
  ids: string[];
}

/** The truth about the days `from` … `to` (both included) in `zone`, as of `now` (epoch ms). */
export function truthOf(workspace: Workspace, from: string, to: string, zone: string, now: number): Truth {
  const range = dayRange(zone, from, to);
  const found = workspace.entries.between(range.from, range.to, now);
  const entries: Entry[] = [];
  const perDay: Truth['perDay'] = {};
  for (let index = 0; index < found.length; index += 1) {
    const entry = found.at(index)!;
    if (entry.end === null) continue;
    entries.push(entry);
    const date = localDay(zone, entry.start);
    perDay[date] ??= { entries: 0, seconds: 0 };
    perDay[date].entries += 1;
    perDay[date].seconds += secondsOf(entry);
  }
  const totals = totalsOf(workspace, entries);
  const minor = (kind: 'earned' | 'cost') =>
    Object.fromEntries(totals.money.map((each) => [each.currency, (each[kind] ?? 0) / 3600]));
  return {
    entries: totals.entries,
    seconds: totals.seconds,
    billableSeconds: totals.billableSeconds,
    amounts: minor('earned'),
    cost: minor('cost'),
    perDay,
    ids: entries.map((entry) => entry.id),
  };
}

export type ListName = 'projects' | 'clients' | 'users' | 'tags' | 'tasks';

export interface ListTruth {
  count: number;
  ids: string[];
}

/** Everything of a kind in a workspace, archived and deactivated included. */
export function truthOfList(workspace: Workspace, name: ListName): ListTruth {
  const lists: Record<ListName, { id: string }[]> = {
    projects: workspace.projects,
    clients: workspace.clients,
    users: workspace.members.map(({ person }) => person),
    tags: workspace.tags,
    tasks: workspace.projects.flatMap((project) => project.tasks),
  };
  const ids = lists[name].map(({ id }) => id);
  return { count: ids.length, ids };
}
