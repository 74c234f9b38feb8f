import { useEffect, useRef } from 'preact/hooks';
import type { Page } from './page';
import { Chart } from './parts/Chart';
import { FormulaBar } from './parts/FormulaBar';
import { Messages } from './parts/Messages';
import { Note } from './parts/Note';
import { Panel } from './parts/Panel';
import { Sidebar } from './parts/Sidebar';
import { Status } from './parts/Status';
import { Tabs } from './parts/Tabs';
import { TitleBar } from './parts/TitleBar';
import { Toolbar } from './parts/Toolbar';
import { PageContext } from './parts/usePage';
import { listenForF6 } from './regions';

/** The page. `opened` is called with the place for the grid; it has to stay the same function. */
export function App({ page, opened }: { page: Page; opened(container: HTMLElement): void }) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => opened(place.current!), [opened]);
  useEffect(() => listenForF6(page), [page]);
  return (
    <PageContext.Provider value={page}>
      <header>
        <h1 class="unseen">Clocktable workbench</h1>
        <TitleBar />
        <Toolbar />
      </header>
      <div class="middle">
        <main class="sheet">
          <FormulaBar />
          <div
            class="grid-place"
            role="application"
            aria-label="Cells. F6 leads on to the sidebar."
            // biome-ignore lint/a11y/noNoninteractiveTabindex: it hands the keyboard on to the grid, which is a canvas
            tabIndex={0}
            onFocus={({ target, currentTarget }) => target === currentTarget && page.grid.focus()}
          >
            <div ref={place} class="grid" />
            <Note />
            <Chart />
          </div>
          <Tabs />
          <Status />
        </main>
        <Panel />
        <Sidebar />
      </div>
      <Messages />
    </PageContext.Provider>
  );
}
