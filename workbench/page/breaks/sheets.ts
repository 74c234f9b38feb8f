import { formatA1, type Rect } from '../../gas/a1';
import type { Platform } from '../../gas/platform';
import type { Break, Breakable } from './break';

const group = 'Google';
const chart = 'Chart1';

/** What people do to a spreadsheet by Sheets' own menus. */
export function sheetsBreaks({ platform, bringToFront }: Breakable): Break[] {
  const { spreadsheet } = platform;
  const converted = new Set<string>();
  return [
    {
      id: 'native-table',
      group,
      title: 'Convert to table',
      chip: 'Native table',
      kind: 'switch',
      promise:
        'Sheets’ own tables have typed columns, into which a script can’t write. The refresh says so and what to do; the old rows stay.',
      on: () => converted.size > 0,
      async start() {
        const tables = tablesOf(platform);
        if (tables.length === 0) return 'There is no table of a query yet: get one first.';
        for (const { tab, rect } of tables) {
          spreadsheet.makeTable(tab, formatA1(rect), tab);
          converted.add(tab);
        }
        return `Now native tables: ${tables.map(({ tab }) => tab).join(', ')}.`;
      },
      async stop() {
        for (const tab of converted) if (platform.workbook.byName(tab)) spreadsheet.removeTables(tab);
        converted.clear();
      },
    },
    {
      id: 'chart-tab',
      group,
      title: 'A chart tab in front',
      chip: 'Chart in front',
      kind: 'switch',
      promise:
        'A chart was moved to a tab of its own, which has no cells. Sidebar, menu and refresh work as ever; a table can’t start there.',
      on: () => platform.workbook.byName(chart)?.type === 'OBJECT',
      async start() {
        if (!platform.workbook.byName(chart)) spreadsheet.addChartTab(chart);
        bringToFront(chart);
        return `The tab ${chart} is in front.`;
      },
      async stop() {
        if (platform.workbook.byName(chart)?.type === 'OBJECT') spreadsheet.deleteTab(chart);
      },
    },
    {
      id: 'copy',
      group,
      title: 'Make a copy',
      chip: 'Copy',
      kind: 'button',
      promise:
        'This page shows a copy of the spreadsheet from now on: its cells and queries, nothing of what the add-on keeps beside them. The sidebar asks once for what it lacks.',
      async start() {
        platform.becomeCopy();
        return `This is ${platform.spreadsheetName}. Reload the page and open the sidebar again.`;
      },
    },
  ];
}

/** Where the tables of queries are: what the add-on's named ranges name, without the columns within them. */
function tablesOf({ workbook }: Platform): { tab: string; rect: Rect }[] {
  const named = workbook.names.flatMap(({ name, sheetId, rect }) =>
    rect && name.startsWith('Clockify_') ? [{ sheetId, rect }] : [],
  );
  const whole = named.filter(
    (each) =>
      !named.some(
        (other) => other !== each && other.sheetId === each.sheetId && holds(other.rect, each.rect),
      ),
  );
  return whole.flatMap(({ sheetId, rect }) => {
    const sheet = workbook.find(sheetId);
    return sheet && !sheet.hidden ? [{ tab: sheet.name, rect }] : [];
  });
}

function holds(outer: Rect, inner: Rect): boolean {
  return (
    outer.row <= inner.row &&
    outer.column <= inner.column &&
    outer.row + outer.rows >= inner.row + inner.rows &&
    outer.column + outer.columns >= inner.column + inner.columns
  );
}
