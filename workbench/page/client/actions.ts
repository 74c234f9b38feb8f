import type { Rect } from '../../gas/a1';
import type { Attribute } from '../../gas/cellAttributes';
import type { Edit } from '../protocol';
import type { Page } from './page';

/** What a person can do to the selection by button or menu. */
export function actionsOf(page: Page) {
  const edit = (change: (rect: Rect) => Edit) => {
    const tab = page.activeTab;
    if (tab) void page.edit(tab, [change(page.shown.rect)]);
  };
  const look = (looks: { [name in Attribute]?: string | null }) =>
    edit((rect) => ({ kind: 'looks', rects: [rect], looks }));
  const first = (name: Attribute) => {
    const { row, column } = page.shown.rect;
    return page.activeTab?.sheet.attributes.get(name, row, column);
  };
  const line = (kind: 'insert' | 'delete', axis: 'rows' | 'columns', after: boolean) =>
    edit((rect) => {
      const count = axis === 'rows' ? rect.rows : rect.columns;
      const at = axis === 'rows' ? rect.row : rect.column;
      return { kind, axis, at: after ? at + count : at, count };
    });
  return {
    first,
    format: (numberFormat: string | null) => look({ numberFormat }),
    bold: () => look({ fontWeight: first('fontWeight') === 'bold' ? null : 'bold' }),
    fontColor: (fontColor: string | null) => look({ fontColor }),
    background: (background: string | null) => look({ background }),
    align: (horizontalAlignment: string | null) => look({ horizontalAlignment }),
    note: (note: string | null) =>
      edit(({ row, column }) => ({
        kind: 'looks',
        rects: [{ row, column, rows: 1, columns: 1 }],
        looks: { note },
      })),
    clear: () => edit((rect) => ({ kind: 'clear', rects: [rect] })),
    type: (text: string) => edit(({ row, column }) => ({ kind: 'type', cells: [{ row, column, text }] })),
    insertRows: (after: boolean) => line('insert', 'rows', after),
    insertColumns: (after: boolean) => line('insert', 'columns', after),
    deleteRows: () => line('delete', 'rows', false),
    deleteColumns: () => line('delete', 'columns', false),
    freeze: (rows: number) => edit(() => ({ kind: 'freeze', rows })),
    addTab: () => edit(() => ({ kind: 'add' })),
    undo: () => void page.grid.commands.executeCommand('univer.command.undo'),
    redo: () => void page.grid.commands.executeCommand('univer.command.redo'),
    /** As it is displayed; `raw` also leaves texts that begin like a formula as they are. */
    download: (raw = false) => {
      const link = document.createElement('a');
      link.href = page.server.csvAddress(page.shown.active, raw);
      link.download = '';
      link.click();
    },
    secondUser: () => {
      const next = page.user === '2' ? '1' : '2';
      window.open(`/?user=${next}`, `clocktable-user-${next}`);
    },
  };
}

export type Actions = ReturnType<typeof actionsOf>;

/** Number formats by the name that Sheets has for them. */
export const formats: readonly { label: string; pattern: string | null; sample: string }[] = [
  { label: 'Automatic', pattern: null, sample: '' },
  { label: 'Plain text', pattern: '@', sample: '' },
  { label: 'Number', pattern: '#,##0.00', sample: '1,000.12' },
  { label: 'Percent', pattern: '0.00%', sample: '10.12%' },
  { label: 'Date', pattern: 'yyyy-mm-dd', sample: '2026-09-26' },
  { label: 'Time', pattern: 'h:mm:ss', sample: '15:59:00' },
  { label: 'Date time', pattern: 'yyyy-mm-dd h:mm:ss', sample: '2026-09-26 15:59:00' },
  { label: 'Duration', pattern: '[h]:mm:ss', sample: '24:01:00' },
];
