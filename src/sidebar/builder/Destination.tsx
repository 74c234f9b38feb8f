import type { QueryTarget } from '../../query/query';
import type { Selection } from '../entries';
import { letters } from '../model/cells';
import { Button } from '../parts/Button';
import { Radios } from '../parts/Field';
import { useApp } from '../state/context';
import { words } from '../words';

interface DestinationProps {
  target: QueryTarget;
  onChange(target: QueryTarget): void;
  /** What a new tab will be called. */
  name: string;
  /** Where the table is already: staying there is a choice too. */
  placed?: { target: QueryTarget; address: string } | null;
}

/** Where the table of a query goes: a new tab, the selected cell, or where it is. */
export function Destination({ target, onChange, name, placed }: DestinationProps) {
  const { app, state } = useApp();
  const here = async () => {
    const selection = await app.readSelection();
    if (selection) onChange(cellOf(selection));
  };
  const address = target.kind === 'cell' ? addressOf(target, state.selection) : null;
  const choices = [
    {
      value: 'new-tab',
      title: placed ? words.editor.move : words.check.newTab,
      hint: placed ? words.editor.moveHint : words.check.newTabHint(name),
    },
    {
      value: 'cell',
      title: words.check.here,
      hint: target.kind === 'cell' ? words.check.hereAt(address ?? '') : undefined,
    },
  ];
  if (placed) choices.unshift({ value: 'placed', title: words.editor.stay, hint: placed.address });
  const choose = (kind: string) => {
    if (kind === 'cell') {
      if (state.selection) onChange(cellOf(state.selection));
      void here();
    } else onChange(kind === 'placed' && placed ? placed.target : { kind: 'new-tab' });
  };
  return (
    <div class="destination">
      <Radios label={words.check.place} value={target.kind} choices={choices} onChange={choose} />
      {target.kind === 'cell' && (
        <Button kind="quiet" icon="refresh" onClick={() => void here()}>
          {words.check.hereAgain}
        </Button>
      )}
    </div>
  );
}

function cellOf({ area }: Selection): QueryTarget {
  return { kind: 'cell', sheet: area.sheet, row: area.row, column: area.column };
}

/** `Aug!B3`, as far as the tab's name is known. */
function addressOf(target: Extract<QueryTarget, { kind: 'cell' }>, selection: Selection | null): string {
  const cell = letters(target.column) + target.row;
  return selection?.area.sheet === target.sheet ? `${selection.tab}!${cell}` : cell;
}
