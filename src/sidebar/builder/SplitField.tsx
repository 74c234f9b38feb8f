import { fieldOf, fieldOptions } from '../model/fields';
import { splitBarred, splitFields } from '../model/settings';
import { TextField } from '../parts/Field';
import { Picker } from '../parts/Picker';
import { words } from '../words';
import { Barred } from './Barred';
import type { Form } from './form';
import { Tick } from './Tick';

const NONE = '';
/** How many columns there are at most unless somebody says so. */
const USUAL_MOST = 12;

/** A dimension whose values become columns. */
export function SplitField({ form }: { form: Form }) {
  const { draft, report, change, faults } = form;
  const { split } = draft;
  if (!report) return null;
  const barred = splitBarred(draft, report);
  if (barred !== null && !split) return <Barred form={form} label={words.split.label} reason={barred} />;
  const fields = splitFields(draft, report);
  const own = split && fieldOf(report, split.field);
  const listed = own && !fields.includes(own) ? [own, ...fields] : fields;
  return (
    <div class="split">
      <Picker
        testId="split"
        label={words.split.label}
        options={[{ value: NONE, label: words.split.none }, ...fieldOptions(listed, form.marks.fields)]}
        value={[split?.field ?? NONE]}
        error={faults.split}
        hint={split ? words.split.hint : undefined}
        onChange={([field]) =>
          change({ split: field ? { most: USUAL_MOST, others: true, ...split, field } : undefined })
        }
      />
      {split && (
        <div class="within">
          <TextField
            label={words.split.most}
            type="number"
            min={1}
            value={Number.isNaN(split.most) ? '' : String(split.most)}
            onInput={(text) =>
              change({ split: { ...split, most: text.trim() === '' ? Number.NaN : Number(text) } })
            }
          />
          <Tick
            title={words.split.others}
            checked={split.others === true}
            onChange={(others) => change({ split: { ...split, others } })}
          />
          <Tick
            title={words.split.totals}
            checked={split.totals === true}
            onChange={(totals) => change({ split: { ...split, totals } })}
          />
        </div>
      )}
    </div>
  );
}
