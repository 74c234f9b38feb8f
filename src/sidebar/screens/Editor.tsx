import { useState } from 'preact/hooks';
import type { ReportView } from '../../actions/overview';
import { titleOf } from '../model/columns';
import { type Draft, type Faults, faultsOf, sameDraft, withReport } from '../model/draft';
import { summaryOf } from '../model/periods';
import { sentenceOf } from '../model/sentence';
import { Accounts } from '../parts/Accounts';
import { Button } from '../parts/Button';
import { Columns } from '../parts/Columns';
import { Destination } from '../parts/Destination';
import { Disclosure } from '../parts/Disclosure';
import { SelectField, TextField } from '../parts/Field';
import { focusFault } from '../parts/focus';
import { Options } from '../parts/Options';
import { PeriodField } from '../parts/PeriodField';
import { Screen } from '../parts/Screen';
import { Sentence } from '../parts/Sentence';
import { useApp, useWork } from '../state/context';
import { atOf, reportOf } from '../state/lookup';
import type { Section } from '../state/state';
import { words } from '../words';

/** All of a query, one section open at a time. */
export function Editor({ draft: given, section }: { draft: Draft; section: Section }) {
  const { app, state } = useApp();
  const [draft, setDraft] = useState(given);
  const [open, setOpen] = useState<Section | null>(section);
  const [tried, setTried] = useState(false);
  const [busy, work] = useWork();
  const [refreshing, setRefreshing] = useState(false);
  const report = reportOf(state, draft);
  const faults = faultsOf(draft, report);
  const changed = draft.id === undefined || !sameDraft(draft, given);
  const change = (part: Partial<Draft>) => setDraft({ ...draft, ...part });
  const leave = async () => {
    if (changed && !sameDraft(draft, given) && (await app.ask({ kind: 'leave', name: draft.name })) === null)
      return;
    app.back();
  };
  const save = (refresh: boolean) => {
    setTried(true);
    setRefreshing(refresh);
    const wrong = sectionOf(faults);
    if (wrong) setOpen(wrong);
    if (wrong || faults.name) return focusFault();
    work(() =>
      app.attempt(async () => {
        // Saving a query is agreeing to it: what others changed in it is seen first.
        if (draft.id && !(await app.agreed([draft.id]))) return;
        if (refresh && !(await app.mayShow(app.amountsOf(draft)))) return;
        const query = await app.save(draft);
        if (refresh) await app.refresh([query.id]);
        else app.say(words.editor.saved(query.name));
        app.show({ name: 'query', id: query.id });
      }),
    );
  };
  return (
    <Screen
      testId="editor"
      title={draft.id ? words.editor.title : words.editor.titleNew}
      onBack={() => void leave()}
      bar={
        <>
          <Button kind="primary" busy={busy && refreshing} onClick={() => save(true)} testId="save-refresh">
            {words.editor.saveAndRefresh}
          </Button>
          <Button busy={busy && !refreshing} disabled={!changed} onClick={() => save(false)} testId="save">
            {words.common.save}
          </Button>
        </>
      }
    >
      <p class="sentence">
        <Sentence parts={sentenceOf(draft, report)} />
      </p>
      <TextField
        label={words.common.name}
        value={draft.name}
        onInput={(name) => change({ name })}
        error={tried ? faults.name : undefined}
        maxLength={100}
      />
      <Sections
        draft={draft}
        report={report}
        faults={tried ? faults : {}}
        periodFault={faults.period}
        open={open}
        onOpen={setOpen}
        onChange={change}
      />
    </Screen>
  );
}

/** The section in which the first fault has to be mended. */
function sectionOf(faults: Faults): Section | null {
  if (faults.accounts) return 'report';
  if (faults.period) return 'period';
  return faults.columns ? 'columns' : null;
}

interface SectionsProps {
  draft: Draft;
  report: ReportView | undefined;
  faults: Faults;
  periodFault?: string;
  open: Section | null;
  onOpen(section: Section | null): void;
  onChange(part: Partial<Draft>): void;
}

function Sections({ draft, report, faults, periodFault, open, onOpen, onChange }: SectionsProps) {
  const { app, state } = useApp();
  const { reports } = state.overview;
  const at = atOf(state, draft, app.now());
  const view = draft.id ? app.view(draft.id) : undefined;
  const placed =
    view?.query?.target.kind === 'placed' && view.place
      ? { target: view.query.target, address: view.place.address }
      : null;
  const section = (name: Section) => ({
    open: open === name,
    onToggle: (shown: boolean) => onOpen(shown ? name : null),
  });
  const choose = (id: string) => {
    const next = reports.find((candidate) => candidate.id === id);
    if (next) onChange(withReport(draft, next, report, state.overview));
  };
  return (
    <div class="disclosures">
      <Disclosure
        title={words.editor.report}
        summary={draft.accounts.map(({ name }) => name).join(', ')}
        {...section('report')}
      >
        <SelectField
          label={words.editor.reportType}
          value={draft.report}
          choices={reports.map(({ id, title }) => ({ value: id, title }))}
          onChange={choose}
          hint={report?.sentence}
        />
        <Accounts
          chosen={draft.accounts}
          onChange={(accounts) => onChange({ accounts })}
          error={faults.accounts}
        />
      </Disclosure>
      {report?.dated !== false && (
        <Disclosure title={words.editor.period} summary={summaryOf(draft.period, at)} {...section('period')}>
          <PeriodField
            period={draft.period}
            onChange={(period) => onChange({ period })}
            at={at}
            error={periodFault}
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
            onChange={(columns) => onChange({ columns })}
            error={faults.columns}
          />
        </Disclosure>
      )}
      <Disclosure
        title={words.editor.options}
        summary={words.options.summary(draft.zone, draft.options.durations === 'decimal')}
        {...section('options')}
      >
        <Options draft={draft} onChange={onChange} />
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
          onChange={(target) => onChange({ target })}
          name={draft.name}
          placed={placed}
        />
      </Disclosure>
    </div>
  );
}
