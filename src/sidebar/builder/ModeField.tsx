import type { Mode } from '../../query/mode';
import { modeBarred, USUAL_DAYS } from '../model/modes';
import { Radios, TextField } from '../parts/Field';
import { words } from '../words';
import type { Form } from './form';

const REPLACE = 'replace';

/** How a refresh goes on from the table that stands. What can't be had says why. */
export function ModeField({ form: { draft, report, change, faults } }: { form: Form }) {
  if (!report) return null;
  const { mode } = draft;
  const lastDays: Mode = mode?.kind === 'last-days' ? mode : { kind: 'last-days', days: USUAL_DAYS };
  const modes: Record<string, Mode | undefined> = { [REPLACE]: undefined, 'last-days': lastDays };
  modes['by-id'] = { kind: 'by-id' };
  const choice = (value: string, title: string, hint: string) => {
    const wanted = mode?.kind === value ? undefined : modes[value];
    const barred = wanted ? modeBarred(wanted, draft, report) : null;
    return { value, title, hint: barred ?? hint, disabled: barred !== null };
  };
  return (
    <div class="mode">
      <Radios
        label={words.mode.label}
        value={mode?.kind ?? REPLACE}
        choices={[
          choice(REPLACE, words.mode.replace, words.mode.replaceHint),
          choice('last-days', words.mode.lastDays, words.mode.lastDaysHint),
          choice('by-id', words.mode.byId, words.mode.byIdHint),
        ]}
        onChange={(value) => change({ mode: modes[value] })}
      />
      {mode?.kind === 'last-days' && (
        <div class="within">
          <TextField
            label={words.mode.days}
            type="number"
            min={1}
            value={Number.isNaN(mode.days) ? '' : String(mode.days)}
            onInput={(text) =>
              change({ mode: { kind: 'last-days', days: text.trim() === '' ? Number.NaN : Number(text) } })
            }
            error={faults.mode}
          />
        </div>
      )}
      {mode?.kind === 'by-id' && faults.mode && (
        <p class="error" role="alert" data-fault="" tabIndex={-1}>
          {faults.mode}
        </p>
      )}
    </div>
  );
}
