import { useEffect } from 'preact/hooks';
import type { ReportView } from '../../actions/overview';
import { conditionsOf, type FilterNode } from '../../query/filter';
import { fieldOf } from '../model/fields';
import { isOfMetrics, NEW } from '../model/filters';
import { isFlat, membersOf, type Path } from '../model/filterTree';
import { Button } from '../parts/Button';
import { useApp } from '../state/context';
import { words } from '../words';
import { FilterChip } from './FilterChip';
import { FilterGroup } from './FilterGroup';
import type { Form } from './form';

interface FiltersProps {
  form: Form;
  report: ReportView;
}

/** What counts: conditions that must all hold, groups of them, and apart from both those on what was added up. */
export function Filters({ form, report }: FiltersProps) {
  const { draft, setFilters, edit } = form;
  const nodes = draft.filters ?? [];
  useListsAhead(form, report);
  const places = nodes.map((node, index) => ({ node, path: [index] as Path }));
  const after = places.filter(({ node }) => isOfMetrics(node, report));
  const before = places.filter((place) => !after.includes(place));
  const add = (node: FilterNode, within: number[] = []) => {
    setFilters([...nodes, node]);
    edit([nodes.length, ...within]);
  };
  return (
    <div class="filters">
      {nodes.length === 0 && <p class="nothing">{words.filters.none}</p>}
      {before.length > 0 && (
        <ul class="filter-list" aria-label={words.filters.before}>
          {before.map(({ node, path }) => (
            <Shown key={path[0]} node={node} path={path} form={form} report={report} />
          ))}
        </ul>
      )}
      {after.length > 0 && (
        <section class="filters-after" aria-label={words.filters.after}>
          <h3 class="label">{words.filters.after}</h3>
          <p class="hint">
            {draft.grain === 'grouped' ? words.filters.afterHint : words.filters.rowsHint(report.row)}
          </p>
          <ul class="filter-list">
            {after.map(({ node, path }) => (
              <Shown key={path[0]} node={node} path={path} form={form} report={report} />
            ))}
          </ul>
        </section>
      )}
      <div class="row-actions">
        <Button kind="quiet" icon="plus" onClick={() => add(NEW)} testId="add-filter">
          {words.filters.add}
        </Button>
        <Button kind="quiet" icon="plus" onClick={() => add({ or: [NEW] }, [0])} testId="add-any">
          {words.filters.addAny}
        </Button>
      </div>
    </div>
  );
}

interface ShownProps extends FiltersProps {
  node: FilterNode;
  path: Path;
}

/** A condition as a chip, a group of them in a frame; what is deeper as words. */
function Shown({ node, path, form, report }: ShownProps) {
  const members = membersOf(node);
  if (members === null || !isFlat(node))
    return <FilterChip node={node} path={path} form={form} report={report} />;
  return (
    <FilterGroup node={node} path={path} form={form} report={report}>
      {members.map((member, index) => (
        <FilterChip
          // biome-ignore lint/suspicious/noArrayIndexKey: a condition has no other identity than its place
          key={index}
          node={member}
          path={[...path, index]}
          form={form}
          report={report}
        />
      ))}
    </FilterGroup>
  );
}

/** Reads the lists that conditions pick from as soon as the section is open: they come while somebody types elsewhere. */
function useListsAhead({ draft }: Form, report: ReportView): void {
  const { app } = useApp();
  useEffect(() => {
    const kinds = new Set(
      conditionsOf(draft.filters ?? []).flatMap(({ field }) => fieldOf(report, field)?.entity ?? []),
    );
    for (const kind of kinds) void app.lists.load(draft.accounts, kind);
  }, [app, draft.accounts, draft.filters, report]);
}
