import type { Mode } from '../query/mode';
import { DAY, modeMisfit, type Told } from '../query/modeMisfit';
import type { Query } from '../query/query';
import { fieldOf } from '../reports';
import type { AnyReport } from '../reports/report';
import { misplaced } from './unfit';

/** What a report says of itself to those that ask whether a mode fits. */
export function toldOf(report: AnyReport): Told {
  const titled = (field: string) => ({ field, title: fieldOf(report, field).title });
  const day = report.fields.some(({ id }) => id === DAY) ? titled(DAY) : null;
  return { title: report.title, dated: report.dataset.dated, id: titled(report.idField), day };
}

/** Raises `field-misplaced` for a mode that a query can't be refreshed in. */
export function modeFits(query: Query, mode: Mode, report: AnyReport): void {
  const misfit = modeMisfit(query, mode, toldOf(report));
  if (misfit === null) return;
  const title =
    mode.kind === 'by-id' ? "Rows can't be updated by ID" : "The last days alone can't be updated";
  misplaced(query, `${title}: ${misfit.why}`, `${misfit.remedy}, or replace everything.`);
}
