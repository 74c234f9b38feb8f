import type { Compare } from '../../query/query';
import { sayCompared } from '../model/comparison';
import { compareBarred } from '../model/settings';
import { SelectField } from '../parts/Field';
import { words } from '../words';
import { Barred } from './Barred';
import { DayField } from './DayField';
import type { Form } from './form';

type Shown = NonNullable<Compare['show']>[number];

const SHOWN: Shown[] = ['value', 'change', 'percent'];

const CHOICES = (['none', 'previous-period', 'previous-year', 'fixed'] as const).map((value) => ({
  value,
  title: words.compare.choices[value],
}));

/** What the period is compared with, what of it is shown, and the days that it means. */
export function CompareField({ form }: { form: Form }) {
  const { draft, report, change, faults, at } = form;
  const { compare } = draft;
  if (!report) return null;
  const barred = compareBarred(draft, report);
  if (barred !== null && !compare) return <Barred form={form} label={words.compare.label} reason={barred} />;
  const choose = (choice: string) => {
    const show = compare?.show ?? SHOWN;
    if (choice === 'none') change({ compare: undefined });
    else if (choice === 'fixed') change({ compare: { with: 'fixed', from: '', to: '', show } });
    else change({ compare: { with: choice as 'previous-period', show } });
  };
  const shown = compare?.show ?? SHOWN;
  const compared = sayCompared(draft, at);
  const tick = (one: Shown, on: boolean) =>
    compare &&
    change({
      compare: { ...compare, show: SHOWN.filter((other) => (other === one ? on : shown.includes(other))) },
    });
  return (
    <div class="compare">
      <SelectField
        label={words.compare.label}
        value={compare?.with ?? 'none'}
        choices={CHOICES}
        onChange={choose}
        error={faults.compare}
        hint={compared ? words.compare.means(compared) : undefined}
      />
      {compare && (
        <div class="within">
          {compare.with === 'fixed' && (
            <div class="pair">
              <DayField
                label={words.period.from}
                value={compare.from}
                onChange={(from) => change({ compare: { ...compare, from } })}
              />
              <DayField
                label={words.period.to}
                value={compare.to}
                onChange={(to) => change({ compare: { ...compare, to } })}
              />
            </div>
          )}
          <fieldset class="ticks">
            <legend>{words.compare.show}</legend>
            {SHOWN.map((one) => (
              <label class="tick" key={one}>
                <input
                  type="checkbox"
                  checked={shown.includes(one)}
                  onChange={(event) => tick(one, event.currentTarget.checked)}
                />
                {words.compare.shown[one]}
              </label>
            ))}
          </fieldset>
        </div>
      )}
    </div>
  );
}
