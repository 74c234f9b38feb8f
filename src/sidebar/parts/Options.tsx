import { useMemo } from 'preact/hooks';
import type { Draft } from '../model/draft';
import { knownZones } from '../model/zones';
import { words } from '../words';
import { Radios } from './Field';
import { Picker } from './Picker';

/** How the table is written: its zone, and its durations. */
export function Options({ draft, onChange }: { draft: Draft; onChange(change: Partial<Draft>): void }) {
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
          onChange({ options: { durations: durations as Draft['options']['durations'] } })
        }
      />
    </div>
  );
}
