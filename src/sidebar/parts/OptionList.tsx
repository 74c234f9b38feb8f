import type { HTMLAttributes } from 'preact';
import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Option } from '../model/search';
import { linesOf, scrolledTo, visible } from '../model/window';
import { Icon } from './Icon';

const LINE = 36;
const TALL_LINE = 56;
const HEADING = 28;
const MOST_HEIGHT = 264;

interface OptionListProps {
  id: string;
  label: string;
  multiple: boolean;
  options: Option[];
  /** The highlighted option, which is brought into view; -1 for none. */
  at: number;
  chosen: string[];
  /** What was typed: another text begins at the top. */
  sought: string;
  idOf(line: number): string;
  onPoint(line: number): void;
  onChoose(option: Option): void;
}

/** The options in view, each group under its heading. A heading belongs to the line of its first option. */
export function OptionList({
  id,
  label,
  multiple,
  options,
  at,
  chosen,
  sought,
  idOf,
  onPoint,
  onChoose,
}: OptionListProps) {
  const frame = useRef<HTMLDivElement>(null);
  const [top, setTop] = useState(0);
  const lines = useMemo(() => {
    const height = options.some(({ detail }) => detail) ? TALL_LINE : LINE;
    return linesOf(options.map((_, index) => height + (begins(options, index) ? HEADING : 0)));
  }, [options]);
  const total = lines.starts[options.length];
  const height = Math.min(MOST_HEIGHT, total);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another text begins at the top
  useLayoutEffect(() => {
    if (frame.current) frame.current.scrollTop = 0;
    setTop(0);
  }, [sought]);
  useLayoutEffect(() => {
    if (!frame.current || at < 0 || at >= options.length) return;
    frame.current.scrollTop = scrolledTo(lines, at, frame.current.scrollTop, height);
    setTop(frame.current.scrollTop);
  }, [at, lines, height, options.length]);
  const { first, end } = visible(lines, top, height);
  return (
    <div
      ref={frame}
      id={id}
      class="picker-frame"
      role="listbox"
      aria-label={label}
      aria-multiselectable={multiple}
      style={{ height: `${height}px` }}
      onScroll={(event) => setTop(event.currentTarget.scrollTop)}
    >
      <div role="presentation" style={{ height: `${total}px`, position: 'relative' }}>
        {options.slice(first, end).map((option, offset) => (
          <Line
            key={option.value}
            option={option}
            heading={begins(options, first + offset)}
            chosen={chosen.includes(option.value)}
            highlighted={first + offset === at}
            top={lines.starts[first + offset]}
            bottom={lines.starts[first + offset + 1]}
            attributes={{
              id: idOf(first + offset),
              'aria-posinset': first + offset + 1,
              'aria-setsize': options.length,
              onPointerMove: () => first + offset !== at && onPoint(first + offset),
              onClick: () => onChoose(option),
            }}
          />
        ))}
      </div>
    </div>
  );
}

interface LineProps {
  option: Option;
  heading: boolean;
  chosen: boolean;
  highlighted: boolean;
  top: number;
  bottom: number;
  attributes: HTMLAttributes<HTMLDivElement>;
}

function Line({ option, heading, chosen, highlighted, top, bottom, attributes }: LineProps) {
  return (
    <div class="picker-line" role="presentation" style={{ top: `${top}px`, height: `${bottom - top}px` }}>
      {heading && (
        <div class="picker-group" role="presentation" aria-hidden="true">
          {option.group}
        </div>
      )}
      <div
        class={highlighted ? 'picker-option highlighted' : 'picker-option'}
        role="option"
        tabIndex={-1}
        aria-selected={chosen}
        title={option.mark ? `${option.label}: ${option.detail}` : option.label}
        {...attributes}
      >
        <span class="picker-text">
          <span class="picker-head">
            <span class="picker-label">
              {option.label}
              {option.group && <span class="only-heard">, {option.group}</span>}
            </span>
            {option.mark ? (
              <span class="picker-hint field-mark">
                <Icon name="eyeOff" size={14} />
                {option.mark}
              </span>
            ) : (
              option.hint && <span class="picker-hint">{option.hint}</span>
            )}
          </span>
          {option.detail && <span class="picker-detail">{option.detail}</span>}
        </span>
        {chosen && <Icon name="check" size={16} />}
      </div>
    </div>
  );
}

/** Whether an option is the first of its group. */
function begins(options: Option[], index: number): boolean {
  const { group } = options[index];
  return group !== undefined && (index === 0 || options[index - 1].group !== group);
}
