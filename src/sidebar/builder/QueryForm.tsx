import { isFaulty } from '../model/sections';
import {
  columnsSummary,
  filtersSummary,
  metricsSummary,
  periodSummary,
  rowsSummary,
} from '../model/summaries';
import { Accounts } from '../parts/Accounts';
import { Disclosure } from '../parts/Disclosure';
import { useApp } from '../state/context';
import type { Section } from '../state/state';
import { words } from '../words';
import { ColumnOrder } from './ColumnOrder';
import { CompareField } from './CompareField';
import { Destination } from './Destination';
import { FieldList } from './FieldList';
import { Filters } from './Filters';
import type { Form } from './form';
import { GrainSwitch } from './GrainSwitch';
import { LimitField } from './LimitField';
import { ModeField } from './ModeField';
import { NameField } from './NameField';
import { Options } from './Options';
import { PeriodField } from './PeriodField';
import { ReportField } from './ReportField';
import { SortField } from './SortField';
import { SplitField } from './SplitField';
import { TotalsField } from './TotalsField';

/** All of a query: its name, and its sections, each folded to a line that says what it holds. */
export function QueryForm({ form }: { form: Form }) {
  const { draft, change, faults, report, at } = form;
  const placed = usePlaced(form);
  const section = (name: Section) => ({
    open: form.open === name,
    onToggle: (shown: boolean) => form.toggle(name, shown),
    faulty: isFaulty(name, faults),
  });
  const grouped = draft.grain === 'grouped';
  return (
    <>
      <NameField form={form} />
      <div class="disclosures">
        <Disclosure
          title={words.editor.report}
          summary={[report?.title ?? draft.report, ...draft.accounts.map(({ name }) => name)].join(' · ')}
          {...section('report')}
        >
          <ReportField form={form} />
          <Accounts
            chosen={draft.accounts}
            onChange={(accounts) => change({ accounts })}
            error={faults.accounts}
          />
        </Disclosure>
        {report && (
          <>
            <Disclosure
              title={words.dimensions.title}
              summary={rowsSummary(draft, report)}
              always={<GrainSwitch form={form} />}
              {...section('rows')}
            >
              <FieldList
                testId="add-row"
                report={report}
                marks={form.marks}
                columns={draft.columns}
                onChange={form.setColumns}
                of="dimension"
                texts={{
                  add: words.dimensions.add(grouped),
                  placeholder: words.dimensions.placeholder,
                  chosen: words.dimensions.chosen(grouped),
                  none: words.dimensions.none(grouped),
                }}
                error={faults.rows}
              />
            </Disclosure>
            <Disclosure
              title={words.metrics.title}
              summary={metricsSummary(draft, report)}
              {...section('metrics')}
            >
              <FieldList
                testId="add-metric"
                report={report}
                marks={form.marks}
                columns={draft.columns}
                onChange={form.setColumns}
                of="metric"
                texts={words.metrics}
              />
            </Disclosure>
            <Disclosure
              title={words.filters.title}
              summary={filtersSummary(draft, report)}
              {...section('filters')}
            >
              <Filters form={form} report={report} />
            </Disclosure>
          </>
        )}
        {report?.dated === false ? (
          <p class="hint undated">{words.period.undated}</p>
        ) : (
          <Disclosure title={words.editor.period} summary={periodSummary(draft, at)} {...section('period')}>
            <PeriodField
              period={draft.period}
              onChange={(period) => change({ period })}
              at={at}
              error={faults.period}
            />
            <CompareField form={form} />
          </Disclosure>
        )}
        {report && (
          <Disclosure
            title={words.editor.columns}
            summary={columnsSummary(draft, report)}
            {...section('columns')}
          >
            <ColumnOrder
              report={report}
              marks={form.marks}
              columns={draft.columns}
              accounts={draft.accounts}
              onChange={form.setColumns}
              error={faults.columns}
              all={!grouped}
            />
            <SplitField form={form} />
            <SortField form={form} />
            <LimitField form={form} />
            <TotalsField form={form} />
          </Disclosure>
        )}
        <Disclosure
          title={words.editor.options}
          summary={words.mode.summary(
            words.options.summary(draft.zone, draft.options.durations === 'decimal'),
            draft.mode,
          )}
          {...section('options')}
        >
          <ModeField form={form} />
          <Options draft={draft} onChange={change} />
        </Disclosure>
        <Disclosure
          title={words.editor.destination}
          summary={
            draft.target.kind === 'placed'
              ? (placed?.address ?? '')
              : draft.target.kind === 'cell'
                ? words.editor.selectedCell
                : words.editor.newTab
          }
          {...section('destination')}
        >
          <Destination
            target={draft.target}
            onChange={(target) => change({ target })}
            name={draft.name}
            placed={placed}
          />
        </Disclosure>
      </div>
    </>
  );
}

/** Where the table of a query is already, when it is there. */
function usePlaced({ draft }: Form) {
  const { app } = useApp();
  const view = draft.id ? app.view(draft.id) : undefined;
  return view?.query?.target.kind === 'placed' && view.place
    ? { target: view.query.target, address: view.place.address }
    : null;
}
