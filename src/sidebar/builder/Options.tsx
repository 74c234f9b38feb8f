import { useId, useMemo } from 'preact/hooks';
import type { ReportView } from '../../actions/overview';
import { slug } from '../../table/slug';
import { titleOf } from '../model/columns';
import type { Draft } from '../model/draft';
import { zoneOptions } from '../model/zones';
import { Radios } from '../parts/Field';
import { Picker } from '../parts/Picker';
import { useApp } from '../state/context';
import { reportOf } from '../state/lookup';
import { words } from '../words';
import { Tick } from './Tick';

/** How the table is written: its zone, its durations, and whether its columns have names. */
export function Options({ draft, onChange }: { draft: Draft; onChange(change: Partial<Draft>): void }) {
  const { state } = useApp();
  const hint = useId();
  const options = useMemo(() => zoneOptions(draft.zone), [draft.zone]);
  return (
    <div class="options">
      <Picker
        label={words.options.zone}
        options={options}
        value={[draft.zone]}
        hint={words.options.zoneHint}
        onChange={([zone]) => zone && onChange({ zone })}
        testId="zone"
      />
      <Radios
        label={words.options.durations}
        value={draft.options.durations}
        choices={[
          { value: 'duration', title: words.options.duration },
          { value: 'decimal', title: words.options.decimal },
        ]}
        onChange={(durations) =>
          onChange({
            options: { ...draft.options, durations: durations as Draft['options']['durations'] },
          })
        }
      />
      <div>
        <label class="tick">
          <input
            type="checkbox"
            checked={draft.options.columnNames === true}
            aria-describedby={hint}
            onChange={(event) =>
              onChange({ options: { ...draft.options, columnNames: event.currentTarget.checked } })
            }
          />
          {words.options.columnNames}
        </label>
        <p class="hint" id={hint}>
          {words.options.columnNamesHint(exampleName(draft, reportOf(state, draft)))}
        </p>
      </div>
      <Tick
        title={words.options.tellTypedOver}
        hint={words.options.tellTypedOverHint}
        checked={draft.options.tellTypedOver === true}
        onChange={(tellTypedOver) => onChange({ options: { ...draft.options, tellTypedOver } })}
      />
    </div>
  );
}

/** What a column of the table is called in a formula: one to be added up, where there is one. */
function exampleName({ name, columns, target }: Draft, report: ReportView | undefined): string {
  const titles = columns.map((column) => report && titleOf(column, report));
  const at = columns.findIndex(({ field }) =>
    report?.fields.some(({ id, role }) => id === field && role === 'metric'),
  );
  const range = target.kind === 'placed' ? target.range : `Clockify_${slug(name)}`;
  return `${range}_${slug(titles[Math.max(0, at)] ?? 'Duration')}`;
}
