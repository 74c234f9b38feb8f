import * as combobox from '@zag-js/combobox';
import { normalizeProps, useMachine } from '@zag-js/preact';
import { useId, useMemo, useState } from 'preact/hooks';
import { type Option, OptionIndex } from '../model/search';
import { words } from '../words';
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
  /** The label is for ears only. */
  quiet?: boolean;
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
  quiet,
  testId,
}: PickerProps) {
  const id = useId();
  const [text, setText] = useState('');
  const [shown, setShown] = useState(-1);
  const index = useMemo(() => new OptionIndex(options), [options]);
  const found = useMemo(() => index.search(text), [index, text]);
  const collection = useMemo(() => combobox.collection({ items: found }), [found]);
  const service = useMachine(combobox.machine, {
    id,
    collection,
    value,
    multiple,
    placeholder,
    invalid: error !== undefined,
    openOnClick: true,
    loopFocus: true,
    closeOnSelect: closes,
    inputBehavior: 'autohighlight',
    selectionBehavior: multiple ? 'clear' : 'replace',
    dir: document.dir === 'rtl' ? 'rtl' : 'ltr',
    translations: { triggerLabel: words.common.toggleList },
    onOpenChange: ({ open }) => !open && setText(''),
    onInputValueChange: ({ inputValue, reason }) => setText(reason === 'input-change' ? inputValue : ''),
    onValueChange: ({ value: chosen }) => onChange(chosen),
    scrollToIndexFn: ({ index: line }) => setShown(line),
  });
  const api = combobox.connect(service, normalizeProps);
  const describedBy = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ') || undefined;
  return (
    <div class={error ? 'field invalid' : 'field'} data-testid={testId} {...api.getRootProps()}>
      {/* biome-ignore lint/a11y/noLabelWithoutControl: its properties tie it to the input */}
      <label {...api.getLabelProps()} class={quiet ? 'only-heard' : ''}>
        {label}
      </label>
      <div class="picker" {...api.getControlProps()}>
        <input class="input" {...(api.getInputProps() as object)} aria-describedby={describedBy} />
        <button class="picker-toggle" {...api.getTriggerProps()}>
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
      <div class="picker-place" {...api.getPositionerProps()}>
        <div class="picker-list" {...api.getContentProps()}>
          {api.open && (
            <OptionList
              options={found}
              itemProps={(item) => api.getItemProps({ item })}
              shown={shown}
              chosen={api.value}
              sought={text}
            />
          )}
        </div>
      </div>
    </div>
  );
}
