import { useState } from 'preact/hooks';
import type { BreakView } from '../../protocol';
import { usePage } from './usePage';

/** Everything that can go wrong, one click each, with what should happen then. */
export function BreakPanel({ breaks }: { breaks: readonly BreakView[] }) {
  const groups = [...new Set(breaks.map(({ group }) => group))];
  return (
    <section class="break-panel" aria-label="Break it">
      {groups.map((group) => (
        <div key={group} class="group">
          <h3>{group}</h3>
          {breaks
            .filter((each) => each.group === group)
            .map((each) => (
              <BreakLine key={each.id} view={each} />
            ))}
        </div>
      ))}
    </section>
  );
}

function BreakLine({ view }: { view: BreakView }) {
  const page = usePage();
  const [choice, setChoice] = useState<string | undefined>(undefined);
  const [busy, setBusy] = useState(false);
  const chosen = view.choices?.find(({ value }) => value === choice)?.value ?? view.choices?.[0]?.value;
  const turn = async () => {
    setBusy(true);
    await page.turn(view.id, !view.on, chosen);
    setBusy(false);
  };
  return (
    <div class="break">
      <button
        type="button"
        class={`break-button ${view.on ? 'on' : ''}`}
        data-break={view.id}
        aria-pressed={view.kind === 'switch' ? view.on : undefined}
        disabled={busy}
        onClick={turn}
      >
        {view.title}
      </button>
      {view.choices && (
        <select
          aria-label={`${view.title}: which`}
          value={chosen}
          onChange={({ currentTarget }) => setChoice(currentTarget.value)}
        >
          {view.choices.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      )}
      <p>{view.promise}</p>
    </div>
  );
}
