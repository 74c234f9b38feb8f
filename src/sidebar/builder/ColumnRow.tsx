import { useEffect, useRef, useState } from 'preact/hooks';
import type { FieldView } from '../../actions/overview';
import type { Mark } from '../../logins/sight';
import type { QueryColumn } from '../../query/query';
import { IconButton } from '../parts/Button';
import { Icon } from '../parts/Icon';
import { words } from '../words';
import { UnitLine } from './UnitLine';

interface ColumnRowProps {
  column: QueryColumn;
  /** What it is called in the table. */
  title: string;
  /** Undefined for a field that the report no longer has. */
  field: FieldView | undefined;
  /** What keeps its values from the login. */
  marks: Mark[] | undefined;
  at: number;
  of: number;
  dragged: boolean;
  onGrab(event: PointerEvent): void;
  onMove(by: number | 'start' | 'end'): void;
  onRename(title: string): void;
  onRemove(): void;
}

/** One chosen column: a handle to move it, its title, which can be one's own, its unit, and what takes it away. */
export function ColumnRow({
  column,
  title,
  field,
  marks,
  at,
  of,
  dragged,
  onGrab,
  onMove,
  onRename,
  onRemove,
}: ColumnRowProps) {
  const [naming, setNaming] = useState(false);
  const press = (event: KeyboardEvent) => {
    const steps: Record<string, number | 'start' | 'end'> = {
      ArrowUp: -1,
      ArrowDown: 1,
      Home: 'start',
      End: 'end',
    };
    const step = steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    onMove(step);
  };
  return (
    <li class={`column ${dragged ? 'dragged' : ''}`} data-field={column.field}>
      <button
        type="button"
        class="handle"
        aria-label={words.columns.move(title, at, of)}
        title={words.columns.move(title, at, of)}
        onPointerDown={onGrab}
        onKeyDown={press}
      >
        <Icon name="drag" size={16} />
      </button>
      {naming && field ? (
        <TitleInput
          title={title}
          field={field.title}
          onDone={(text) => {
            setNaming(false);
            if (text !== null) onRename(text);
          }}
        />
      ) : (
        <div class="column-text">
          <span class="column-title" title={field ? `${title}. ${field.sentence}` : words.columns.unknown}>
            {title}
          </span>
          <UnitLine column={column} field={field} marks={marks} />
        </div>
      )}
      {!naming && field && (
        <IconButton
          icon="pencil"
          class="small on-hover"
          label={words.columns.rename(title)}
          onClick={() => setNaming(true)}
        />
      )}
      <IconButton
        icon="close"
        class="small"
        label={words.columns.remove(title)}
        onClick={onRemove}
        data-remove=""
      />
    </li>
  );
}

interface TitleInputProps {
  title: string;
  field: string;
  /** The text, or null when it is to stay as it was. */
  onDone(text: string | null): void;
}

function TitleInput({ title, field, onDone }: TitleInputProps) {
  const input = useRef<HTMLInputElement>(null);
  const [text, setText] = useState(title);
  useEffect(() => {
    input.current?.focus();
    input.current?.select();
  }, []);
  const done = (value: string | null) => {
    // The focus goes to the row's first button; the input is about to vanish.
    const handle = input.current?.closest('li')?.querySelector<HTMLElement>('.handle');
    if (document.activeElement === input.current) handle?.focus();
    onDone(value);
  };
  return (
    <input
      ref={input}
      class="input title-input"
      aria-label={words.columns.titleOf(field)}
      value={text}
      maxLength={100}
      placeholder={field}
      onInput={(event) => setText(event.currentTarget.value)}
      onBlur={() => onDone(text)}
      onKeyDown={(event) => {
        if (event.key === 'Enter') {
          event.preventDefault();
          done(text);
        } else if (event.key === 'Escape') {
          event.stopPropagation();
          done(null);
        }
      }}
    />
  );
}
