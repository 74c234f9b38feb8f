import { useEffect, useReducer } from 'preact/hooks';
import { Boundary } from './parts/Boundary';
import { Alerts } from './screens/Alerts';
import { AskForAccess } from './screens/AskForAccess';
import { BrokenScreen } from './screens/Broken';
import { Check } from './screens/Check';
import { Connect } from './screens/Connect';
import { Dialogs } from './screens/Dialogs';
import { Editor } from './screens/Editor';
import { Health } from './screens/Health';
import { Home } from './screens/Home';
import { LoadFailed, Loading } from './screens/Loading';
import { Log } from './screens/Log';
import { Logins } from './screens/Logins';
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
      {state.phase === 'ready' && (
        <Boundary key={keyOf(state.screens)} instead={<BrokenScreen />}>
          <Shown screens={state.screens} />
        </Boundary>
      )}
      {state.phase === 'ready' && <Dialogs />}
      <div class={state.notice ? 'notice shown' : 'notice'} role="status">
        {state.notice}
      </div>
    </HereContext.Provider>
  );
}

/** Tells the screen in front from those before it: another key makes it a new one. */
function keyOf(screens: Screen[]): string {
  const screen = screens[screens.length - 1];
  return [screens.length, screen.name, screen.name === 'query' ? screen.id : ''].join(' ');
}

/** The last screen. */
function Shown({ screens }: { screens: Screen[] }) {
  const screen = screens[screens.length - 1];
  switch (screen.name) {
    case 'home':
      return <Home />;
    case 'connect':
      return <Connect mapping={screen.mapping} />;
    case 'start':
      return <Start accounts={screen.accounts} />;
    case 'check':
      return <Check draft={screen.draft} />;
    case 'query':
      return <Query id={screen.id} />;
    case 'editor':
      return <Editor draft={screen.draft} section={screen.section} problems={screen.problems} />;
    case 'settings':
      return <Settings />;
    case 'logins':
      return <Logins />;
    case 'ask-for-access':
      return <AskForAccess />;
    case 'log':
      return <Log />;
    case 'health':
      return <Health />;
    case 'alerts':
      return <Alerts />;
  }
}

/** Listens to the browser: the network, and the moment when somebody comes back from the grid. */
function useWorld(app: App): void {
  useEffect(() => {
    const reach = () => app.reached(navigator.onLine);
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
