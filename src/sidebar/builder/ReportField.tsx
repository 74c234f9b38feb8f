import { useState } from 'preact/hooks';
import { type Asked, askedOf, withReport } from '../model/draft';
import { SelectField } from '../parts/Field';
import { useApp } from '../state/context';
import { reportOf } from '../state/lookup';
import { words } from '../words';
import type { Form } from './form';

/** The report type. What was asked of one is kept while somebody looks at another. */
export function ReportField({ form: { draft, change, report } }: { form: Form }) {
  const { state } = useApp();
  const { reports } = state.overview;
  const [kept, setKept] = useState<Record<string, Asked>>({});
  const choose = (id: string) => {
    const next = reports.find((candidate) => candidate.id === id);
    if (!next) return;
    const asked = { ...kept, [draft.report]: askedOf(draft) };
    setKept(asked);
    change(withReport(draft, next, reportOf(state, draft), state.overview, asked));
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
