import { useMemo, useRef, useState } from 'preact/hooks';
import type { ReportView } from '../../actions/overview';
import type { QueryAccount, QueryColumn } from '../../query/query';
import { addColumn, moveColumn, removeColumn, renameColumn } from '../model/columns';
import { usualColumns } from '../model/draft';
import { words } from '../words';
import { Button } from './Button';
import { ColumnRow } from './ColumnRow';
import { Picker } from './Picker';
import { useSorting } from './sorting';

interface ColumnsProps {
  report: ReportView;
  columns: QueryColumn[];
  accounts: QueryAccount[];
  onChange(columns: QueryColumn[]): void;
  error?: string;
}

/** The columns of a query in their order, and a search for more. */
export function Columns({ report, columns, accounts, onChange, error }: ColumnsProps) {
  const [said, say] = useState('');
  const list = useRef<HTMLOListElement>(null);
  const sorting = useSorting(list, columns.length, (from, to) => onChange(moveColumn(columns, from, to)));
  const order = sorting.moved(columns);
  const options = useMemo(() => fieldOptions(report, columns), [report, columns]);
  const titleAt = (index: number) => fieldOf(report, columns[index])?.title ?? columns[index].field;
  const move = (from: number, to: number) => {
    const goal = Math.max(0, Math.min(columns.length - 1, to));
    onChange(moveColumn(columns, from, goal));
    say(words.columns.moved(titleAt(from), goal + 1, columns.length));
  };
  const remove = (index: number) => {
    say(words.columns.removed(titleAt(index)));
    onChange(removeColumn(columns, columns[index].field));
    const buttons = list.current?.querySelectorAll<HTMLElement>('[data-remove]');
    buttons?.[index === columns.length - 1 ? index - 1 : index + 1]?.focus();
  };
  return (
    <div class="columns">
      <Picker
        testId="add-column"
        label={words.columns.add}
        options={options}
        value={[]}
        multiple
        closes={false}
        placeholder={words.columns.placeholder}
        error={error}
        onChange={([field]) => {
          if (!field) return;
          onChange(addColumn(columns, field));
          say(words.columns.added(report.fields.find(({ id }) => id === field)?.title ?? field));
        }}
      />
      {columns.length === 0 && <p class="nothing">{words.columns.empty}</p>}
      <ol class="column-list" ref={list} aria-label={words.columns.chosen}>
        {order.map((column) => {
          const index = columns.indexOf(column);
          return (
            <ColumnRow
              key={column.field}
              column={column}
              field={fieldOf(report, column)}
              at={index + 1}
              of={columns.length}
              dragged={sorting.dragged === index}
              onGrab={(event) => sorting.grab(index, event)}
              onMove={(by) =>
                move(index, by === 'start' ? 0 : by === 'end' ? columns.length - 1 : index + by)
              }
              onRename={(title) => {
                const field = fieldOf(report, column);
                if (field) onChange(renameColumn(columns, field, title));
              }}
              onRemove={() => remove(index)}
            />
          );
        })}
      </ol>
      <div class="row-actions">
        <Button kind="quiet" onClick={() => onChange(usualColumns(report, accounts))}>
          {words.columns.reset}
        </Button>
        {columns.length < report.fields.length && (
          <Button
            kind="quiet"
            onClick={() => onChange(report.fields.reduce((all, { id }) => addColumn(all, id), columns))}
          >
            {words.columns.all}
          </Button>
        )}
      </div>
      <p class="only-heard" role="status">
        {said}
      </p>
    </div>
  );
}

function fieldOf(report: ReportView, { field }: QueryColumn) {
  return report.fields.find(({ id }) => id === field);
}

/** The fields that are not columns yet. */
function fieldOptions(report: ReportView, columns: QueryColumn[]) {
  const chosen = new Set(columns.map(({ field }) => field));
  return report.fields
    .filter(({ id }) => !chosen.has(id))
    .map(({ id, title, sentence, type }) => ({
      value: id,
      label: title,
      detail: sentence,
      hint: words.units[type],
    }));
}
