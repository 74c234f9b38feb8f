import { useState } from 'preact/hooks';
import type { ReportView } from '../../actions/overview';
import { type Asked, askedOf, withReport } from '../model/draft';
import { refusalOf } from '../model/marks';
import { SelectField } from '../parts/Field';
import { useApp } from '../state/context';
import { reportOf } from '../state/lookup';
import { words } from '../words';
import type { Form } from './form';
import { MarkNotes } from './MarkNotes';

/** The report type. What was asked of one is kept while somebody looks at another. */
export function ReportField({ form: { draft, change, report, marks } }: { form: Form }) {
  const { state } = useApp();
  const { reports, logins } = state.overview;
  const [kept, setKept] = useState<Record<string, Asked>>({});
  const choose = (id: string) => {
    const next = reports.find((candidate) => candidate.id === id);
    if (!next) return;
    const asked = { ...kept, [draft.report]: askedOf(draft) };
    setKept(asked);
    change(withReport(draft, next, reportOf(state, draft), state.overview, asked));
  };
  const titleOf = (one: ReportView) => {
    const refusal = refusalOf(one, draft.accounts, logins);
    return refusal === null ? one.title : `${one.title} (${refusal})`;
  };
  return (
    <>
      <SelectField
        label={words.editor.reportType}
        value={draft.report}
        choices={reports.map((one) => ({ value: one.id, title: titleOf(one) }))}
        onChange={choose}
        hint={report?.sentence}
      />
      <MarkNotes marks={marks.rows} />
    </>
  );
}
