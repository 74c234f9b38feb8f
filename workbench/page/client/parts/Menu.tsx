import * as menu from '@zag-js/menu';
import { normalizeProps, useMachine } from '@zag-js/preact';
import type { ComponentChildren } from 'preact';
import { createPortal } from 'preact/compat';
import { useEffect, useId } from 'preact/hooks';
import { Icon } from './Icon';

/** A line of a menu: something to do, a menu of its own, or a rule. */
export type Item =
  | 'rule'
  | { readonly label: string; readonly hint?: string; readonly off?: boolean; act(): unknown }
  | { readonly label: string; readonly items: readonly Item[] };

interface MenuProps {
  readonly label: ComponentChildren;
  /** What the button is called where its label isn't words. */
  readonly name?: string;
  readonly className?: string;
  readonly items: readonly Item[];
}

/** A button with a menu under it. */
export function Menu({ label, name, className = 'menu-button', items }: MenuProps) {
  const service = useMachine(menu.machine, {
    id: useId(),
    positioning: { placement: 'bottom-start', gutter: 2 },
    onSelect: ({ value }) => act(items, value),
  });
  const api = menu.connect(service, normalizeProps);
  return (
    <>
      <button {...api.getTriggerProps()} type="button" class={className} aria-label={name} title={name}>
        {label}
      </button>
      <Sheet api={api} service={service} items={items} />
    </>
  );
}

type Service = menu.Service;

function act(items: readonly Item[], label: string): void {
  for (const item of items) if (item !== 'rule' && 'act' in item && item.label === label) void item.act();
}

function Sheet({ api, service, items }: { api: menu.Api; service: Service; items: readonly Item[] }) {
  if (!api.open) return null;
  return createPortal(
    <div {...api.getPositionerProps()}>
      <div {...api.getContentProps()} class="menu">
        {items.map((item, index) => (
          <Line key={item === 'rule' ? index : item.label} item={item} api={api} service={service} />
        ))}
      </div>
    </div>,
    document.body,
  );
}

function Line({ item, api, service }: { item: Item; api: menu.Api; service: Service }) {
  if (item === 'rule') return <div {...api.getSeparatorProps()} class="menu-rule" />;
  if ('items' in item)
    return <Submenu label={item.label} items={item.items} parent={service} parentApi={api} />;
  return (
    <div {...api.getItemProps({ value: item.label, disabled: item.off })} class="menu-item">
      <span>{item.label}</span>
      {item.hint && <kbd>{item.hint}</kbd>}
    </div>
  );
}

interface SubmenuProps {
  readonly label: string;
  readonly items: readonly Item[];
  readonly parent: Service;
  readonly parentApi: menu.Api;
}

function Submenu({ label, items, parent, parentApi }: SubmenuProps) {
  const service = useMachine(menu.machine, { id: useId(), onSelect: ({ value }) => act(items, value) });
  const api = menu.connect(service, normalizeProps);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the two menus are joined once, when both are there
  useEffect(() => {
    setTimeout(() => {
      parentApi.setChild(service);
      api.setParent(parent);
    });
  }, []);
  return (
    <>
      <div {...parentApi.getTriggerItemProps(api)} class="menu-item">
        <span>{label}</span>
        <Icon name="right" size={16} />
      </div>
      <Sheet api={api} service={service} items={items} />
    </>
  );
}
