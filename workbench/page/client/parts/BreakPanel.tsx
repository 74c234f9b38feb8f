import { useState } from 'preact/hooks';
import type { BreakView } from '../../protocol';
import { Drawer } from './Drawer';
import { usePage, useShown } from './usePage';

/** Everything that can go wrong, one click each. What should happen then stands below, for the one that is pointed at. */
export function BreakPanel({ breaks }: { breaks: readonly BreakView[] }) {
  const page = usePage();
  const { said } = useShown();
  const [pointed, setPointed] = useState<string | null>(null);
  const groups = [...new Set(breaks.map(({ group }) => group))];
  const on = breaks.filter((each) => each.on);
  const view = breaks.find(({ id }) => id === pointed);
  const repair = async () => {
    for (const { id } of on) await page.turn(id, false);
  };
  return (
    <Drawer
      title="Break it"
      actions={
        on.length > 0 && (
          <button type="button" class="text-button" onClick={repair}>
            Repair all
          </button>
        )
      }
      foot={
        <>
          <p class="promise">{view ? view.promise : 'Point at one to read what should happen.'}</p>
          <p class="said" role="status">
            {said}
          </p>
        </>
      }
    >
      {groups.map((group) => (
        <section key={group} class="group">
          <h3>{group}</h3>
          {clustersOf(breaks.filter((each) => each.group === group)).map((cluster) => (
            <Cluster key={cluster[0].id} cluster={cluster} point={setPointed} />
          ))}
        </section>
      ))}
    </Drawer>
  );
}

/** Neighbours that choose among the same things choose together. */
function clustersOf(breaks: readonly BreakView[]): BreakView[][] {
  const clusters: BreakView[][] = [];
  for (const each of breaks) {
    const last = clusters.at(-1);
    if (last && JSON.stringify(last[0].choices) === JSON.stringify(each.choices)) last.push(each);
    else clusters.push([each]);
  }
  return clusters;
}

interface ClusterProps {
  readonly cluster: readonly BreakView[];
  point(id: string): void;
}

function Cluster({ cluster, point }: ClusterProps) {
  const [choice, setChoice] = useState<string | undefined>(undefined);
  const [{ choices, choosing }] = cluster;
  const chosen = choices?.find(({ value }) => value === choice)?.value ?? choices?.[0]?.value;
  return (
    <div class={`cluster ${cluster.length === 1 ? 'single' : ''}`}>
      {choices && (
        <label class="which">
          {choosing}
          <select value={chosen} onChange={({ currentTarget }) => setChoice(currentTarget.value)}>
            {choices.map(({ value, label }) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </select>
        </label>
      )}
      {cluster.map((view) => (
        <BreakButton key={view.id} view={view} choice={chosen} point={point} />
      ))}
    </div>
  );
}

interface BreakButtonProps {
  readonly view: BreakView;
  readonly choice: string | undefined;
  point(id: string): void;
}

function BreakButton({ view: { id, kind, on, title, promise }, choice, point }: BreakButtonProps) {
  const page = usePage();
  const [busy, setBusy] = useState(false);
  const turn = async () => {
    setBusy(true);
    await page.turn(id, !on, choice);
    setBusy(false);
  };
  return (
    <button
      type="button"
      class={`break-button ${on ? 'on' : ''}`}
      data-break={id}
      aria-pressed={kind === 'switch' ? on : undefined}
      aria-description={promise}
      disabled={busy}
      onClick={turn}
      onFocus={() => point(id)}
      onMouseEnter={() => point(id)}
    >
      {title}
    </button>
  );
}
