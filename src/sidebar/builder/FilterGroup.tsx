import type { ComponentChildren } from 'preact';
import type { ReportView } from '../../actions/overview';
import type { FilterNode } from '../../query/filter';
import { NEW } from '../model/filters';
import { membersOf, type Path, removeAt, replaceAt, withMembers } from '../model/filterTree';
import { Button, IconButton } from '../parts/Button';
import { words } from '../words';
import type { Form } from './form';

interface FilterGroupProps {
  node: FilterNode;
  path: Path;
  form: Form;
  report: ReportView;
  children: ComponentChildren;
}

/** Conditions of which any, or all, must hold. */
export function FilterGroup({ node, path, form, children }: FilterGroupProps) {
  const nodes = form.draft.filters ?? [];
  const members = membersOf(node) ?? [];
  const kind = 'or' in node ? 'or' : 'and';
  return (
    <li>
      <fieldset class="filter-group" aria-label={words.filters.group[kind]}>
        <div class="filter-group-head">
          <div class="select small">
            <select
              class="input"
              aria-label={words.filters.groupLabel}
              value={kind}
              onChange={(event) => {
                const next = event.currentTarget.value === 'or' ? { or: members } : { and: members };
                form.setFilters(replaceAt(nodes, path, next));
              }}
            >
              <option value="or">{words.filters.group.or}</option>
              <option value="and">{words.filters.group.and}</option>
            </select>
          </div>
          <IconButton
            icon="close"
            class="small"
            label={words.filters.removeGroup}
            onClick={() => {
              form.setFilters(removeAt(nodes, path));
              form.edit(null);
            }}
          />
        </div>
        <ul class="filter-list">{children}</ul>
        <Button
          kind="quiet"
          icon="plus"
          onClick={() => {
            form.setFilters(replaceAt(nodes, path, withMembers(node, [...members, NEW])));
            form.edit([...path, members.length]);
          }}
        >
          {words.filters.addTo}
        </Button>
      </fieldset>
    </li>
  );
}
