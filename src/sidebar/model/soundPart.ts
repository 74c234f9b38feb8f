import type { ReportView } from '../../actions/overview';
import type { Draft } from './draft';
import { soundFilters } from './filters';
import { settingFaults } from './settings';

/** A draft without what is still being made or can't stay as it is: what can be said of it, whatever somebody is typing. */
export function soundPart(draft: Draft, report: ReportView | undefined): Draft {
  if (!report) return draft;
  const { split, compare, limit } = settingFaults(draft, report);
  const filters = soundFilters(draft.filters ?? [], report);
  return {
    ...draft,
    filters: filters.length > 0 ? filters : undefined,
    split: split ? undefined : draft.split,
    compare: compare ? undefined : draft.compare,
    limit: limit ? undefined : draft.limit,
  };
}
