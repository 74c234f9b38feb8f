import type { QueryView } from '../../actions/listQueries';
import type { ReportView } from '../../actions/overview';
import { words } from '../words';
import { type Draft, freeName } from './draft';
import { firstFault } from './filters';
import { periodFault } from './periods';
import { type SettingFaults, settingFaults } from './settings';

/** What keeps a draft from being saved, by the part that has to be mended. */
export interface Faults extends SettingFaults {
  name?: string;
  /** A name to take instead of one that another query has. */
  freeName?: string;
  accounts?: string;
  rows?: string;
  period?: string;
  filters?: string;
}

/** What keeps a draft from being saved beside the other queries; empty when nothing does. */
export function faultsOf(draft: Draft, report: ReportView | undefined, queries: QueryView[] = []): Faults {
  const faults: Faults = nameFaults(draft, queries);
  if (draft.accounts.length === 0) faults.accounts = words.accounts.missing;
  if (draft.columns.length === 0) faults.rows = words.columns.missing;
  const period = report?.dated === false ? null : periodFault(draft.period);
  if (period) faults.period = period;
  const filter = firstFault(draft.filters ?? [], report);
  if (filter) faults.filters = filter.fault;
  return report ? { ...faults, ...settingFaults(draft, report) } : faults;
}

/** A name is missing or taken. One that a query already has may stay, also where another has it too. */
function nameFaults({ id, name }: Draft, queries: QueryView[]): Faults {
  const wanted = name.trim();
  if (wanted === '') return { name: words.check.nameMissing };
  const others = queries.filter((view) => view.id !== id).map((view) => view.name);
  const same = (other: string) => other.trim().toLowerCase() === wanted.toLowerCase();
  if (!others.some(same) || queries.some((view) => view.id === id && view.name === name)) return {};
  return { name: words.check.nameTaken, freeName: freeName(wanted, others) };
}
