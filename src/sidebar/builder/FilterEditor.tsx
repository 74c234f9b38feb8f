import { useEffect, useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import type { ReportView } from '../../actions/overview';
import type { Condition, Operator } from '../../query/filter';
import { fieldOf, fieldOptions } from '../model/fields';
import { emptyNote, faultOf, fieldsFor, operatorsFor, withField, withOperator } from '../model/filters';
import { type Path, replaceAt } from '../model/filterTree';
import { sayOperator } from '../model/sayFilters';
import { Button } from '../parts/Button';
import { SelectField } from '../parts/Field';
import { Picker } from '../parts/Picker';
import { useApp } from '../state/context';
import { words } from '../words';
import { FilterValues } from './FilterValues';
import type { Form } from './form';
import { MarkNotes } from './MarkNotes';

interface FilterEditorProps {
  condition: Condition;
  path: Path;
  form: Form;
  report: ReportView;
  onDone(): void;
  onRemove(): void;
}

/** A condition being made: field, then how it compares, then with what. */
export function FilterEditor({ condition, path, form, report, onDone, onRemove }: FilterEditorProps) {
  const { app } = useApp();
  const root = useRef<HTMLDivElement>(null);
  const nodes = form.draft.filters ?? [];
  const field = fieldOf(report, condition.field);
  const change = (next: Condition) => form.setFilters(replaceAt(nodes, path, next));
  const options = useMemo(
    () =>
      fieldOptions(fieldsFor(nodes, path, report), form.marks.fields, ({ role }) =>
        role === 'metric' ? words.filters.after : words.filters.before,
      ),
    [nodes, path, report, form.marks],
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: when it opens, unless the focus goes to what is wrong in it
  useLayoutEffect(() => {
    if (!form.tried) root.current?.querySelector<HTMLElement>('input')?.focus();
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another field has other controls below it
  useEffect(() => root.current?.scrollIntoView({ block: 'nearest' }), [condition.field, condition.op]);
  const fault = form.tried ? faultOf(condition, report) : null;
  const note = field && emptyNote(condition, field, report.rows);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape closes it from wherever the focus is inside
    <div
      ref={root}
      class="filter-editor"
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onDone();
      }}
    >
      <Picker
        testId="filter-field"
        label={words.filters.field}
        options={options}
        value={[condition.field]}
        placeholder={words.filters.fieldPlaceholder}
        error={fault && !field ? fault : undefined}
        onChange={([id]) => {
          const next = fieldOf(report, id ?? '');
          if (!next) return;
          change(withField(next));
          if (next.entity) void app.lists.load(form.draft.accounts, next.entity);
        }}
      />
      {field && (
        <>
          <MarkNotes marks={form.marks.fields.get(field.id) ?? []} />
          <SelectField
            label={words.filters.operator}
            value={condition.op}
            choices={operatorsFor(field, condition.op).map((op) => ({
              value: op,
              title: sayOperator(op, field),
            }))}
            onChange={(op) => change(withOperator(condition, op as Operator, field))}
            hint={note ?? undefined}
          />
          <FilterValues
            condition={condition}
            field={field}
            accounts={form.draft.accounts}
            onChange={(values) => change({ ...condition, values })}
            error={fault ?? undefined}
          />
        </>
      )}
      <div class="card-actions">
        <Button onClick={onDone} testId="filter-done">
          {words.filters.done}
        </Button>
        <Button kind="quiet" onClick={onRemove}>
          {words.filters.removeShort}
        </Button>
      </div>
    </div>
  );
}
