import { useRef } from 'preact/hooks';
import type { ReportView } from '../../actions/overview';
import type { Condition, FilterNode } from '../../query/filter';
import { faultOf } from '../model/filters';
import { membersOf, type Path, removeAt } from '../model/filterTree';
import { sayFilter } from '../model/sayFilters';
import { IconButton } from '../parts/Button';
import { Icon } from '../parts/Icon';
import { words } from '../words';
import { FilterEditor } from './FilterEditor';
import type { Form } from './form';

interface FilterChipProps {
  node: FilterNode;
  path: Path;
  form: Form;
  report: ReportView;
}

/** A filter in words, which opens to be changed; one of several levels can only be removed. */
export function FilterChip({ node, path, form, report }: FilterChipProps) {
  const row = useRef<HTMLLIElement>(null);
  const nodes = form.draft.filters ?? [];
  const said = sayFilter(node, report);
  const condition = membersOf(node) === null ? (node as Condition) : null;
  const fault = condition && faultOf(condition, report);
  const editing = form.editing !== null && String(form.editing) === String(path);
  const remove = () => {
    // The focus goes to what comes next: the row is about to vanish.
    const rest = row.current
      ?.closest('.filters')
      ?.querySelectorAll<HTMLElement>('.filter-words, .row-actions button');
    [...(rest ?? [])].find((element) => !row.current?.contains(element))?.focus();
    form.setFilters(removeAt(nodes, path));
    form.edit(null);
  };
  if (editing && condition) {
    return (
      <li ref={row} class="filter editing">
        <FilterEditor
          condition={condition}
          path={path}
          form={form}
          report={report}
          onRemove={remove}
          onDone={() => {
            if (condition.field === '') return remove();
            form.edit(null);
            requestAnimationFrame(() => row.current?.querySelector<HTMLElement>('.filter-words')?.focus());
          }}
        />
      </li>
    );
  }
  return (
    <li ref={row} class={fault && form.tried ? 'filter faulty' : 'filter'}>
      {condition ? (
        <button
          type="button"
          class="filter-words"
          title={said}
          aria-label={words.filters.edit(said)}
          data-fault={fault && form.tried ? '' : undefined}
          onClick={() => form.edit(path)}
        >
          <Icon name={fault ? 'alert' : 'filter'} size={16} />
          <span class="filter-text">{said}</span>
        </button>
      ) : (
        <span class="filter-words" title={words.filters.nested}>
          <Icon name="filter" size={16} />
          <span class="filter-text">{said}</span>
        </span>
      )}
      <IconButton icon="close" class="small" label={words.filters.remove(said)} onClick={remove} />
    </li>
  );
}
