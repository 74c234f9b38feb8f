import type { HTMLAttributes } from 'preact';
import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Option } from '../model/search';
import { linesOf, scrolledTo, visible } from '../model/window';
import { words } from '../words';
import { Icon } from './Icon';

const LINE = 36;
const TALL_LINE = 56;
const HEADING = 28;
const MOST_HEIGHT = 264;

interface OptionListProps {
  options: Option[];
  itemProps(option: Option): object;
  /** The option that must be in view; -1 for none. */
  shown: number;
  chosen: string[];
  /** What was typed, for when nothing is found. */
  sought: string;
}

/** The options in view, each group under its heading. A heading belongs to the line of its first option. */
export function OptionList({ options, itemProps, shown, chosen, sought }: OptionListProps) {
  const frame = useRef<HTMLDivElement>(null);
  const [top, setTop] = useState(0);
  const lines = useMemo(() => {
    const height = options.some(({ detail }) => detail) ? TALL_LINE : LINE;
    return linesOf(options.map((_, index) => height + (begins(options, index) ? HEADING : 0)));
  }, [options]);
  const total = lines.starts[options.length];
  const height = Math.min(MOST_HEIGHT, total);
  useLayoutEffect(() => {
    if (!frame.current || shown < 0 || shown >= options.length) return;
    frame.current.scrollTop = scrolledTo(lines, shown, frame.current.scrollTop, height);
    setTop(frame.current.scrollTop);
  }, [shown, lines, height, options.length]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: other options begin at the top
  useLayoutEffect(() => {
    if (frame.current) frame.current.scrollTop = 0;
    setTop(0);
  }, [options]);
  if (options.length === 0) return <div class="picker-none">{words.common.nothingFound(sought)}</div>;
  const { first, end } = visible(lines, top, height);
  return (
    <div
      ref={frame}
      class="picker-frame"
      role="presentation"
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
            top={lines.starts[first + offset]}
            bottom={lines.starts[first + offset + 1]}
            attributes={{
              ...itemProps(option),
              'aria-posinset': first + offset + 1,
              'aria-setsize': options.length,
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
  top: number;
  bottom: number;
  attributes: HTMLAttributes<HTMLDivElement>;
}

function Line({ option, heading, chosen, top, bottom, attributes }: LineProps) {
  return (
    <div class="picker-line" role="presentation" style={{ top: `${top}px`, height: `${bottom - top}px` }}>
      {heading && (
        <div class="picker-group" role="presentation" aria-hidden="true">
          {option.group}
        </div>
      )}
      <div class="picker-option" {...attributes} title={option.label}>
        <span class="picker-text">
          <span class="picker-head">
            <span class="picker-label">
              {option.label}
              {option.group && <span class="only-heard">, {option.group}</span>}
            </span>
            {option.hint && <span class="picker-hint">{option.hint}</span>}
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
