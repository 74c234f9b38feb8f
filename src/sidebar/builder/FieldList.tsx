import { useMemo, useRef, useState } from 'preact/hooks';
import type { ReportView } from '../../actions/overview';
import type { QueryColumn } from '../../query/query';
import { addColumn, columnKey, removeColumn, titleOf } from '../model/columns';
import { columnsOfRole, fieldOf, fieldOptions } from '../model/fields';
import { columnMarks, type ReportMarks } from '../model/marks';
import { IconButton } from '../parts/Button';
import { Picker } from '../parts/Picker';
import { words } from '../words';
import { MarkNotes } from './MarkNotes';
import { MetricMenu } from './MetricMenu';
import { UnitLine } from './UnitLine';

interface FieldListProps {
  report: ReportView;
  marks: ReportMarks;
  columns: QueryColumn[];
  onChange(columns: QueryColumn[]): void;
  /** Which role of fields. */
  of: 'dimension' | 'metric';
  texts: { add: string; placeholder: string; chosen: string; none: string };
  error?: string;
  testId: string;
}

/** The chosen fields of a role, and a search for more of them. */
export function FieldList({
  report,
  marks,
  columns,
  onChange,
  of: role,
  texts,
  error,
  testId,
}: FieldListProps) {
  const [said, say] = useState('');
  const list = useRef<HTMLUListElement>(null);
  const chosen = columnsOfRole(columns, report, role);
  const options = useMemo(() => {
    const fields = new Set(columns.map(({ field }) => field));
    const others = report.fields.filter(({ id, role: own }) => own === role && !fields.has(id));
    return fieldOptions(others, marks.fields);
  }, [report, columns, role, marks]);
  const remove = (column: QueryColumn, index: number) => {
    const buttons = list.current?.querySelectorAll<HTMLElement>('[data-remove]');
    const next = buttons?.[index === chosen.length - 1 ? index - 1 : index + 1];
    if (next) next.focus();
    else list.current?.closest('.fields')?.querySelector('input')?.focus();
    say(words.columns.removed(titleOf(column, report)));
    onChange(removeColumn(columns, columnKey(column)));
  };
  return (
    <div class="fields">
      <Picker
        testId={testId}
        label={texts.add}
        options={options}
        value={[]}
        multiple
        closes={false}
        placeholder={texts.placeholder}
        error={error}
        onChange={([field]) => {
          if (!field) return;
          onChange(addColumn(columns, report, { field }));
          say(words.columns.added(fieldOf(report, field)?.title ?? field));
        }}
      />
      {chosen.length === 0 && <p class="nothing">{texts.none}</p>}
      <ul class="column-list" ref={list} aria-label={texts.chosen}>
        {chosen.map((column, index) => {
          const field = fieldOf(report, column.field);
          const title = titleOf(column, report);
          return (
            <li key={columnKey(column)} class="column chosen" data-field={column.field}>
              <div class="column-text">
                <span
                  class="column-title"
                  title={field ? `${title}. ${field.sentence}` : words.columns.unknown}
                >
                  {title}
                </span>
                <UnitLine column={column} field={field} marks={marks.fields.get(column.field)} />
              </div>
              {role === 'metric' && field && (
                <MetricMenu
                  column={column}
                  field={field}
                  report={report}
                  columns={columns}
                  onChange={onChange}
                />
              )}
              <IconButton
                icon="close"
                class="small"
                label={words.columns.remove(title)}
                onClick={() => remove(column, index)}
                data-remove=""
              />
            </li>
          );
        })}
      </ul>
      <MarkNotes marks={columnMarks(marks, chosen)} />
      <p class="only-heard" role="status">
        {said}
      </p>
    </div>
  );
}
