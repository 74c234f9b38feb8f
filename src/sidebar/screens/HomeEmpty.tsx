import type { ComponentChildren } from 'preact';
import type { Chip } from '../model/groups';
import { Button } from '../parts/Button';
import { Logo } from '../parts/Logo';
import { Screen } from '../parts/Screen';
import { useApp } from '../state/context';
import { words } from '../words';

/** The list before the first query. */
export function HomeEmpty({ tools }: { tools: ComponentChildren }) {
  const { app, state } = useApp();
  const begin = () => app.go({ name: state.overview.logins.length > 0 ? 'start' : 'connect' });
  return (
    <Screen testId="home" title={words.home.title} tools={tools}>
      <div class="empty">
        <Logo />
        <p class="empty-title">{words.home.emptyTitle}</p>
        <p>{words.home.empty}</p>
        <Button kind="primary" onClick={begin}>
          {state.overview.logins.length > 0 ? words.home.emptyNew : words.remedies.connect}
        </Button>
      </div>
    </Screen>
  );
}

/** What is said when a chip or a search leaves nothing. */
export function Empty({ chip, text, onAll }: { chip: Chip; text: string; onAll(): void }) {
  const reasons: Record<Chip, string> = {
    problems: words.home.noProblems,
    tab: words.home.nothingHere,
    all: '',
  };
  return (
    <div class="empty small">
      <p>{text.trim() ? words.common.nothingFound(text.trim()) : reasons[chip]}</p>
      <Button kind="quiet" onClick={onAll}>
        {words.home.showAll}
      </Button>
    </div>
  );
}
