import type { Entry, Workspace } from '../model';

/** Whole seconds of an entry; a running one counts none. */
export function secondsOf(entry: Entry): number {
  return entry.end === null ? 0 : Math.round((entry.end - entry.start) / 1000);
}

/** Minor units times 3600, a whole number, so that sums stay exact; null where no rate was ever set. */
export function earned3600(entry: Entry): number | null {
  if (entry.rate === null) return null;
  return entry.billable ? entry.rate * secondsOf(entry) : 0;
}

/** As `earned3600`, for labour cost, which non-billable work has too. */
export function cost3600(entry: Entry): number | null {
  return entry.costRate === null ? null : entry.costRate * secondsOf(entry);
}

/** Amounts are in the client's currency, or the workspace's where there is no client. */
export function currencyOf(workspace: Workspace, entry: Entry): string {
  return (entry.project?.client?.currency ?? workspace.currencies[0]!).code;
}
