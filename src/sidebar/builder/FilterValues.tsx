import { useState } from 'preact/hooks';
import type { FieldView } from '../../actions/overview';
import type { Condition, FilterValue } from '../../query/filter';
import type { QueryAccount } from '../../query/query';
import { formOf, isExact, kindOf, numberOf, shareOf, typedOf, valuesOf } from '../model/filters';
import { sayValue } from '../model/sayFilters';
import { Button } from '../parts/Button';
import { Radios, TextField } from '../parts/Field';
import { words } from '../words';
import { CellField } from './CellField';
import { TextValues } from './TextValues';
import { ThingValues } from './ThingValues';
import { Tick } from './Tick';
import { Tokens } from './Tokens';

interface FilterValuesProps {
  condition: Condition;
  field: FieldView;
  accounts: QueryAccount[];
  onChange(values: FilterValue[]): void;
  error?: string;
}

/** What a condition compares with: as fits its field and operator, or what a cell holds. */
export function FilterValues(props: FilterValuesProps) {
  const { condition, field, onChange, error } = props;
  const [first] = condition.values;
  const held = typeof first === 'object' && 'cell' in first ? first.cell : null;
  const [cell, setCell] = useState(held !== null);
  if (valuesOf(condition.op) === 'none') return null;
  const fixed = kindOf(field) === 'boolean' || kindOf(field) === 'weekday';
  return (
    <div class="or-cell">
      {cell ? (
        <CellField
          what={field.title}
          value={held ?? ''}
          onChange={(text) => onChange(text === '' ? [] : [{ cell: text }])}
        />
      ) : (
        <Typed {...props} />
      )}
      {cell && error && held === null && (
        <p class="error" role="alert" data-fault="" tabIndex={-1}>
          {error}
        </p>
      )}
      {!fixed && (
        <Button
          kind="quiet"
          onClick={() => {
            setCell(!cell);
            onChange([]);
          }}
        >
          {cell ? words.cells.typed : words.cells.from}
        </Button>
      )}
    </div>
  );
}

function Typed({ condition, field, accounts, onChange, error }: FilterValuesProps) {
  const { op, values } = condition;
  const kind = kindOf(field);
  const wanted = valuesOf(op);
  if (kind === 'boolean') {
    return (
      <Radios
        label={words.filters.value}
        value={values[0] === false ? 'no' : 'yes'}
        choices={[
          { value: 'yes', title: words.filters.yes },
          { value: 'no', title: words.filters.no },
        ]}
        onChange={(choice) => onChange([choice === 'yes'])}
      />
    );
  }
  if (kind === 'weekday') {
    const days = words.filters.weekdays;
    return (
      <fieldset class="ticks">
        <legend>{words.filters.values}</legend>
        {days.map((day) => (
          <Tick
            key={day}
            title={day}
            checked={values.includes(day)}
            onChange={(on) => onChange(days.filter((other) => (other === day ? on : values.includes(other))))}
          />
        ))}
        {error && (
          <p class="error" role="alert" data-fault="" tabIndex={-1}>
            {error}
          </p>
        )}
      </fieldset>
    );
  }
  if (kind === 'thing' && isExact(op)) {
    return (
      <ThingValues
        kind={field.entity ?? 'project'}
        accounts={accounts}
        values={values}
        onChange={onChange}
        error={error}
      />
    );
  }
  const hint = op === 'matches' ? words.filters.matchesHint : words.filters.addTextHint;
  if ((kind === 'text' || kind === 'thing') && wanted === 'many')
    return <TextValues values={values} onChange={onChange} error={error} hint={hint} />;
  if (wanted === 'two') {
    return (
      <div class="pair">
        <Single
          {...{ field, error }}
          label={words.filters.least}
          value={values[0]}
          onChange={(value) => onChange([value, values[1] ?? ''])}
        />
        <Single
          {...{ field }}
          label={words.filters.most}
          value={values[1]}
          onChange={(value) => onChange([values[0] ?? '', value])}
        />
      </div>
    );
  }
  if (values.length > 1) {
    return (
      <Tokens
        values={values.map((value) => ({ key: String(value), name: sayValue(value) }))}
        onRemove={(index) => onChange(values.filter((_, at) => at !== index))}
      />
    );
  }
  return (
    <Single
      field={field}
      label={words.filters.value}
      value={values[0]}
      error={error}
      onChange={(value) => onChange(value === '' ? [] : [value])}
    />
  );
}

interface SingleProps {
  field: FieldView;
  label: string;
  value: FilterValue | undefined;
  hint?: string;
  error?: string;
  onChange(value: FilterValue): void;
}

/** One value of a field, typed: a text, a number with its unit, hours, or a day. */
function Single({ field, label, value, hint, error, onChange }: SingleProps) {
  // As it is typed: half a number stays what it is until it is one.
  const [typed, setTyped] = useState<string | null>(null);
  const form = formOf(field);
  const unit = words.filters.units[field.type];
  const read = field.type === 'percent' ? shareOf : form === 'number' || form === 'time' ? numberOf : String;
  return (
    <TextField
      label={unit ? `${label} (${unit})` : label}
      type={form === 'day' ? 'date' : form === 'month' ? 'month' : 'text'}
      value={typed ?? typedOf(value, field)}
      onInput={(text) => {
        setTyped(text);
        onChange(read(text));
      }}
      hint={hint}
      error={error}
      maxLength={200}
    />
  );
}
