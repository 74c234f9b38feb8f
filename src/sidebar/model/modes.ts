import type { ReportView } from '../../actions/overview';
import { MOST_WINDOW_DAYS, type Mode } from '../../query/mode';
import { DAY, modeMisfit } from '../../query/modeMisfit';
import { words } from '../words';
import type { Draft } from './draft';
import { fieldOf } from './fields';

/** How many days are updated where nobody says how many. */
export const USUAL_DAYS = 7;

/** Why a draft can't be refreshed in a mode; null when it can. */
export function modeBarred(mode: Mode, draft: Draft, report: ReportView): string | null {
  const titled = (field: string) => ({ field, title: fieldOf(report, field)?.title ?? field });
  const misfit = modeMisfit(draft, mode, {
    title: report.title,
    dated: report.dated,
    id: titled(report.idField),
    day: fieldOf(report, DAY) ? titled(DAY) : null,
  });
  return misfit && words.mode.barred(misfit.why, misfit.remedy);
}

/** What is wrong with the mode of a draft; null when nothing is. */
export function modeFault(draft: Draft, report: ReportView): string | null {
  const { mode } = draft;
  if (mode === undefined) return null;
  if (mode.kind === 'last-days' && !areDays(mode.days)) return words.mode.badDays(MOST_WINDOW_DAYS);
  return modeBarred(mode, draft, report);
}

function areDays(days: number): boolean {
  return Number.isInteger(days) && days >= 1 && days <= MOST_WINDOW_DAYS;
}
