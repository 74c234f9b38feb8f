import { useState } from 'preact/hooks';
import type { Period } from '../../query/period';
import {
  type At,
  choiceOf,
  describeMeaning,
  PERIOD_CHOICES,
  type PeriodChoice,
  periodOf,
  titleOfChoice,
} from '../model/periods';
import { words } from '../words';
import { SelectField, TextField } from './Field';

interface PeriodFieldProps {
  period: Period;
  onChange(period: Period): void;
  at: At;
  error?: string;
}

const CHOICES = PERIOD_CHOICES.map((value) => ({ value, title: titleOfChoice(value) }));

/** The period of a query, with the days that it means today. */
export function PeriodField({ period, onChange, at, error }: PeriodFieldProps) {
  const [any, setAny] = useState(false);
  // As it is typed: half a number is seen, and said to be none, instead of becoming another one.
  const [typed, setTyped] = useState<string | null>(null);
  const choice = choiceOf(period, any);
  const choose = (next: PeriodChoice) => {
    setAny(next === 'last-any');
    setTyped(null);
    onChange(periodOf(next, period, at));
  };
  return (
    <div class="period">
      <SelectField
        label={words.period.label}
        quiet
        value={choice}
        choices={CHOICES}
        onChange={(value) => choose(value as PeriodChoice)}
        hint={choice === 'fixed' || choice === 'last-any' ? undefined : describeMeaning(period, at)}
      />
      {period.kind === 'last-days' && choice === 'last-any' && (
        <div class="within">
          <TextField
            label={words.period.days}
            type="number"
            min={1}
            max={3660}
            value={typed ?? String(period.days)}
            onInput={(text) => {
              setTyped(text);
              onChange({ ...period, days: text.trim() === '' ? Number.NaN : Number(text) });
            }}
            error={error}
            hint={error ? undefined : describeMeaning(period, at)}
          />
          <label class="tick">
            <input
              type="checkbox"
              checked={period.today}
              onChange={(event) => onChange({ ...period, today: event.currentTarget.checked })}
            />
            {words.period.withToday}
          </label>
        </div>
      )}
      {period.kind === 'fixed' && (
        <div class="within">
          <div class="pair">
            <TextField
              label={words.period.from}
              type="date"
              value={period.from}
              onInput={(from) => onChange({ ...period, from })}
            />
            <TextField
              label={words.period.to}
              type="date"
              value={period.to}
              onInput={(to) => onChange({ ...period, to })}
            />
          </div>
          {error ? (
            <p class="error" role="alert">
              {error}
            </p>
          ) : (
            <p class="hint">{describeMeaning(period, at)}</p>
          )}
        </div>
      )}
    </div>
  );
}
