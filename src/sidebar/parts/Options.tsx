import { useId, useMemo } from 'preact/hooks';
import type { Draft } from '../model/draft';
import { knownZones } from '../model/zones';
import { words } from '../words';
import { Radios } from './Field';
import { Picker } from './Picker';

/** How the table is written: its zone, its durations, and whether its columns have names. */
export function Options({ draft, onChange }: { draft: Draft; onChange(change: Partial<Draft>): void }) {
  const hint = useId();
  const zones = knownZones();
  const options = useMemo(() => {
    const known = zones.includes(draft.zone) ? zones : [draft.zone, ...zones];
    return known.map((zone) => ({ value: zone, label: zone.replace(/_/g, ' ') }));
  }, [draft.zone, zones]);
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
            checked={namesColumns(draft)}
            aria-describedby={hint}
            onChange={(event) =>
              onChange({ options: { ...draft.options, ...{ columnNames: event.currentTarget.checked } } })
            }
          />
          {words.options.columnNames}
        </label>
        <p class="hint" id={hint}>
          {words.options.columnNamesHint(exampleName(draft))}
        </p>
      </div>
    </div>
  );
}

function namesColumns({ options }: Draft): boolean {
  return (options as { columnNames?: boolean }).columnNames === true;
}

/** What a column of the table would be called in a formula. */
function exampleName({ name }: Draft): string {
  const word = name.replace(/[^A-Za-z0-9]+/g, '_').replace(/^_+|_+$/g, '');
  return `Clockify_${word || 'Hours'}_Duration`;
}
