import { LOG_NAME } from '../../record/exportedLog';
import type { Run } from '../../record/run';
import { type Cell, FORMATS } from '../../rows/cell';
import { writeText } from '../../rows/text';
import type { Area, Grid } from '../../table/grid';
import { freeTabName } from '../../table/names';
import type { Effects } from '../effects';

/** What the tab of the exported log is called, unless somebody's is. */
const TAB = 'Refresh log';

/** The columns of the exported log: title, and what a run has in it. */
const COLUMNS: [title: string, cell: (run: Run) => Cell][] = [
  ['When (UTC)', ({ at }) => at / 86_400_000 + 25_569],
  ['Query', ({ name }) => writeText(name)],
  ['Outcome', ({ outcome }) => outcome],
  ['Why', ({ why }) => why],
  ['Who', ({ by }) => writeText(by ?? '')],
  ['Accounts', ({ account }) => writeText(account ?? '')],
  ['Period', ({ period }) => writeText(period ?? '')],
  ['Rows before', ({ rowsBefore }) => rowsBefore ?? ''],
  ['Rows', ({ rows }) => rows ?? ''],
  ['New', ({ changes }) => changes?.added ?? ''],
  ['Changed', ({ changes }) => changes?.changed ?? ''],
  ['Gone', ({ changes }) => changes?.gone ?? ''],
  ['Typed over', ({ changes }) => changes?.typedOver ?? ''],
  ['Hours moved', ({ changes }) => (changes?.seconds == null ? '' : changes.seconds / 3600)],
  ['Requests', ({ requests }) => requests],
  ['Sent again', ({ retries }) => retries ?? 0],
  ['Seconds', ({ seconds }) => seconds],
  ['Read twice', ({ confirmed }) => confirmed ?? false],
  ['Warnings', ({ warnings }) => writeText(warnings.join('\n'))],
  ['Problem', ({ problem }) => writeText(problem ?? '')],
];

/** Where the log was written to, as people write it, and how many runs it has. */
export interface ExportedRuns {
  address: string;
  runs: number;
}

/**
 * Writes the refresh log to a tab, newest first, in the place of what was exported before; the tab is shown. Cells beside it stay. A
 * tab of that name that isn't known to be the log's is somebody's: then there is another.
 */
export function exportRuns(effects: Effects): ExportedRuns {
  const { grid, lock, log } = effects;
  return lock.hold(() => {
    const runs = log.all();
    const header = COLUMNS.map(([title]) => title);
    const lines = [header, ...runs.map((run) => COLUMNS.map(([, cell]) => cell(run)))];
    const old = standing(effects);
    const { range, first } = old ?? newTab(effects);
    const area = { ...first, rows: lines.length, columns: header.length };
    const height = Math.max(old?.first.rows ?? 0, area.rows);
    grow(grid, { ...area, rows: height });
    while (lines.length < height) lines.push(header.map(() => ''));
    const times = { ...area, row: area.row + 1, rows: height - 1, columns: 1 };
    if (height > 1) grid.setNumberFormat([times], FORMATS['date-time']);
    grid.write({ ...area, rows: height }, lines);
    grid.flush();
    grid.name(range, area);
    if (!old) grid.styleHeader({ ...area, rows: 1 }, true);
    grid.flush();
    grid.show(area);
    return { address: grid.address(area), runs: runs.length };
  });
}

/** The log as it was exported before, if it still begins with its header; else whatever is there is left alone. */
function standing({ grid, exported }: Effects): { range: string; first: Area } | null {
  const known = exported.get();
  const named = known ? grid.named(known.range) : null;
  if (known === null || named === null || named.sheet !== known.sheet) return null;
  if (named.columns !== COLUMNS.length) return null;
  const [shown] = grid.texts({ ...named, rows: 1 });
  return shown.every((text, index) => text === COLUMNS[index][0])
    ? { range: known.range, first: named }
    : null;
}

function newTab({ grid, exported }: Effects): { range: string; first: Area } {
  const sheet = grid.addTab(freeTabName(grid, TAB), false, () => undefined);
  const taken = new Set(grid.rangeNames());
  let range = LOG_NAME;
  for (let number = 2; taken.has(range); number++) range = `${LOG_NAME}_${number}`;
  exported.set({ range, sheet });
  return { range, first: { sheet, row: 1, column: 1, rows: 1, columns: 1 } };
}

function grow(grid: Grid, area: Area): void {
  const tab = grid.size(area.sheet);
  const needed = { rows: area.row + area.rows - 1, columns: area.column + area.columns - 1 };
  if (needed.rows > tab.rows || needed.columns > tab.columns) grid.grow(area.sheet, tab, needed);
}
