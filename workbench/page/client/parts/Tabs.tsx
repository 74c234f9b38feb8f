import { useState } from 'preact/hooks';
import type { Edit, TabHead } from '../../protocol';
import { actionsOf } from '../actions';
import { Icon } from './Icon';
import { type Item, Menu } from './Menu';
import { usePage, useShown } from './usePage';

/** The strip of tabs; hidden ones are in the list of all. */
export function Tabs() {
  const page = usePage();
  const { tabs, active } = useShown();
  const visible = tabs.filter(({ hidden }) => !hidden);
  const all: Item[] = tabs.map(({ id, name, hidden }) => ({
    label: name,
    hint: hidden ? 'hidden' : undefined,
    act: () => (hidden ? edit(page, id, { kind: 'hide', hidden: false }) : page.front(id)),
  }));
  return (
    <div class="tabs">
      <button
        type="button"
        class="tool"
        title="Add sheet"
        aria-label="Add sheet"
        onClick={actionsOf(page).addTab}
      >
        <Icon name="plus" />
      </button>
      <Menu name="All sheets" className="tool" label={<Icon name="list" />} items={all} />
      <div class="strip">
        {/* Between the tabs are their menus, which are none of the list's own. */}
        <div role="tablist" aria-label="Sheets" aria-owns={visible.map(({ id }) => `tab-${id}`).join(' ')} />
        {visible.map((tab) => (
          <TabButton key={tab.id} tab={tab} front={tab.id === active} />
        ))}
      </div>
    </div>
  );
}

function edit(page: ReturnType<typeof usePage>, id: number, change: Edit): void {
  const tab = page.tabOf(id);
  if (tab) void page.edit(tab, [change]);
}

function TabButton({ tab: { id, name }, front }: { tab: TabHead; front: boolean }) {
  const page = usePage();
  const { tabs } = useShown();
  const [renaming, setRenaming] = useState<string | null>(null);
  const index = tabs.findIndex((tab) => tab.id === id);
  const change = (next: Edit) => edit(page, id, next);
  const keep = () => {
    if (renaming !== null && renaming.trim() !== '' && renaming !== name)
      change({ kind: 'rename', name: renaming.trim() });
    setRenaming(null);
  };
  if (renaming !== null) {
    return (
      <input
        class="tab-name"
        aria-label="Name of the sheet"
        value={renaming}
        size={Math.max(4, renaming.length)}
        ref={(input) => input?.focus()}
        onInput={({ currentTarget }) => setRenaming(currentTarget.value)}
        onBlur={keep}
        onKeyDown={({ key }) => {
          if (key === 'Enter') keep();
          if (key === 'Escape') setRenaming(null);
        }}
      />
    );
  }
  const items: Item[] = [
    { label: 'Rename', act: () => setRenaming(name) },
    {
      label: 'Delete',
      off: tabs.filter(({ hidden }) => !hidden).length < 2,
      act: () => change({ kind: 'remove' }),
    },
    {
      label: 'Hide sheet',
      off: tabs.filter(({ hidden }) => !hidden).length < 2,
      act: () => change({ kind: 'hide', hidden: true }),
    },
    'rule',
    { label: 'Move left', off: index === 0, act: () => change({ kind: 'move', index: index - 1 }) },
    {
      label: 'Move right',
      off: index === tabs.length - 1,
      act: () => change({ kind: 'move', index: index + 1 }),
    },
  ];
  return (
    <span class={`tab ${front ? 'front' : ''}`}>
      <button
        type="button"
        role="tab"
        id={`tab-${id}`}
        aria-selected={front}
        class="tab-button"
        onClick={() => page.front(id)}
        onDblClick={() => setRenaming(name)}
      >
        {name}
      </button>
      <Menu
        name={`Menu of ${name}`}
        className="tab-menu"
        label={<Icon name="down" size={14} />}
        items={items}
      />
    </span>
  );
}
