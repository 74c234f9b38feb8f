import type { Fill } from '../../query/query';
import { columnsOfRole } from '../model/fields';
import { reasonOf } from '../model/marks';
import { fillBarred, subtotalFields } from '../model/settings';
import { SelectField } from '../parts/Field';
import { words } from '../words';
import type { Form } from './form';
import { Tick } from './Tick';

const FILLS: Fill[] = ['dates', 'people', 'projects'];

/** Rows that are not of records: totals, subtotals, and what had no time. What can't be had says why. */
export function TotalsField({ form: { draft, report, change, marks } }: { form: Form }) {
  if (!report) return null;
  const metrics = columnsOfRole(draft.columns, report, 'metric').length > 0;
  const fields = metrics ? subtotalFields(draft, report) : [];
  const fill = draft.fill ?? [];
  const setFill = (one: Fill, on: boolean) => {
    const next = FILLS.filter((other) => (other === one ? on : fill.includes(other)));
    change({ fill: next.length > 0 ? next : undefined });
  };
  return (
    <>
      <Tick
        title={words.totals.tick}
        checked={draft.totals === true}
        disabled={!metrics && !draft.totals}
        hint={metrics ? words.totals.hint : words.totals.needsMetric}
        onChange={(totals) => change({ totals: totals || undefined })}
      />
      {fields.length > 0 || draft.subtotals ? (
        <SelectField
          label={words.totals.subtotals}
          value={draft.subtotals ?? ''}
          choices={[
            { value: '', title: words.totals.noSubtotals },
            ...fields.map(({ id, title }) => ({ value: id, title })),
          ]}
          onChange={(field) => change({ subtotals: field || undefined })}
        />
      ) : (
        metrics && draft.grain === 'grouped' && <p class="hint">{words.totals.needsTwo}</p>
      )}
      {draft.grain === 'grouped' && (
        <fieldset class="ticks">
          <legend>{words.fill.label}</legend>
          {FILLS.map((one) => {
            const barred = fillBarred(one, draft, report);
            const on = fill.includes(one);
            return (
              <Tick
                key={one}
                title={words.fill[one]}
                checked={on}
                disabled={barred !== null && !on}
                hint={barred ?? reasonOf(one === 'dates' ? undefined : marks.fills[one])}
                onChange={(wanted) => setFill(one, wanted)}
              />
            );
          })}
        </fieldset>
      )}
    </>
  );
}
