import { useMemo, useState } from 'preact/hooks';
import type { ReportView } from '../../actions/overview';
import type { FilterNode } from '../../query/filter';
import type { QueryColumn } from '../../query/query';
import type { Draft } from '../model/draft';
import { type Faults, faultsOf } from '../model/faults';
import { firstFault } from '../model/filters';
import type { Path } from '../model/filterTree';
import { NO_MARKS, type ReportMarks, reportMarks } from '../model/marks';
import type { At } from '../model/periods';
import { sectionOf } from '../model/sections';
import { type Grouping, groupingOf, withColumns, withGrain } from '../model/settings';
import { focusFault } from '../parts/focus';
import { useApp } from '../state/context';
import { atOf, reportOf } from '../state/lookup';
import type { Section } from '../state/state';

/** A query that is being made or edited. */
export interface Form {
  draft: Draft;
  /** Undefined where the report type is one that this add-on doesn't know. */
  report: ReportView | undefined;
  at: At;
  /** What the logins of its accounts can't see of it. */
  marks: ReportMarks;
  change(part: Partial<Draft>): void;
  setColumns(columns: QueryColumn[]): void;
  setGrain(grain: Draft['grain']): void;
  setFilters(filters: FilterNode[]): void;
  /** What is shown to be wrong: what is wrong as it is typed at once, what is missing when somebody has tried to go on. */
  faults: Faults;
  /** Whether somebody has tried to go on. */
  tried: boolean;
  /** Whether nothing is wrong, shown or not. */
  sound: boolean;
  /** The section that is open. */
  open: Section | null;
  toggle(section: Section, open: boolean): void;
  /** The filter that is being changed; null for none. */
  editing: Path | null;
  edit(path: Path | null): void;
  /** Does `work` when nothing is wrong with the draft; else shows what is, and takes the focus there. */
  submit(work: () => void): void;
}

/** A form for `given`, with one section open. */
export function useForm(given: Draft, first: Section | null): Form {
  const { app, state } = useApp();
  const [draft, setDraft] = useState(given);
  const [open, setOpen] = useState(first);
  const [tried, setTried] = useState(false);
  const [editing, setEditing] = useState<Path | null>(null);
  const [kept, keep] = useState<Grouping | null>(null);
  const report = reportOf(state, draft);
  const { logins } = state.overview;
  const marks = useMemo(
    () => (report ? reportMarks(report, draft.accounts, logins) : NO_MARKS),
    [report, draft.accounts, logins],
  );
  const faults = faultsOf(draft, report, state.overview.queries);
  const { accounts: _, rows: __, filters: ___, name, freeName, ...atOnce } = faults;
  const change = (part: Partial<Draft>) => setDraft((now) => ({ ...now, ...part }));
  return {
    draft,
    report,
    at: atOf(state, draft, app.now()),
    marks,
    change,
    setColumns: (columns) => report && change(withColumns(draft, columns, report)),
    setGrain(grain) {
      if (grain === draft.grain) return;
      if (grain === 'each') keep(groupingOf(draft));
      change(withGrain(grain, kept));
    },
    setFilters: (filters) => change({ filters: filters.length > 0 ? filters : undefined }),
    faults: tried ? faults : { ...atOnce, ...(freeName ? { name, freeName } : {}) },
    tried,
    sound: Object.keys(faults).length === 0,
    open,
    toggle: (section, shown) => setOpen(shown ? section : null),
    editing,
    edit(path) {
      setEditing(path);
      // What is only begun is not wrong yet.
      if (path !== null) setTried(false);
    },
    submit(work) {
      setTried(true);
      if (Object.keys(faults).length === 0) return work();
      const wrong = sectionOf(faults);
      if (wrong) setOpen(wrong);
      if (wrong === 'filters') setEditing(firstFault(draft.filters ?? [], report)?.path ?? null);
      focusFault();
    },
  };
}
