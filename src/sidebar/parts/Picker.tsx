import { useId, useMemo, useRef } from 'preact/hooks';
import { type Option, OptionIndex } from '../model/search';
import { words } from '../words';
import { useCombobox, useListPlace } from './combobox';
import { Icon } from './Icon';
import { OptionList } from './OptionList';

interface PickerProps {
  label: string;
  options: Option[];
  value: string[];
  onChange(value: string[]): void;
  multiple?: boolean;
  placeholder?: string;
  hint?: string;
  error?: string;
  /** Whether the list closes when something was chosen. */
  closes?: boolean;
  /** Said where there is nothing to choose from. */
  empty?: string;
  /** What stands for a text that is no option; offered after those that are, or before them. */
  other?(text: string): Option | null;
  otherFirst?: boolean;
  testId?: string;
}

/** A list to choose from by typing: thousands of options stay fast, because only those in view are drawn. */
export function Picker({
  label,
  options,
  value,
  onChange,
  multiple = false,
  placeholder,
  hint,
  error,
  closes = true,
  empty = words.common.nothingToChoose,
  other,
  otherFirst,
  testId,
}: PickerProps) {
  const id = useId();
  const root = useRef<HTMLDivElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const index = useMemo(() => new OptionIndex(options), [options]);
  const others = other !== undefined;
  // biome-ignore lint/correctness/useExhaustiveDependencies: what stands for a text is the same whenever it is asked
  const search = useMemo(() => {
    const more = (text: string) => (text.trim() === '' ? [] : [other?.(text.trim()) ?? []].flat());
    return remembered((text) =>
      otherFirst ? [...more(text), ...index.search(text)] : [...index.search(text), ...more(text)],
    );
  }, [index, others]);
  const chosen = options.findIndex((option) => option.value === value[0]);
  const box = useCombobox({
    search,
    first: multiple ? -1 : chosen,
    closes,
    choose({ value: one }) {
      if (!multiple) onChange([one]);
      else onChange(value.includes(one) ? value.filter((other) => other !== one) : [...value, one]);
    },
  });
  const shown = useListPlace(box.open, input, list);
  const listed = shown && box.found.length > 0;
  const describedBy = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ') || undefined;
  return (
    <div
      ref={root}
      class={error ? 'field invalid' : 'field'}
      data-testid={testId}
      onFocusOut={({ relatedTarget }) => {
        if (!root.current?.contains(relatedTarget as Node | null)) box.close();
      }}
    >
      <label for={id}>{label}</label>
      <div class="picker">
        <input
          ref={input}
          id={id}
          class="input"
          type="text"
          role="combobox"
          autocomplete="off"
          spellcheck={false}
          aria-autocomplete="list"
          aria-expanded={listed}
          aria-controls={listed ? `${id}-list` : undefined}
          aria-activedescendant={listed && box.at >= 0 ? `${id}-${box.at}` : undefined}
          aria-invalid={error ? true : undefined}
          aria-describedby={describedBy}
          placeholder={placeholder}
          value={box.text ?? (multiple ? '' : (options[chosen]?.label ?? ''))}
          onInput={(event) => box.onInput(event.currentTarget.value)}
          onKeyDown={box.onKeyDown}
          onClick={(event) => {
            if (!multiple && !box.open) event.currentTarget.select();
            box.onClick();
          }}
        />
        <button
          type="button"
          class="picker-toggle"
          tabIndex={-1}
          aria-label={words.common.toggleList}
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => {
            input.current?.focus();
            box.toggle();
          }}
        >
          <Icon name="chevron" />
        </button>
      </div>
      {error && (
        <p class="error" id={`${id}-error`} role="alert">
          {error}
        </p>
      )}
      {hint && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {/* Pressed, it leaves the focus in the field. */}
      <div ref={list} class="picker-list" popover="manual" onPointerDown={(event) => event.preventDefault()}>
        {listed && (
          <OptionList
            id={`${id}-list`}
            label={label}
            multiple={multiple}
            options={box.found}
            at={box.at}
            chosen={value}
            sought={box.text ?? ''}
            idOf={(line) => `${id}-${line}`}
            onPoint={box.setAt}
            onChoose={box.take}
          />
        )}
        {shown && !listed && (
          <div class="picker-none">
            {box.text && options.length > 0 ? words.common.nothingFound(box.text) : empty}
          </div>
        )}
      </div>
      <p class="only-heard" role="status">
        {box.open && box.text ? words.common.found(box.found.length, box.text) : ''}
      </p>
    </div>
  );
}

/** A search that isn't done again for the same text. */
function remembered(search: (text: string) => Option[]): (text: string) => Option[] {
  let last: { text: string; found: Option[] } | null = null;
  return (text) => {
    if (last?.text !== text) last = { text, found: search(text) };
    return last.found;
  };
}
