import { useRef } from 'preact/hooks';
import { Icon, type IconName } from './Icon';

const colors = [
  '#000000 #434343 #666666 #999999 #cccccc #efefef #ffffff',
  '#cc0000 #e69138 #f1c232 #6aa84f #45818e #3c78d8 #674ea7',
  '#f4cccc #fce5cd #fff2cc #d9ead3 #d0e0e3 #c9daf8 #d9d2e9',
].flatMap((line) => line.split(' '));

interface ColorMenuProps {
  readonly name: string;
  readonly icon: IconName;
  readonly color: string | undefined;
  act(color: string | null): void;
}

let menus = 0;

/** A button that opens a field of colours. */
export function ColorMenu({ name, icon, color, act }: ColorMenuProps) {
  const id = useRef(`colors-${menus++}`).current;
  const field = useRef<HTMLFieldSetElement>(null);
  const choose = (chosen: string | null) => {
    act(chosen);
    field.current?.hidePopover();
  };
  const place = ({ currentTarget }: { currentTarget: HTMLElement }) => {
    const { left, bottom } = currentTarget.getBoundingClientRect();
    field.current?.style.setProperty('inset', `${bottom + 2}px auto auto ${left}px`);
  };
  return (
    <>
      <button type="button" class="tool" title={name} aria-label={name} popovertarget={id} onClick={place}>
        <Icon name={icon} size={17} />
        <span class="color-bar" style={{ background: color ?? (icon === 'text' ? '#000' : '#fff') }} />
      </button>
      <fieldset ref={field} id={id} popover="auto" class="colors" aria-label={name}>
        <button type="button" class="no-color" onClick={() => choose(null)}>
          None
        </button>
        {colors.map((each) => (
          <button
            key={each}
            type="button"
            class="color"
            style={{ background: each }}
            aria-label={each}
            onClick={() => choose(each)}
          />
        ))}
      </fieldset>
    </>
  );
}
