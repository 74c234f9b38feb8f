import { isReference, LONGEST_REFERENCE, referenceOf, selectedReference } from '../model/cells';
import { Button } from '../parts/Button';
import { TextField } from '../parts/Field';
import { useApp } from '../state/context';
import { words } from '../words';

interface CellFieldProps {
  /** What it stands for, as in "Cell for *the number of rows*". */
  what: string;
  /** `=Settings!B2`, or what was typed of it. */
  value: string;
  onChange(value: string): void;
  hint?: string;
  label?: string;
}

/** A cell or range that holds a value: typed, or taken from what is selected in the sheet. */
export function CellField({ what, value, onChange, hint = words.cells.hint, label }: CellFieldProps) {
  const { app } = useApp();
  const take = async () => {
    const selection = await app.readSelection();
    if (selection) onChange(selectedReference(selection));
  };
  return (
    <div class="cell-field">
      <TextField
        label={label ?? words.cells.label(what)}
        value={value}
        onInput={(typed) => onChange(referenceOf(typed))}
        placeholder={words.cells.placeholder}
        maxLength={LONGEST_REFERENCE}
        error={value !== '' && !isReference(value) ? words.cells.bad : undefined}
        hint={hint}
      />
      <Button kind="quiet" icon="cell" onClick={() => void take()}>
        {words.cells.take}
      </Button>
    </div>
  );
}
