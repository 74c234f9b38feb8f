import { useState } from 'preact/hooks';
import { titleOf } from '../model/columns';
import { type Draft, type Faults, faultsOf, withReport } from '../model/draft';
import { summaryOf } from '../model/periods';
import { sentenceOf } from '../model/sentence';
import { useApp } from '../state/context';
import { atOf, reportOf } from '../state/lookup';
import type { Section } from '../state/state';
import { words } from '../words';
import { Accounts } from './Accounts';
import { Button } from './Button';
import { Columns } from './Columns';
import { Destination } from './Destination';
import { Disclosure } from './Disclosure';
import { SelectField, TextField } from './Field';
import { focusFault } from './focus';
import { Options } from './Options';
import { PeriodField } from './PeriodField';
import { Sentence } from './Sentence';

/** A query that is being made or edited. */
export interface Form {
  draft: Draft;
  change(part: Partial<Draft>): void;
  /** What is shown to be wrong: a period at once, the rest when somebody has tried to go on. */
  faults: Faults;
  open: Section[];
  toggle(section: Section, open: boolean): void;
  /** Does `work` when nothing is wrong with the draft; else shows what is, and takes the focus there. */
  submit(work: () => void): void;
}

/** A form for `given`; of its sections those in `first` are open, and several may be when `several` says so. */
export function useForm(given: Draft, first: Section[], several: boolean): Form {
  const { state } = useApp();
  const [draft, setDraft] = useState(given);
  const [open, setOpen] = useState(first);
  const [tried, setTried] = useState(false);
  const faults = faultsOf(draft, reportOf(state, draft), state.overview.queries);
  const { name, freeName, period } = faults;
  return {
    draft,
    change: (part) => setDraft((now) => ({ ...now, ...part })),
    faults: tried ? faults : { period, ...(freeName ? { name, freeName } : {}) },
    open,
    toggle(section, shown) {
      const others = several ? open.filter((other) => other !== section) : [];
      setOpen(shown ? [...others, section] : open.filter((other) => other !== section));
    },
    submit(work) {
      setTried(true);
      if (Object.keys(faults).length === 0) return work();
      const wrong = sectionOf(faults);
      if (wrong && !open.includes(wrong)) setOpen(several ? [...open, wrong] : [wrong]);
      focusFault();
    },
  };
}

/** The section in which the first fault has to be mended; null for the name, which is always seen. */
function sectionOf(faults: Faults): Section | null {
  if (faults.name) return null;
  if (faults.accounts) return 'report';
  if (faults.period) return 'period';
  return faults.columns ? 'columns' : null;
}

/** All of a query: a sentence that says it, its name, and its sections. */
export function QueryForm({ form }: { form: Form }) {
  const { app, state } = useApp();
  const { draft, change, faults } = form;
  const report = reportOf(state, draft);
  const at = atOf(state, draft, app.now());
  const placed = usePlaced(draft);
  const section = (name: Section) => ({
    open: form.open.includes(name),
    onToggle: (shown: boolean) => form.toggle(name, shown),
  });
  return (
    <>
      <p class="sentence">
        <Sentence parts={sentenceOf(draft, report)} />
      </p>
      <NameField form={form} />
      <div class="disclosures">
        <Disclosure
          title={words.editor.report}
          summary={draft.accounts.map(({ name }) => name).join(', ')}
          {...section('report')}
        >
          <ReportField form={form} />
          <Accounts
            chosen={draft.accounts}
            onChange={(accounts) => change({ accounts })}
            error={faults.accounts}
          />
        </Disclosure>
        {report?.dated === false ? (
          <p class="hint">{words.period.undated}</p>
        ) : (
          <Disclosure
            title={words.editor.period}
            summary={summaryOf(draft.period, at)}
            {...section('period')}
          >
            <PeriodField
              period={draft.period}
              onChange={(period) => change({ period })}
              at={at}
              error={faults.period}
            />
          </Disclosure>
        )}
        {report && (
          <Disclosure
            title={words.editor.columns(draft.columns.length)}
            summary={words.editor.columnsSummary(draft.columns.map((column) => titleOf(column, report)))}
            {...section('columns')}
          >
            <Columns
              report={report}
              columns={draft.columns}
              accounts={draft.accounts}
              onChange={(columns) => change({ columns })}
              error={faults.columns}
            />
          </Disclosure>
        )}
        <Disclosure
          title={words.editor.options}
          summary={words.options.summary(draft.zone, draft.options.durations === 'decimal')}
          {...section('options')}
        >
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
function usePlaced(draft: Draft) {
  const { app } = useApp();
  const view = draft.id ? app.view(draft.id) : undefined;
  return view?.query?.target.kind === 'placed' && view.place
    ? { target: view.query.target, address: view.place.address }
    : null;
}

function NameField({ form: { draft, change, faults } }: { form: Form }) {
  const { freeName } = faults;
  return (
    <div class="name-field">
      <TextField
        label={words.common.name}
        value={draft.name}
        onInput={(name) => change({ name })}
        error={faults.name}
        maxLength={100}
      />
      {freeName && (
        <Button kind="quiet" onClick={() => change({ name: freeName })}>
          {words.check.takeName(freeName)}
        </Button>
      )}
    </div>
  );
}

/** The report type. Columns that were chosen for one are kept while somebody looks at another. */
function ReportField({ form: { draft, change } }: { form: Form }) {
  const { state } = useApp();
  const { reports } = state.overview;
  const [kept, setKept] = useState<Record<string, Draft['columns']>>({});
  const report = reportOf(state, draft);
  const choose = (id: string) => {
    const next = reports.find((candidate) => candidate.id === id);
    if (!next) return;
    const columns = { ...kept, [draft.report]: draft.columns };
    setKept(columns);
    change(withReport(draft, next, report, state.overview, columns));
  };
  return (
    <SelectField
      label={words.editor.reportType}
      value={draft.report}
      choices={reports.map(({ id, title }) => ({ value: id, title }))}
      onChange={choose}
      hint={report?.sentence}
    />
  );
}
