import { useState } from 'preact/hooks';
import { Button } from '../parts/Button';
import { TextField } from '../parts/Field';
import { words } from '../words';
import { CellField } from './CellField';
import type { Form } from './form';
import { Tick } from './Tick';

const USUAL = 10;

/** The most rows of the table: a number, or the cell that holds it. */
export function LimitField({ form: { draft, change, faults } }: { form: Form }) {
  const { limit } = draft;
  const [cell, setCell] = useState(typeof limit === 'string');
  return (
    <div class="limit">
      <Tick
        title={words.limit.tick}
        checked={limit !== undefined}
        onChange={(on) => {
          setCell(false);
          change({ limit: on ? USUAL : undefined });
        }}
      />
      {limit !== undefined && (
        <div class="within or-cell">
          {cell ? (
            <CellField
              what={words.limit.what}
              value={typeof limit === 'string' ? limit : ''}
              onChange={(text) => change({ limit: text })}
            />
          ) : (
            <TextField
              label={words.limit.label}
              type="number"
              min={1}
              value={typeof limit === 'number' && !Number.isNaN(limit) ? String(limit) : ''}
              onInput={(text) => change({ limit: text.trim() === '' ? Number.NaN : Number(text) })}
              error={faults.limit}
            />
          )}
          <Button
            kind="quiet"
            onClick={() => {
              setCell(!cell);
              change({ limit: cell ? USUAL : '' });
            }}
          >
            {cell ? words.cells.typed : words.cells.from}
          </Button>
        </div>
      )}
    </div>
  );
}
