import { useState } from 'preact/hooks';
import { Button } from '../parts/Button';
import { TextField } from '../parts/Field';
import { words } from '../words';
import { CellField } from './CellField';

interface DayFieldProps {
  label: string;
  /** `yyyy-mm-dd`, or a cell. */
  value: string;
  onChange(value: string): void;
  error?: string;
}

/** A day, or the cell that holds it. */
export function DayField({ label, value, onChange, error }: DayFieldProps) {
  const [cell, setCell] = useState(value.startsWith('='));
  return (
    <div class="or-cell">
      {cell ? (
        <CellField what={label.toLowerCase()} label={label} value={value} onChange={onChange} hint="" />
      ) : (
        <TextField label={label} type="date" value={value} onInput={onChange} error={error} />
      )}
      <Button
        kind="quiet"
        onClick={() => {
          setCell(!cell);
          onChange('');
        }}
      >
        {cell ? words.cells.typed : words.cells.from}
      </Button>
    </div>
  );
}
