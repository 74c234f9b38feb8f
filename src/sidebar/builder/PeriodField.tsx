import { useMemo, useState } from 'preact/hooks';
import type { Period } from '../../query/period';
import { choiceOf, periodOf, periodOptions, typedOption } from '../model/periodChoices';
import { type At, describeMeaning, type Last, lastOf, lastPeriod } from '../model/periods';
import { Radios, SelectField, TextField } from '../parts/Field';
import { Picker } from '../parts/Picker';
import { words } from '../words';
import { CellField } from './CellField';
import { DayField } from './DayField';

interface PeriodFieldProps {
  period: Period;
  onChange(period: Period): void;
  at: At;
  error?: string;
}

const UNIT_CHOICES = Object.entries(words.period.units).map(([value, title]) => ({ value, title }));

/** The period of a query, with the days that it means today. */
export function PeriodField({ period, onChange, at, error }: PeriodFieldProps) {
  const [any, setAny] = useState(false);
  const { now, zone, weekStart } = at;
  const day = Math.floor(now / 3_600_000);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the days that periods mean change with the hour at most
  const options = useMemo(() => periodOptions(at), [day, zone, weekStart]);
  const choice = choiceOf(period, any);
  const form = ['any', 'since', 'fixed', 'cell'].includes(choice);
  const meaning = describeMeaning(period, at);
  const counted = lastOf(period);
  return (
    <div class="period">
      <Picker
        label={words.period.label}
        testId="period"
        options={options}
        value={[choice]}
        onChange={([next]) => {
          if (!next) return;
          setAny(next === 'any');
          onChange(periodOf(next, period, at));
        }}
        hint={form ? undefined : meaning}
        other={(typed) => typedOption(typed, at)}
        otherFirst
      />
      {form && (
        <div class="within">
          {choice === 'any' && counted && (
            <LastFields last={counted} onChange={(last) => onChange(lastPeriod(last))} error={error} />
          )}
          {period.kind === 'fixed' && (
            <div class="pair">
              <DayField
                label={words.period.from}
                value={period.from}
                onChange={(from) => onChange({ ...period, from })}
              />
              <DayField
                label={words.period.to}
                value={period.to}
                onChange={(to) => onChange({ ...period, to })}
              />
            </div>
          )}
          {period.kind === 'since' && (
            <>
              <DayField
                label={words.period.from}
                value={period.from}
                onChange={(from) => onChange({ ...period, from })}
              />
              <Radios
                label={words.period.toDay}
                value={period.to}
                choices={[
                  { value: 'today', title: words.period.today },
                  { value: 'yesterday', title: words.period.yesterday },
                ]}
                onChange={(to) => onChange({ ...period, to: to as 'today' })}
              />
            </>
          )}
          {period.kind === 'cell' && (
            <CellField
              what={words.period.label.toLowerCase()}
              label={words.period.cell}
              value={period.cell}
              onChange={(cell) => onChange({ ...period, cell })}
              hint={words.period.cellHint}
            />
          )}
          {error && choice !== 'any' ? (
            <p class="error" role="alert" data-fault="" tabIndex={-1}>
              {error}
            </p>
          ) : (
            <p class="hint">{meaning}</p>
          )}
        </div>
      )}
    </div>
  );
}

interface LastFieldsProps {
  last: Last;
  onChange(last: Last): void;
  error?: string;
}

/** So many days, weeks … */
function LastFields({ last, onChange, error }: LastFieldsProps) {
  // As it is typed: half a number is seen, and said to be none, instead of becoming another one.
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <>
      <div class="pair">
        <TextField
          label={words.period.count}
          type="number"
          min={1}
          value={typed ?? String(last.count)}
          onInput={(text) => {
            setTyped(text);
            onChange({ ...last, count: text.trim() === '' ? Number.NaN : Number(text) });
          }}
          error={error}
        />
        <SelectField
          label={words.period.unit}
          value={last.unit}
          choices={UNIT_CHOICES}
          onChange={(unit) => onChange({ ...last, unit: unit as Last['unit'] })}
        />
      </div>
      <label class="tick">
        <input
          type="checkbox"
          checked={last.current}
          onChange={(event) => onChange({ ...last, current: event.currentTarget.checked })}
        />
        {words.period.current[last.unit]}
      </label>
    </>
  );
}
