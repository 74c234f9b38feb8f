import { moveColumn, titleOf } from '../model/columns';
import { IconButton } from '../parts/Button';
import { SelectField } from '../parts/Field';
import { words } from '../words';
import type { Form } from './form';

/** The columns by which rows are sorted, the most important first. */
export function SortField({ form: { draft, report, change } }: { form: Form }) {
  const sort = draft.sort ?? [];
  const set = (next: typeof sort) => change({ sort: next.length > 0 ? next : undefined });
  const free = draft.columns.filter(
    ({ field }, index) =>
      !sort.some(([other]) => other === field) &&
      draft.columns.findIndex((column) => column.field === field) === index,
  );
  const titleOfField = (id: string) => {
    const column = draft.columns.find(({ field }) => field === id);
    return column ? titleOf(column, report) : id;
  };
  return (
    <div class="sort">
      {sort.length > 0 && (
        <p class="label" aria-hidden="true">
          {words.sort.label}
        </p>
      )}
      {sort.length > 0 && (
        <ol class="column-list" aria-label={words.sort.label}>
          {sort.map(([field, way], index) => {
            const title = titleOfField(field);
            return (
              <li key={field} class="column chosen">
                <div class="column-text">
                  <span class="column-title">{title}</span>
                  <span class="column-unit">
                    {way === 'desc' ? words.sort.descending : words.sort.ascending}
                  </span>
                </div>
                <IconButton
                  icon={way === 'desc' ? 'down' : 'up'}
                  class="small"
                  label={words.sort.turn(title, way === 'desc')}
                  onClick={() =>
                    set(
                      sort.map((pair, at) =>
                        at === index ? [field, way === 'desc' ? 'asc' : 'desc'] : pair,
                      ),
                    )
                  }
                />
                {index > 0 && (
                  <IconButton
                    icon="first"
                    class="small"
                    label={words.sort.first(title)}
                    onClick={() => set(moveColumn(sort, index, 0))}
                  />
                )}
                <IconButton
                  icon="close"
                  class="small"
                  label={words.sort.remove(title)}
                  onClick={() => set(sort.filter((_, at) => at !== index))}
                />
              </li>
            );
          })}
        </ol>
      )}
      {free.length > 0 && (
        <SelectField
          label={sort.length === 0 ? words.sort.label : words.sort.addThen}
          value=""
          choices={[
            { value: '', title: sort.length === 0 ? words.sort.none : words.sort.add },
            ...free.map((column) => ({ value: column.field, title: titleOf(column, report) })),
          ]}
          onChange={(field) => field && set([...sort, [field, wayOf(field)]])}
        />
      )}
    </div>
  );

  /** Metrics are wanted from the largest on, everything else in its order. */
  function wayOf(id: string): 'asc' | 'desc' {
    return report?.fields.find((field) => field.id === id)?.role === 'metric' ? 'desc' : 'asc';
  }
}
