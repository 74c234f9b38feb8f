import { useRef, useState } from 'preact/hooks';
import type { ReportView } from '../../actions/overview';
import type { QueryAccount, QueryColumn } from '../../query/query';
import { addColumn, columnKey, moveColumn, removeColumn, renameColumn, titleOf } from '../model/columns';
import { usualColumns } from '../model/draft';
import { fieldOf } from '../model/fields';
import type { ReportMarks } from '../model/marks';
import { Button } from '../parts/Button';
import { useSorting } from '../parts/sorting';
import { words } from '../words';
import { ColumnRow } from './ColumnRow';

interface ColumnOrderProps {
  report: ReportView;
  marks: ReportMarks;
  columns: QueryColumn[];
  accounts: QueryAccount[];
  onChange(columns: QueryColumn[]): void;
  error?: string;
  /** Whether the usual fields, and every one, may be wanted at once: where each row is a record. */
  all: boolean;
}

/** The columns of a query in their order: moved by pointer and keys, with titles of one's own. */
export function ColumnOrder({ report, marks, columns, accounts, onChange, error, all }: ColumnOrderProps) {
  const [said, say] = useState('');
  const list = useRef<HTMLOListElement>(null);
  const sorting = useSorting(list, columns.length, (from, to) => onChange(moveColumn(columns, from, to)));
  const order = sorting.moved(columns);
  const move = (from: number, to: number) => {
    const goal = Math.max(0, Math.min(columns.length - 1, to));
    onChange(moveColumn(columns, from, goal));
    say(words.columns.moved(titleOf(columns[from], report), goal + 1, columns.length));
  };
  const remove = (index: number) => {
    say(words.columns.removed(titleOf(columns[index], report)));
    onChange(removeColumn(columns, columnKey(columns[index])));
    const buttons = list.current?.querySelectorAll<HTMLElement>('[data-remove]');
    buttons?.[index === columns.length - 1 ? index - 1 : index + 1]?.focus();
  };
  return (
    <div class="columns">
      <p class="label">{words.columns.order}</p>
      {columns.length === 0 && <p class="nothing">{words.columns.empty}</p>}
      <ol class="column-list" ref={list} aria-label={words.columns.chosen}>
        {order.map((column) => {
          const index = columns.indexOf(column);
          return (
            <ColumnRow
              key={columnKey(column)}
              column={column}
              title={titleOf(column, report)}
              field={fieldOf(report, column.field)}
              marks={marks.fields.get(column.field)}
              at={index + 1}
              of={columns.length}
              dragged={sorting.dragged === index}
              onGrab={(event) => sorting.grab(index, event)}
              onMove={(by) =>
                move(index, by === 'start' ? 0 : by === 'end' ? columns.length - 1 : index + by)
              }
              onRename={(title) => onChange(renameColumn(columns, report, columnKey(column), title))}
              onRemove={() => remove(index)}
            />
          );
        })}
      </ol>
      {error && (
        <p class="error" role="alert" data-fault="" tabIndex={-1}>
          {error}
        </p>
      )}
      {all && (
        <div class="row-actions">
          <Button kind="quiet" onClick={() => onChange(usualColumns(report, accounts))}>
            {words.columns.reset}
          </Button>
          {columns.length < report.fields.length && (
            <Button
              kind="quiet"
              onClick={() =>
                onChange(
                  report.fields.reduce((some, { id }) => addColumn(some, report, { field: id }), columns),
                )
              }
            >
              {words.columns.all}
            </Button>
          )}
        </div>
      )}
      <p class="only-heard" role="status">
        {said}
      </p>
    </div>
  );
}
