import { WorkdayEntries } from '../entries/workdays';
import type { Person, Workspace } from '../model';
import { WorkspaceBuilder } from './builder';

/**
 * Harbour Works: a second workspace of the same owner in another currency, with other people, and with the other
 * spellings of a report: `timeEntries`, `id`, `tagIds`, `Z` times beside `zonedStart`, `earnedAmount`, `totals: [null]`.
 */
export function harbour(number: number, seed: number, owner: Person, guest: Person): Workspace {
  const build = new WorkspaceBuilder({
    number,
    name: 'Harbour Works',
    currencies: ['GBP'],
    plan: 'STANDARD_2021',
    hourlyRate: 6500,
    settings: { onlyAdminsSeeAllTimeEntries: false, onlyAdminsSeeBillableRates: false },
    style: {
      rows: 'timeEntries',
      id: 'id',
      tags: 'tagIds',
      interval: 'zoned',
      emptyTotals: 'null',
      currencyTotals: 'object',
      amounts: 'earnedAmount',
      summaryNone: 'empty',
      summaryValues: 'exact',
    },
  });
  build.workspace.features = build.workspace.features.filter((name) => name !== 'LABOR_COST');
  build.join(owner, { role: 'WORKSPACE_ADMIN' });
  build.person('Harriet Colby', { role: 'OWNER', zone: 'Europe/London', hourlyRate: 9000 });
  build.person('Owen Treharne', { zone: 'Europe/London', hourlyRate: 6000 });
  build.person('Saoirse Delany', { zone: 'Europe/Dublin', role: 'PROJECT_MANAGER' });
  build.person('Anil Deshmane', { zone: 'Asia/Kolkata', weekStart: 'SUNDAY' });
  build.join(guest);
  for (const tag of ['dry dock', 'night shift', 'tide']) build.tag(tag);
  const port = build.client('Port of Wexmouth');
  const yard = build.client('Salter Boatyard');
  build.project('Quay wall survey', { client: port, hourlyRate: 8200, tasks: ['Diving', 'Drawing'] });
  build.project('Lighting', { client: port, tasks: ['Cabling', 'Mounting'] });
  build.project('Slipway', { client: yard, hourlyRate: 7000, tasks: ['Concrete', 'Winch'] });
  build.project('Tool shed', { client: yard });
  build.project('Safety briefings', { billable: false });
  build.workspace.entries = new WorkdayEntries(build.workspace, seed, {
    since: '2025-01-01',
    perDay: [3, 5],
  });
  return build.workspace;
}
