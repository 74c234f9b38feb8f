import { useState } from 'preact/hooks';
import { limitable, numberIn, sayThreshold, type Threshold } from '../model/alerts';
import { Button, IconButton } from '../parts/Button';
import { SelectField, TextField } from '../parts/Field';
import { focusFault } from '../parts/focus';
import { useApp } from '../state/context';
import { words } from '../words';

interface AlertLimitsProps {
  thresholds: Threshold[];
  busy: boolean;
  onChange(thresholds: Threshold[]): void;
}

/** The limits whose passing is told, and a form for another. */
export function AlertLimits({ thresholds, busy, onChange }: AlertLimitsProps) {
  const { state } = useApp();
  const { queries, reports } = state.overview;
  return (
    <section class="stack">
      <h2 class="label">{words.alerts.limits}</h2>
      {thresholds.length === 0 && <p class="hint">{words.alerts.none}</p>}
      <ul class="logins">
        {thresholds.map((threshold) => {
          const { name, text } = sayThreshold(threshold, queries, reports);
          return (
            <li class="login alert-limit" key={threshold.id} data-testid="limit">
              <div>
                <h3>{name}</h3>
                <p class="hint">{text}</p>
              </div>
              <IconButton
                icon="trash"
                label={`${words.alerts.remove}: ${name}, ${text}`}
                disabled={busy}
                onClick={() => onChange(thresholds.filter(({ id }) => id !== threshold.id))}
              />
            </li>
          );
        })}
      </ul>
      <NewLimit onAdd={(threshold) => onChange([...thresholds, threshold])} busy={busy} />
    </section>
  );
}

function NewLimit({ onAdd, busy }: { onAdd(threshold: Threshold): void; busy: boolean }) {
  const { app, state } = useApp();
  const { queries, reports } = state.overview;
  const readable = queries.filter(({ query }) => query !== null);
  const [chosen, setChosen] = useState(readable[0]?.id ?? '');
  const [on, setOn] = useState('rows');
  const [test, setTest] = useState<Threshold['test']>('above');
  const [typed, setTyped] = useState('');
  const [tried, setTried] = useState(false);
  const view = readable.find(({ id }) => id === chosen);
  if (view === undefined) return null;
  const columns = limitable(view, reports);
  const value = numberIn(typed);
  const add = () => {
    setTried(true);
    if (value === null) return focusFault();
    const known = columns.some((column) => column.value === on) ? on : 'rows';
    onAdd({ id: `limit-${app.now().toString(36)}`, query: view.id, on: known, test, value });
    setTyped('');
    setTried(false);
  };
  return (
    <>
      <SelectField
        label={words.alerts.query}
        value={view.id}
        choices={readable.map(({ id, name }) => ({ value: id, title: name }))}
        onChange={setChosen}
      />
      <SelectField label={words.alerts.column} value={on} choices={columns} onChange={setOn} />
      <SelectField
        label={words.alerts.when}
        value={test}
        choices={(['above', 'below'] as const).map((each) => ({
          value: each,
          title: words.alerts.tests[each],
        }))}
        onChange={(each) => setTest(each === 'below' ? 'below' : 'above')}
      />
      <TextField
        label={words.alerts.value}
        value={typed}
        onInput={setTyped}
        hint={words.alerts.valueHint}
        error={tried && value === null ? words.alerts.valueMissing : undefined}
        maxLength={20}
      />
      <Button icon="plus" busy={busy} onClick={add} testId="add-limit">
        {words.alerts.add}
      </Button>
    </>
  );
}
