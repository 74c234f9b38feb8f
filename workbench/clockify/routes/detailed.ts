import { forMembers } from '../http/access';
import { renderRow } from './detailedRow';
import type { ReportBody } from './reportBody';
import { questionOf } from './reportQuestion';
import { renderTotals } from './reportTotals';

/** The body of POST /reports/detailed, after the contract has checked it. */
export interface DetailedBody extends ReportBody {
  detailedFilter: {
    page?: number;
    pageSize?: number;
    sortColumn?: string;
    options?: { totals?: 'CALCULATE' | 'EXCLUDE' };
    auditFilter?: { withoutProject?: boolean; withoutTask?: boolean };
  };
}

/** POST /reports/detailed: a page of the entries themselves. */
export const getDetailedReport = forMembers({
  operation: 'getDetailedReport',
  answer(call) {
    const body = call.body as DetailedBody;
    const question = questionOf(call, body);
    const { workspace } = call;
    const { page = 1, pageSize = 50, sortColumn = 'DATE', options, auditFilter } = body.detailedFilter;
    const { entries, totals } = call.state.selections.list(
      workspace,
      {
        ...question,
        filter: { ...question.filter, ...auditFilter },
        running: workspace.settings.reportsListRunning,
      },
      { sortColumn, descending: (body.sortOrder ?? 'DESCENDING') === 'DESCENDING' },
    );
    const rows: unknown[] = [];
    const end = Math.min(page * pageSize, entries.length);
    for (let index = (page - 1) * pageSize; index < end; index += 1) {
      rows.push(renderRow(workspace, entries.at(index)!, body));
    }
    const excluded = options?.totals === 'EXCLUDE' && page > 1;
    return {
      body: {
        totals: excluded ? [] : renderTotals(workspace, totals, body),
        [workspace.style.rows]: rows,
      },
      rows: rows.length,
      headers: { 'Last-Page': String(page * pageSize >= entries.length) },
    };
  },
});
