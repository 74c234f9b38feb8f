import { useState } from 'preact/hooks';
import type { FilterValue } from '../../query/filter';
import { sayValue } from '../model/sayFilters';
import { valueKey } from '../model/things';
import { Field } from '../parts/Field';
import { words } from '../words';
import { Tokens } from './Tokens';

interface TextValuesProps {
  values: FilterValue[];
  onChange(values: FilterValue[]): void;
  hint: string;
  error?: string;
}

/** Texts, any of which will do: Enter, or leaving the field, adds what was typed; lines that are pasted are one each. */
export function TextValues({ values, onChange, hint, error }: TextValuesProps) {
  const [text, setText] = useState('');
  const add = (typed: string) => {
    const lines = typed
      .split(/[\n\t]/)
      .map((line) => line.trim())
      .filter((line) => line !== '' && !values.includes(line));
    setText('');
    if (lines.length > 0) onChange([...values, ...new Set(lines)]);
  };
  return (
    <div class="values">
      <Field label={words.filters.values} hint={hint} error={error}>
        {(attributes) => (
          <input
            class="input"
            type="text"
            autocomplete="off"
            spellcheck={false}
            maxLength={1000}
            placeholder={words.filters.addText}
            value={text}
            onInput={(event) => setText(event.currentTarget.value)}
            onBlur={() => add(text)}
            onPaste={(event) => {
              const pasted = event.clipboardData?.getData('text') ?? '';
              if (!/\n/.test(pasted.trim())) return;
              event.preventDefault();
              add(pasted);
            }}
            onKeyDown={(event) => {
              if (event.key !== 'Enter' || event.isComposing) return;
              event.preventDefault();
              add(text);
            }}
            {...attributes}
          />
        )}
      </Field>
      <Tokens
        values={values.map((value) => ({ key: valueKey(value), name: sayValue(value) }))}
        onRemove={(index) => onChange(values.filter((_, at) => at !== index))}
      />
    </div>
  );
}
