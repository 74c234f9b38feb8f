import { useEffect, useReducer } from 'preact/hooks';
import { Check } from './screens/Check';
import { Connect } from './screens/Connect';
import { Dialogs } from './screens/Dialogs';
import { Editor } from './screens/Editor';
import { Home } from './screens/Home';
import { LoadFailed, Loading } from './screens/Loading';
import { Log } from './screens/Log';
import { Query } from './screens/Query';
import { Settings } from './screens/Settings';
import { Start } from './screens/Start';
import type { App } from './state/app';
import { HereContext } from './state/context';
import type { Screen } from './state/state';

/** All of the sidebar: the screen in front, a question before it, and what was just done. */
export function Root({ app }: { app: App }) {
  const [, draw] = useReducer((count: number, _: null) => count + 1, 0);
  useEffect(() => app.store.subscribe(() => draw(null)), [app]);
  useWorld(app);
  useFocusKept(app);
  const { state } = app;
  return (
    <HereContext.Provider value={{ app, state }}>
      {state.phase === 'loading' && <Loading />}
      {state.phase === 'failed' && <LoadFailed />}
      {state.phase === 'ready' && <Shown screens={state.screens} />}
      {state.phase === 'ready' && <Dialogs />}
      <div class={state.notice ? 'notice shown' : 'notice'} role="status">
        {state.notice}
      </div>
    </HereContext.Provider>
  );
}

/** The last screen. The key makes it a new one whenever another is shown. */
function Shown({ screens }: { screens: Screen[] }) {
  const screen = screens[screens.length - 1];
  const key = `${screens.length} ${screen.name}`;
  switch (screen.name) {
    case 'home':
      return <Home key={key} />;
    case 'connect':
      return <Connect key={key} />;
    case 'start':
      return <Start key={key} accounts={screen.accounts} />;
    case 'check':
      return <Check key={key} draft={screen.draft} />;
    case 'query':
      return <Query key={`${key} ${screen.id}`} id={screen.id} />;
    case 'editor':
      return <Editor key={key} draft={screen.draft} section={screen.section} />;
    case 'settings':
      return <Settings key={key} />;
    case 'log':
      return <Log key={key} />;
  }
}

/** Listens to the browser: the network, and the moment when somebody comes back from the grid. */
function useWorld(app: App): void {
  useEffect(() => {
    const reach = () => {
      const back = navigator.onLine && !app.state.online;
      app.store.set({ online: navigator.onLine });
      if (back && app.state.phase === 'ready') void app.readQueries();
    };
    const returned = () => app.state.phase === 'ready' && void app.readSelection();
    reach();
    addEventListener('online', reach);
    addEventListener('offline', reach);
    addEventListener('focus', returned);
    return () => {
      removeEventListener('online', reach);
      removeEventListener('offline', reach);
      removeEventListener('focus', returned);
    };
  }, [app]);
}

/** What had the focus may vanish, with its row or its screen: then the heading takes it. */
function useFocusKept(app: App): void {
  useEffect(() => {
    let had = false;
    const focused = () => {
      had = true;
    };
    const left = (event: FocusEvent) => {
      // Nothing takes the focus and its owner is still there: somebody pressed beside everything.
      if (event.relatedTarget === null && (event.target as HTMLElement).isConnected) had = false;
    };
    const kept = () =>
      requestAnimationFrame(() => {
        if (!had || document.activeElement !== document.body) return;
        document.querySelector<HTMLElement>('h1')?.focus();
      });
    document.addEventListener('focusin', focused);
    document.addEventListener('focusout', left);
    const ends = app.store.subscribe(kept);
    return () => {
      document.removeEventListener('focusin', focused);
      document.removeEventListener('focusout', left);
      ends();
    };
  }, [app]);
}
