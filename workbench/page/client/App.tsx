import { useEffect, useRef } from 'preact/hooks';
import type { Page } from './page';
import { FormulaBar } from './parts/FormulaBar';
import { Messages } from './parts/Messages';
import { Note } from './parts/Note';
import { Sidebar } from './parts/Sidebar';
import { Status } from './parts/Status';
import { Tabs } from './parts/Tabs';
import { TitleBar } from './parts/TitleBar';
import { Toolbar } from './parts/Toolbar';
import { PageContext } from './parts/usePage';

/** The page. `opened` is called with the place for the grid; it has to stay the same function. */
export function App({ page, opened }: { page: Page; opened(container: HTMLElement): void }) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => opened(place.current!), [opened]);
  return (
    <PageContext.Provider value={page}>
      <TitleBar />
      <Toolbar />
      <div class="middle">
        <main class="sheet">
          <FormulaBar />
          <div class="grid-place">
            <div ref={place} class="grid" />
            <Note />
          </div>
          <Tabs />
          <Status />
        </main>
        <Sidebar />
      </div>
      <Messages />
    </PageContext.Provider>
  );
}
