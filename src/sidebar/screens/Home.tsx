import { useState } from 'preact/hooks';
import { type Chip, countChips, filterItems, groupItems, type Item } from '../model/groups';
import { standing } from '../model/status';
import { Banners } from '../parts/Banners';
import { Boundary } from '../parts/Boundary';
import { IconButton } from '../parts/Button';
import { Icon } from '../parts/Icon';
import { Screen } from '../parts/Screen';
import { useApp } from '../state/context';
import { words } from '../words';
import { BrokenRow } from './Broken';
import { HomeBar } from './HomeBar';
import { Empty, HomeEmpty } from './HomeEmpty';
import { QueryRow } from './QueryRow';

/** The list of all queries: home. */
export function Home() {
  const { app, state } = useApp();
  const { overview, runs, selection } = state;
  const [text, setText] = useState('');
  const [chip, setChip] = useState<Chip>('all');
  const [picked, setPicked] = useState<string[]>([]);
  const sheet = selection?.area.sheet ?? null;
  const items = overview.queries.map(
    (view): Item => ({ view, ...standing(view, overview.logins, runs[view.id], app.now()) }),
  );
  const counts = countChips(items, sheet);
  const found = filterItems(items, chip, text, sheet);
  const chosen = picked.filter((id) => found.some(({ view }) => view.id === id));
  const toggle = (id: string) =>
    setPicked(chosen.includes(id) ? chosen.filter((other) => other !== id) : [...chosen, id]);
  const tools = (
    <>
      <IconButton icon="pulse" label={words.health.open} onClick={() => app.go({ name: 'health' })} />
      <IconButton icon="key" label={words.logins.open} onClick={() => app.go({ name: 'logins' })} />
      <IconButton icon="gear" label={words.home.settings} onClick={() => app.go({ name: 'settings' })} />
    </>
  );
  if (items.length === 0) return <HomeEmpty tools={tools} />;
  return (
    <Screen
      testId="home"
      title={words.home.title}
      tools={tools}
      under={
        <div class="finder">
          <div class="search">
            <Icon name="search" size={18} />
            <input
              class="input"
              type="search"
              aria-label={words.home.search}
              placeholder={words.home.search}
              value={text}
              onInput={(event) => setText(event.currentTarget.value)}
            />
          </div>
          <Chips chip={chip} counts={counts} onChange={setChip} />
        </div>
      }
      bar={<HomeBar items={items} chosen={chosen} found={found} onPick={setPicked} />}
    >
      <Woken />
      <Banners />
      <p class="only-heard" role="status">
        {text || chip !== 'all' ? words.home.results(found.length) : ''}
      </p>
      {found.length === 0 && (
        <Empty
          chip={chip}
          text={text}
          onAll={() => {
            setChip('all');
            setText('');
          }}
        />
      )}
      {groupItems(found).map((group) => (
        <section
          class="group"
          key={group.sheet ?? 'none'}
          aria-label={words.home.group(group.title, group.items.length)}
        >
          <h2 class="group-title" title={group.title}>
            <span>{group.title}</span>
            {group.sheet !== null && group.sheet === sheet && <span class="here">{words.home.here}</span>}
          </h2>
          <ul class="rows">
            {group.items.map((item) => (
              <Boundary key={item.view.id} instead={<BrokenRow view={item.view} />}>
                <QueryRow
                  item={item}
                  run={runs[item.view.id]}
                  picked={chosen.includes(item.view.id)}
                  picking={chosen.length > 0}
                  onPick={() => toggle(item.view.id)}
                />
              </Boundary>
            ))}
          </ul>
        </section>
      ))}
    </Screen>
  );
}

/** What was caught up with when the sidebar opened; stays until it is put away. */
function Woken() {
  const { app, state } = useApp();
  if (!state.woken) return null;
  return (
    <div class="woken" role="status" data-testid="woken">
      <Icon name="clock" size={18} />
      <p>{state.woken}</p>
      <IconButton icon="close" label={words.common.dismiss} onClick={() => app.store.set({ woken: '' })} />
    </div>
  );
}

interface ChipsProps {
  chip: Chip;
  counts: Record<Chip, number>;
  onChange(chip: Chip): void;
}

function Chips({ chip, counts, onChange }: ChipsProps) {
  const titles: [Chip, string][] = [
    ['problems', words.home.problems(counts.problems)],
    ['tab', words.home.thisTab(counts.tab)],
    ['all', words.home.all(counts.all)],
  ];
  return (
    <fieldset class="chips" aria-label={words.home.show}>
      {titles.map(([value, title]) => (
        <button
          key={value}
          type="button"
          class={value === 'problems' && counts.problems > 0 ? 'chip alarming' : 'chip'}
          aria-pressed={chip === value}
          onClick={() => onChange(value)}
        >
          {title}
        </button>
      ))}
    </fieldset>
  );
}
