import { useId } from 'preact/hooks';
import { eachFields, withoutEach } from '../model/settings';
import { Button } from '../parts/Button';
import { words } from '../words';
import type { Form } from './form';

/** One row each or grouped: always in view, and one click apart. */
export function GrainSwitch({ form: { draft, report, setGrain, setColumns } }: { form: Form }) {
  const name = useId();
  if (!report) return null;
  const choices: [typeof draft.grain, string][] = [
    ['each', words.grain.each(report.row)],
    ['grouped', words.grain.grouped],
  ];
  const single = draft.grain === 'grouped' ? eachFields(draft, report) : [];
  const titles = single.map(({ title }) => title);
  return (
    <>
      <fieldset class="segments" aria-label={words.grain.label}>
        {choices.map(([value, title]) => (
          <label key={value} class="segment">
            <input
              type="radio"
              name={name}
              checked={draft.grain === value}
              onChange={() => setGrain(value)}
            />
            <span>{title}</span>
          </label>
        ))}
      </fieldset>
      <div role="status">
        {titles.length > 0 && (
          <div class="card told suggestion">
            <div class="card-text">
              <p>{words.grain.suggest(titles, report.row)}</p>
              <div class="card-actions">
                <Button kind="primary" onClick={() => setGrain('each')}>
                  {words.grain.each(report.row)}
                </Button>
                <Button onClick={() => setColumns(withoutEach(draft.columns, report))}>
                  {words.grain.without(titles)}
                </Button>
              </div>
            </div>
          </div>
        )}
      </div>
    </>
  );
}
