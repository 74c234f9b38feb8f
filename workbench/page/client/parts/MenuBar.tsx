import { actionsOf, formats } from '../actions';
import { type Item, Menu } from './Menu';
import { askForNote } from './Note';
import { usePage, useShown } from './usePage';

/** The menus; all that stands in them works. */
export function MenuBar() {
  const page = usePage();
  const { state, rect, tabs, active } = useShown();
  const act = actionsOf(page);
  const rows = rect.rows === 1 ? '1 row' : `${rect.rows} rows`;
  const columns = rect.columns === 1 ? '1 column' : `${rect.columns} columns`;
  const addon: Item[] = state.menu.map((item) =>
    item === 'separator'
      ? 'rule'
      : { label: item.caption, act: () => page.choose(item.caption, item.functionName) },
  );
  const front = tabs.find(({ id }) => id === active);
  const menus: [string, Item[]][] = [
    [
      'File',
      [
        { label: `Download "${front?.name ?? ''}" as CSV`, act: () => act.download() },
        { label: 'The same with raw texts', act: () => act.download(true) },
        'rule',
        { label: 'Open as another user', act: act.secondUser },
      ],
    ],
    [
      'Edit',
      [
        { label: 'Undo', hint: 'Ctrl+Z', act: act.undo },
        { label: 'Redo', hint: 'Ctrl+Y', act: act.redo },
        'rule',
        { label: 'Delete values', hint: 'Del', act: act.clear },
        { label: `Delete ${rows}`, act: act.deleteRows },
        { label: `Delete ${columns}`, act: act.deleteColumns },
      ],
    ],
    [
      'View',
      [
        {
          label: 'Freeze',
          items: [
            { label: 'No rows', act: () => act.freeze(0) },
            { label: '1 row', act: () => act.freeze(1) },
            {
              label: `Up to row ${rect.row + rect.rows - 1}`,
              act: () => act.freeze(rect.row + rect.rows - 1),
            },
          ],
        },
      ],
    ],
    [
      'Insert',
      [
        { label: `${rows} above`, act: () => act.insertRows(false) },
        { label: `${rows} below`, act: () => act.insertRows(true) },
        { label: `${columns} left`, act: () => act.insertColumns(false) },
        { label: `${columns} right`, act: () => act.insertColumns(true) },
        'rule',
        { label: 'Sheet', act: act.addTab },
        'rule',
        { label: 'Note', act: () => askForNote(page) },
      ],
    ],
    [
      'Format',
      [
        {
          label: 'Number',
          items: formats.map(({ label, pattern, sample }) => ({
            label,
            hint: sample,
            act: () => act.format(pattern),
          })),
        },
        { label: 'Bold', hint: 'Ctrl+B', act: act.bold },
        {
          label: 'Alignment',
          items: ['Left', 'Center', 'Right'].map((label) => ({
            label,
            act: () => act.align(label.toLowerCase()),
          })),
        },
      ],
    ],
    ['Extensions', [{ label: 'Clocktable', items: addon }]],
  ];
  return (
    <nav class="menu-bar" aria-label="Menus">
      {menus.map(([label, items]) => (
        <Menu key={label} label={label} items={items} />
      ))}
    </nav>
  );
}
