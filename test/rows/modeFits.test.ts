import type { Mode } from '../../src/query/mode';
import { modeMisfit } from '../../src/query/modeMisfit';
import type { Query } from '../../src/query/query';
import { reportOf } from '../../src/reports';
import { toldOf } from '../../src/rows/modeFits';
import { query } from '../job/server';

const byId: Mode = { kind: 'by-id' };
const lastDays: Mode = { kind: 'last-days', days: 7 };
const fields = (...ids: string[]) => ({ columns: ids.map((field) => ({ field })) });

function misfit(mode: Mode, changes: Partial<Query>): string | null {
  const asked = { ...query, ...changes };
  return modeMisfit(asked, mode, toldOf(reportOf(asked.report)))?.why ?? null;
}

test.each<[string, Mode, Partial<Query>]>([
  ['one row each with its id', byId, fields('entry-id', 'duration')],
  ['a list without days, by id', byId, { report: 'projects', ...fields('project', 'project-id') }],
  ['one row each with its day', lastDays, fields('date', 'duration')],
  ['groups with their day', lastDays, { grain: 'grouped', ...fields('date', 'user', 'hours') }],
  ['an order', lastDays, { ...fields('date', 'hours'), sort: [['hours', 'desc']] }],
])('%s can be gone on from', (_, mode, changes) => {
  expect(misfit(mode, changes)).toBeNull();
});

test.each<[string, Mode, Partial<Query>, string]>([
  ['groups by id', byId, { grain: 'grouped', ...fields('user', 'hours') }, 'its rows are grouped'],
  ['rows without their id', byId, fields('date'), 'Entry ID is not in the table'],
  ['rows without their day', lastDays, fields('start', 'hours'), 'Date is not in the table'],
  ['what has no period', lastDays, { report: 'projects', ...fields('project') }, 'Projects has no period'],
  ['totals', lastDays, { ...fields('date', 'hours'), totals: true }, 'it has totals'],
  ['a limit', byId, { ...fields('entry-id'), limit: 5 }, 'it has a limit of rows'],
  [
    'a running total',
    lastDays,
    { columns: [{ field: 'date' }, { field: 'hours', show: 'running' }] },
    'a column shows a running total or a share',
  ],
  [
    'one account read twice',
    byId,
    { ...fields('entry-id'), accounts: ['l1', 'l2'].map((login) => ({ login, workspace: 'w1', name: 'A' })) },
    'one account is read with two logins',
  ],
])('%s can not', (_, mode, changes, why) => {
  expect(misfit(mode, changes)).toBe(why);
});
