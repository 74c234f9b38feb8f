import type { GroupName } from '../entries/levels';
import { forMembers } from '../http/access';
import { weekDays } from '../zones';
import type { ReportBody } from './reportBody';
import { questionOf } from './reportQuestion';
import { renderTotals } from './reportTotals';
import { type GroupColumn, renderGroups } from './summaryGroups';

/** The body of POST /reports/summary, after the contract has checked it. */
export interface SummaryBody extends ReportBody {
  summaryFilter: {
    groups: GroupName[];
    sortColumn?: GroupColumn;
    summaryChartType?: 'BILLABILITY' | 'PROJECT';
  };
}

/** POST /reports/summary: up to three nested levels of groups, all of them at once: this report has no pages. */
export const getSummaryReport = forMembers({
  operation: 'getSummaryReport',
  answer(call) {
    const body = call.body as SummaryBody;
    const { workspace, member } = call;
    const { groups, totals } = call.state.selections.groups(
      workspace,
      { ...questionOf(call, body), running: workspace.settings.summaryListsRunning },
      {
        groups: body.summaryFilter.groups,
        zone: body.timeZone,
        weekStart: weekDays.indexOf(body.weekStart ?? member.person.weekStart),
      },
    );
    const rendered = renderGroups(workspace, groups, body);
    return {
      body: { totals: renderTotals(workspace, totals, body), groupOne: rendered.groups },
      rows: rendered.count,
    };
  },
});
